package tenbin.spine.newcomer.proof;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tenbin.nouns.member.Network;
import tenbin.spine.newcomer.Mark;
import tenbin.spine.newcomer.RegistryText;
import tenbin.wire.rpsl.RpslObject;

/**
 * Looks into a registry for the objects of a network: for a mark in a remark, which only the
 * object's maintainer can write there, and for whom the registry names as its contact. An object
 * counts when it is about exactly this network: a maintainer of a block around it, or of a part, is
 * somebody else. Any thread.
 */
public final class RegistryProof {
  /** Attributes with free words (RFC 2622 section 3.1); IRRs without remarks have descr. */
  private static final Set<String> FREE = Set.of("remarks", "descr");

  /** Names of people and roles that an object gives, in the order in which one would write. */
  private static final List<String> HANDLES = List.of("abuse-c", "admin-c", "tech-c", "mnt-by");

  /** Attributes with addresses, the one for abuse first. */
  private static final List<String> MAILS =
      List.of("abuse-mailbox", "e-mail", "notify", "mnt-nfy", "upd-to");

  private static final Pattern MAIL =
      Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63}){1,8}");

  /** What goes into a question comes from a registry: nothing but the letters of a handle. */
  private static final Pattern HANDLE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,79}");

  /** Objects asked for by their names; a network with more contacts has enough. */
  private static final int MOST_HANDLES = 8;

  private static final int MOST_CONTACTS = 12;
  private static final int MOST_TOLD = 8;

  private final Whois whois;

  public RegistryProof(Whois whois) {
    this.whois = whois;
  }

  /** Looks for a mark in the objects of a network. */
  public Finding look(Network network, Mark mark) {
    Optional<String> query = query(network);
    if (query.isEmpty()) {
      return new Finding.NotThisWay();
    }
    try {
      List<RpslObject> own = own(network, whois.ask(query.get()));
      for (RpslObject each : own) {
        if (bears(each, mark)) {
          return new Finding.Found("remark in " + name(each) + ", asked of " + whois);
        }
      }
      return new Finding.Missing(where(network, own));
    } catch (IOException silent) {
      return new Finding.Silent(whois + ": " + silent.getMessage());
    }
  }

  /** Whom the registry names for a network; nobody where it has no object of it. */
  public List<Registered> contacts(Network network) throws IOException {
    Optional<String> query = query(network);
    if (query.isEmpty()) {
      return List.of();
    }
    List<RpslObject> told = whois.ask(query.get());
    Map<String, Registered> contacts = new LinkedHashMap<>();
    List<RpslObject> own = own(network, told);
    for (RpslObject each : named(own, told)) {
      gather(each, contacts);
    }
    own.forEach(each -> gather(each, contacts));
    return contacts.values().stream().limit(MOST_CONTACTS).toList();
  }

  private static Optional<String> query(Network network) {
    return switch (network) {
      case Network.Block block -> Optional.of("-x " + block.prefix());
      case Network.AutonomousSystem system -> Optional.of("-T aut-num " + system);
      case Network.Domain ignored -> Optional.empty();
    };
  }

  private static List<RpslObject> own(Network network, List<RpslObject> told) {
    return told.stream()
        .filter(each -> RegistryText.networks(each).equals(List.of(network)))
        .toList();
  }

  private static boolean bears(RpslObject object, Mark mark) {
    return object.attributes().stream()
        .filter(each -> FREE.contains(each.name()))
        .flatMap(each -> Pattern.compile("\\s+").splitAsStream(each.value()))
        .anyMatch(mark.text()::equals);
  }

  private List<String> where(Network network, List<RpslObject> own) {
    return own.isEmpty()
        ? List.of(network + " @ " + whois)
        : own.stream().limit(MOST_TOLD).map(RegistryProof::name).toList();
  }

  /** A route's key is not whole without its origin (RFC 2622 section 4). */
  private static String name(RpslObject object) {
    String origin = object.first("origin").map(each -> " " + each).orElse("");
    String source = object.first("source").map(each -> " (" + each + ")").orElse("");
    return object.type() + " " + object.key() + origin + source;
  }

  /** The people, roles and maintainers that objects name; those that did not come are asked for. */
  private List<RpslObject> named(List<RpslObject> own, List<RpslObject> told) throws IOException {
    Map<String, String> handles = new LinkedHashMap<>();
    for (String attribute : HANDLES) {
      for (RpslObject each : own) {
        String type = attribute.equals("mnt-by") ? "mntner" : "person,role";
        words(each.all(attribute)).forEach(handle -> handles.putIfAbsent(handle, type));
      }
    }
    List<RpslObject> named = new ArrayList<>();
    int asked = 0;
    for (Map.Entry<String, String> each : handles.entrySet()) {
      List<RpslObject> here = called(each.getKey(), told);
      if (here.isEmpty() && asked < MOST_HANDLES) {
        asked++;
        here = called(each.getKey(), whois.ask("-T " + each.getValue() + " " + each.getKey()));
      }
      named.addAll(here);
    }
    return named;
  }

  private static Set<String> words(List<String> values) {
    Set<String> words = new LinkedHashSet<>();
    for (String value : values) {
      for (String word : value.split("[\\s,]+", -1)) {
        if (HANDLE.matcher(word).matches()) {
          words.add(word);
        }
      }
    }
    return words;
  }

  /** Objects of a handle: people and roles have a nic-hdl, maintainers their key. */
  private static List<RpslObject> called(String handle, List<RpslObject> told) {
    return told.stream()
        .filter(each ->
            each.first("nic-hdl").orElse(each.key()).equalsIgnoreCase(handle)
                && (each.type().equals("mntner") || each.first("nic-hdl").isPresent()))
        .toList();
  }

  private static void gather(RpslObject object, Map<String, Registered> contacts) {
    String of = object.type() + " " + object.first("nic-hdl").orElse(object.key());
    for (String attribute : MAILS) {
      for (String value : object.all(attribute)) {
        String mail = value.strip().toLowerCase(Locale.ROOT);
        if (MAIL.matcher(mail).matches()) {
          contacts.putIfAbsent(
              mail, new Registered(mail, attribute, of, object.first("source").orElse("")));
        }
      }
    }
  }
}
