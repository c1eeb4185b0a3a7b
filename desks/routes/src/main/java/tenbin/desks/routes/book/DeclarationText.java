package tenbin.desks.routes.book;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.PeerLock;
import tenbin.desks.routes.declare.Watched;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Declarations as JSON, as a column and programs have them: {@code asns}, {@code upstreams}, {@code
 * peers}, {@code downstreams} as lists of numbers; {@code prefixes} with {@code prefix}, {@code
 * longest}, {@code origins}, {@code first-hops}, {@code announced}, {@code prepends}; {@code locks}
 * with {@code locked} and {@code behind}.
 */
public final class DeclarationText {
  private DeclarationText() {}

  public static String of(Declaration declared) {
    ObjectNode all = JsonMapper.shared().createObjectNode();
    numbers(all.putArray("asns"), declared.asns());
    numbers(all.putArray("upstreams"), declared.upstreams());
    numbers(all.putArray("peers"), declared.peers());
    numbers(all.putArray("downstreams"), declared.downstreams());
    ArrayNode prefixes = all.putArray("prefixes");
    declared.prefixes().forEach(each -> prefix(prefixes.addObject(), each));
    ArrayNode locks = all.putArray("locks");
    for (PeerLock each : declared.locks()) {
      ObjectNode lock = locks.addObject().put("locked", each.locked().number());
      numbers(lock.putArray("behind"), each.behind());
    }
    return all.toString();
  }

  private static void prefix(ObjectNode node, Watched each) {
    node.put("prefix", each.prefix().toString()).put("longest", each.longest());
    numbers(node.putArray("origins"), each.origins());
    numbers(node.putArray("first-hops"), each.firstHops());
    node.put("announced", each.announced());
    each.prepends().ifPresent(most -> node.put("prepends", most));
  }

  private static void numbers(ArrayNode list, Collection<Asn> all) {
    all.stream().sorted().forEach(each -> list.add(each.number()));
  }

  /**
   * Reads what {@link #of} wrote; a list that is missing is empty.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  public static Declaration read(MemberId member, JsonNode all) {
    List<Watched> prefixes = new ArrayList<>();
    all.path("prefixes").forEach(each -> prefixes.add(watched(each)));
    List<PeerLock> locks = new ArrayList<>();
    all.path("locks")
        .forEach(
            each -> locks.add(new PeerLock(asn(each.path("locked")), asns(each.path("behind")))));
    return new Declaration(
        member,
        asns(all.path("asns")),
        asns(all.path("upstreams")),
        asns(all.path("peers")),
        asns(all.path("downstreams")),
        prefixes,
        locks);
  }

  private static Watched watched(JsonNode each) {
    Prefix prefix = Prefix.parse(each.path("prefix").asString(""));
    Watched plain = Watched.of(prefix);
    JsonNode prepends = each.path("prepends");
    return new Watched(
        prefix,
        each.path("longest").asInt(plain.longest()),
        asns(each.path("origins")),
        asns(each.path("first-hops")),
        each.path("announced").asBoolean(true),
        prepends.isNumber() ? Optional.of(prepends.intValue()) : Optional.empty());
  }

  private static Set<Asn> asns(JsonNode list) {
    Set<Asn> all = new HashSet<>();
    list.forEach(each -> all.add(asn(each)));
    return all;
  }

  private static Asn asn(JsonNode each) {
    return each.isNumber() ? new Asn(each.longValue()) : Asn.parse(each.asString(""));
  }
}
