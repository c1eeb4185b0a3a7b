package tenbin.desks.routes.declare.file;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.declare.Watching;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * What ARTEMIS watches: rules over prefixes, with origins and their neighbours. A rule without
 * origins is space held back. The more specific prefixes that no rule names are strangers there, so
 * they are here.
 */
final class ArtemisForm {
  static final String RULES = "rules";

  private static final Set<String> TOP =
      Set.of("prefixes", "monitors", "asns", RULES, "autoignore");
  private static final Set<String> RULE =
      Set.of(
          "prefixes",
          "origin_asns",
          "neighbors",
          "prepend_seq",
          "policies",
          "community_annotations",
          "mitigation");

  private final Map<Prefix, Watched> prefixes = new LinkedHashMap<>();
  private final Set<Asn> origins = new LinkedHashSet<>();

  static Declaration read(Spot root, MemberId owner) {
    ArtemisForm form = new ArtemisForm();
    root.only(TOP);
    for (Spot each : root.at(RULES).items()) {
      form.rule(each);
    }
    form.unused(root);
    return new Declaration(
        owner,
        form.origins,
        Set.of(),
        Set.of(),
        Set.of(),
        List.copyOf(form.prefixes.values()),
        List.of());
  }

  private void rule(Spot at) {
    at.only(RULE);
    ArtemisAsns origin = ArtemisAsns.of(at.at("origin_asns"));
    ArtemisAsns neighbours = ArtemisAsns.of(at.at("neighbors"));
    origins.addAll(origin.asns());
    unkept(at, origin);
    for (Spot each : at.at("prefixes").items()) {
      Optional<PrefixRange> range = each.parsed(PrefixRange::parse);
      range.ifPresent(meant -> watch(each, watched(each, meant, origin, neighbours)));
    }
  }

  private static Watched watched(
      Spot at, PrefixRange range, ArtemisAsns origin, ArtemisAsns neighbours) {
    if (range.shortest() > range.prefix().length()) {
      at.unkept(
          "lengths before /" + range.shortest() + " are watched too: a range has no begin here");
    }
    return new Watched(
        range.prefix(),
        range.longest(),
        origin.asns(),
        neighbours.any() ? Set.of() : neighbours.asns(),
        origin.told(),
        Optional.empty(),
        origin.any() ? Watching.NOTHING : Watching.ALL,
        "");
  }

  /** Of two rules about one prefix either may fit: both are taken together. */
  private void watch(Spot at, Watched watched) {
    Watched before = prefixes.putIfAbsent(watched.prefix(), watched);
    if (before != null) {
      at.unkept("two rules about one prefix are one: any origin behind any neighbour of them");
      prefixes.put(watched.prefix(), together(before, watched));
    }
  }

  private static Watched together(Watched one, Watched other) {
    Set<Asn> origins = new LinkedHashSet<>(one.origins());
    origins.addAll(other.origins());
    Set<Asn> hops = new LinkedHashSet<>();
    if (!one.firstHops().isEmpty() && !other.firstHops().isEmpty()) {
      hops.addAll(one.firstHops());
      hops.addAll(other.firstHops());
    }
    boolean nothing = one.watching() == Watching.NOTHING || other.watching() == Watching.NOTHING;
    return new Watched(
        one.prefix(),
        Math.max(one.longest(), other.longest()),
        origins,
        hops,
        one.announced() || other.announced(),
        Optional.empty(),
        nothing ? Watching.NOTHING : Watching.ALL,
        "");
  }

  private static void unkept(Spot at, ArtemisAsns origin) {
    if (origin.any()) {
      at.at("origin_asns").unkept("whoever may originate it: its prefixes are not watched");
    }
    if (at.has("prepend_seq")) {
      at.at("prepend_seq").unkept("whole paths are not declared: only the AS before the origin is");
    }
    if (at.has("policies")) {
      at.at("policies").unkept("leaks by a no-export route are not declared");
    }
    if (at.has("community_annotations")) {
      at.at("community_annotations").unkept("weights by communities are not declared");
    }
    boolean acts = at.has("mitigation") && !at.at("mitigation").text().equals("manual");
    if (acts) {
      at.at("mitigation").unkept("nothing is ever announced from here");
    }
  }

  private void unused(Spot root) {
    for (Spot named : root.at("prefixes").entries()) {
      for (Spot each : named.items()) {
        Optional<PrefixRange> range = each.parsed(PrefixRange::parse);
        if (range.isPresent() && !prefixes.containsKey(range.get().prefix())) {
          each.unkept("no rule is about it");
        }
      }
    }
    for (String section : List.of("monitors", "autoignore")) {
      if (!root.at(section).node().isEmpty()) {
        root.at(section).unkept("feeds and their thresholds are not said in this file");
      }
    }
  }
}
