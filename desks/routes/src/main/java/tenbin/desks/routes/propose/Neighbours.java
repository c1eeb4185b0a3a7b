package tenbin.desks.routes.propose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import tenbin.desks.routes.declare.file.Remarks;
import tenbin.desks.routes.registry.Relation;
import tenbin.desks.routes.registry.Relations;
import tenbin.nouns.net.Asn;

/**
 * Who is what to a member: relations that are known decide; else what its aut-num takes from whom;
 * else how many see it through them.
 */
final class Neighbours {
  /** Through a provider more see a network than through a peer, which tells its customers alone. */
  private static final double PROVIDERS_SHARE = 0.25;

  private final OwnRoutes own;
  private final Registered registered;
  private final BiConsumer<String, String> open;
  private final Map<String, Set<Asn>> lists = new LinkedHashMap<>();
  private final Map<Remarks.Line, List<String>> evidence = new LinkedHashMap<>();

  Neighbours(OwnRoutes own, Registered registered, BiConsumer<String, String> open) {
    this.own = own;
    this.registered = registered;
    this.open = open;
    own.before().forEach(this::before);
    own.behind().forEach(this::behind);
    for (Asn each : own.asns()) {
      registered.relations().neighbours((int) each.number()).forEach(this::unseen);
    }
    registered.imports().forEach(this::registeredOnly);
  }

  /** Who carries us only when another does not is no less our neighbour. */
  private void unseen(Relations.Link link) {
    long asn = link.neighbour() & 0xffff_ffffL;
    if (isSeen(asn) || own.asns().contains(new Asn(asn))) {
      return;
    }
    List<String> words = new ArrayList<>(List.of("not seen beside us"));
    switch (link.relation()) {
      case PROVIDER -> put("upstreams", asn, words, "a provider by the relations");
      case PEER, SIBLING -> put("peers", asn, words, "a peer by the relations");
      case CUSTOMER -> put("downstreams", asn, words, "a customer by the relations");
      case NONE -> {}
    }
  }

  private boolean isSeen(long asn) {
    return own.before().containsKey(asn) || own.behind().containsKey(asn);
  }

  /** Those of one list: "upstreams", "peers", "downstreams". */
  Set<Asn> of(String list) {
    return lists.getOrDefault(list, Set.of());
  }

  Map<Remarks.Line, List<String>> evidence() {
    return evidence;
  }

  private void before(long asn, Sight sight) {
    List<String> words = new ArrayList<>(List.of("before us, " + sight.text(own.vantages())));
    Relation relation = relation(asn);
    String line = registered.imports().getOrDefault(asn, "");
    if (!line.isEmpty()) {
      words.add("aut-num: " + line);
    }
    switch (relation) {
      case PROVIDER -> put("upstreams", asn, words, "a provider by the relations");
      case PEER, SIBLING -> put("peers", asn, words, "a peer by the relations");
      case CUSTOMER ->
          open.accept(
              "AS" + asn, "a customer by the relations, and " + words.getFirst() + ": a leak?");
      case NONE -> guessed(asn, sight, line, words);
    }
  }

  private void guessed(long asn, Sight sight, String line, List<String> words) {
    if (!line.isEmpty()) {
      boolean any = Registered.isAny(line);
      put(
          any ? "upstreams" : "peers",
          asn,
          words,
          any ? "gives everything" : "does not give everything");
      return;
    }
    boolean many = sight.count() >= PROVIDERS_SHARE * own.vantages();
    put(
        many ? "upstreams" : "peers",
        asn,
        words,
        many ? "many see us through it" : "few see us through it");
  }

  private void behind(long asn, Sight sight) {
    List<String> words = new ArrayList<>(List.of("behind us, " + sight.text(own.vantages())));
    switch (relation(asn)) {
      case PROVIDER, PEER ->
          open.accept(
              "AS" + asn,
              "no customer by the relations, and " + words.getFirst() + ": a leak of ours?");
      case CUSTOMER -> put("downstreams", asn, words, "a customer by the relations");
      case SIBLING, NONE -> {
        if (!of("upstreams").contains(new Asn(asn)) && !of("peers").contains(new Asn(asn))) {
          put("downstreams", asn, words, "no relation is known");
        }
      }
    }
  }

  private void registeredOnly(long asn, String line) {
    boolean related = relation(asn) != Relation.NONE;
    if (!isSeen(asn) && !related) {
      open.accept("AS" + asn, "not seen beside us; aut-num: " + line);
    }
  }

  /** What somebody is to any of the member's ASes. */
  private Relation relation(long asn) {
    for (Asn each : own.asns()) {
      Relation found = registered.relations().of((int) each.number(), (int) asn);
      if (found != Relation.NONE) {
        return found;
      }
    }
    return Relation.NONE;
  }

  private void put(String list, long asn, List<String> words, String why) {
    lists.computeIfAbsent(list, any -> new TreeSet<>()).add(new Asn(asn));
    words.add(why);
    evidence.put(new Remarks.Line(list, Long.toString(asn)), List.copyOf(words));
  }
}
