package tenbin.wire.rpsl;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.table.AddressRange;
import tenbin.wire.table.TableSink;

/**
 * Finds the abuse contact of every network in a database: the object's own abuse-c, its own
 * abuse-mailbox, then those of its organisation, then its incident response team (irt). An abuse-c
 * names a role, whose abuse-mailbox is the address. Takes objects in any order and of several
 * files; keeps nothing of them but these references. Not for several threads.
 */
public final class AbuseChains implements Consumer<RpslObject> {
  /** Where an object says its contact is; empty texts where it does not say. */
  private record Chain(String abuseContact, String mailbox, String organisation, String team) {
    static Chain of(RpslObject object) {
      return new Chain(
          key(object.first("abuse-c").orElse("")),
          mail(object.first("abuse-mailbox").orElse("")),
          key(object.first("org").orElse("")),
          key(object.first("mnt-irt").orElse("")));
    }
  }

  private final TableSink faults;
  private final Map<Chain, Chain> shared = new HashMap<>();
  private final List<Prefix> blocks = new ArrayList<>();
  private final List<Chain> blockChains = new ArrayList<>();
  private final List<Prefix> routes = new ArrayList<>();
  private final List<Asn> routeOrigins = new ArrayList<>();
  private final Map<Asn, Chain> systems = new HashMap<>();
  private final Map<String, Chain> organisations = new HashMap<>();
  private final Map<String, String> mailboxes = new HashMap<>();

  public AbuseChains(TableSink faults) {
    this.faults = faults;
  }

  @Override
  public void accept(RpslObject object) {
    try {
      switch (object.type()) {
        case "inetnum" -> range(object).forEachPrefix(prefix -> block(prefix, object));
        case "inet6num" -> block(Prefix.parse(object.key()), object);
        case "route", "route6" -> route(object);
        case "aut-num" -> systems.put(Asn.parse(object.key()), chain(object));
        case "organisation" -> organisations.put(key(object.key()), chain(object));
        case "role", "person" -> mailbox(object.first("nic-hdl").orElse(""), object);
        case "irt" -> mailbox(object.key(), object);
        default -> {}
      }
    } catch (IllegalArgumentException wrong) {
      faults.damaged(
          new Warning(Fault.ROW_UNREADABLE, Place.row(object.line()), "" + wrong.getMessage()));
    }
  }

  private static AddressRange range(RpslObject object) {
    String key = object.key();
    int dash = key.indexOf('-');
    if (dash < 0) {
      Prefix prefix = Prefix.parse(key);
      return AddressRange.between(prefix.first(), prefix.last());
    }
    return AddressRange.between(
        Address.parse(key.substring(0, dash).strip()),
        Address.parse(key.substring(dash + 1).strip()));
  }

  private void block(Prefix prefix, RpslObject object) {
    blocks.add(prefix);
    blockChains.add(chain(object));
  }

  private void route(RpslObject object) {
    Prefix prefix = Prefix.parse(object.key());
    // Both before either is kept: a route without a readable origin must leave nothing behind.
    Asn origin = Asn.parse(object.first("origin").orElse(""));
    routes.add(prefix);
    routeOrigins.add(origin);
  }

  private Chain chain(RpslObject object) {
    Chain chain = Chain.of(object);
    Chain known = shared.putIfAbsent(chain, chain);
    return known == null ? chain : known;
  }

  private void mailbox(String handle, RpslObject object) {
    String mail = mail(object.first("abuse-mailbox").orElse(""));
    if (!mail.isEmpty() && !handle.isEmpty()) {
      mailboxes.put(key(handle), mail);
    }
  }

  /**
   * Hands over the contact of every block that has one: routes by their origin first, then what the
   * registry delegated, which counts more.
   */
  public void forEachBlock(BiConsumer<Prefix, String> each) {
    for (int i = 0; i < routes.size(); i++) {
      Prefix prefix = routes.get(i);
      Optional.ofNullable(systems.get(routeOrigins.get(i)))
          .flatMap(this::contact)
          .ifPresent(mail -> each.accept(prefix, mail));
    }
    for (int i = 0; i < blocks.size(); i++) {
      Prefix prefix = blocks.get(i);
      contact(blockChains.get(i)).ifPresent(mail -> each.accept(prefix, mail));
    }
  }

  /** Hands over the contact of every autonomous system that has one. */
  public void forEachSystem(BiConsumer<Asn, String> each) {
    systems.forEach((asn, chain) -> contact(chain).ifPresent(mail -> each.accept(asn, mail)));
  }

  private Optional<String> contact(Chain chain) {
    Chain organisation = organisations.getOrDefault(chain.organisation, new Chain("", "", "", ""));
    String[] inOrder = {
      mailboxes.getOrDefault(chain.abuseContact, ""),
      chain.mailbox,
      mailboxes.getOrDefault(organisation.abuseContact, ""),
      organisation.mailbox,
      mailboxes.getOrDefault(chain.team, ""),
      mailboxes.getOrDefault(organisation.team, "")
    };
    for (String mail : inOrder) {
      if (!mail.isEmpty()) {
        return Optional.of(mail);
      }
    }
    return Optional.empty();
  }

  private static String key(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  /** A mail address by its outer form; empty when it is none. */
  private static String mail(String text) {
    int at = text.indexOf('@');
    boolean good = at > 0 && at < text.length() - 1 && text.length() <= 254;
    for (int i = 0; good && i < text.length(); i++) {
      char c = text.charAt(i);
      good = c > ' ' && c < 127 && c != '<' && c != '>' && c != ',';
    }
    return good ? text : "";
  }
}
