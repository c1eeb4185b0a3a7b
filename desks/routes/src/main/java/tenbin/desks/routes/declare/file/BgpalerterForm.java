package tenbin.desks.routes.declare.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Watched;
import tenbin.desks.routes.declare.Watching;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * What BGPalerter watches: prefixes as keys, and the ASes under {@code options.monitorASns}. A more
 * specific prefix of one's own is news there, so it is here.
 */
final class BgpalerterForm {
  static final String OPTIONS = "options";
  private static final String MONITORED = "monitorASns";

  private static final Set<String> PREFIX =
      Set.of(
          "description",
          "asn",
          "ignoreMorespecifics",
          "ignore",
          "group",
          "excludeMonitors",
          "includeMonitors",
          "path");
  private static final Set<String> MONITOR = Set.of("group", "upstreams", "downstreams");

  private final List<Watched> prefixes = new ArrayList<>();
  private final Set<Asn> origins = new LinkedHashSet<>();
  private final Set<Asn> monitored = new LinkedHashSet<>();
  private final Set<Asn> upstreams = new LinkedHashSet<>();
  private final Set<Asn> downstreams = new LinkedHashSet<>();

  static Declaration read(Spot root, MemberId owner) {
    BgpalerterForm form = new BgpalerterForm();
    for (Spot each : root.entries()) {
      if (each.key().equals(OPTIONS)) {
        form.options(each);
      } else {
        form.prefix(each);
      }
    }
    return new Declaration(
        owner,
        form.monitored.isEmpty() ? form.origins : form.monitored,
        form.upstreams,
        Set.of(),
        form.downstreams,
        form.prefixes,
        List.of());
  }

  private void prefix(Spot at) {
    Optional<Prefix> prefix = prefixOf(at);
    if (prefix.isEmpty()) {
      return;
    }
    at.only(PREFIX);
    Set<Asn> asns = at.at("asn").asns();
    origins.addAll(asns);
    unkept(at);
    prefixes.add(
        new Watched(
            prefix.get(),
            prefix.get().length(),
            asns,
            Set.of(),
            true,
            Optional.empty(),
            watching(at),
            at.at("description").text()));
  }

  private static Optional<Prefix> prefixOf(Spot at) {
    try {
      return Optional.of(Prefix.parse(at.key().strip()));
    } catch (IllegalArgumentException refused) {
      at.wrong(String.valueOf(refused.getMessage()));
      return Optional.empty();
    }
  }

  private static Watching watching(Spot at) {
    return at.at("ignore").isYes()
        ? Watching.NOTHING
        : at.at("ignoreMorespecifics").isYes() ? Watching.ITSELF : Watching.ALL;
  }

  private static void unkept(Spot at) {
    if (at.has("group")) {
      at.at("group").unkept("who is told is not said in this file");
    }
    for (String monitors : List.of("excludeMonitors", "includeMonitors")) {
      if (at.has(monitors)) {
        at.at(monitors).unkept("every detection runs on every prefix");
      }
    }
    if (at.has("path")) {
      at.at("path")
          .unkept("paths are not matched by expressions: upstreams, peers and locks say it");
    }
  }

  private void options(Spot at) {
    for (Spot each : at.entries()) {
      if (each.key().equals(MONITORED)) {
        each.entries().forEach(this::monitored);
      } else if (each.key().equals("generate")) {
        each.unkept("how the file was made is not kept");
      } else {
        each.unkept("this option has no counterpart");
      }
    }
  }

  private void monitored(Spot at) {
    Optional<Asn> asn = Asn.tryParse(at.key().strip());
    if (asn.isEmpty()) {
      at.wrong("not an AS number: \"" + at.key() + "\"");
      return;
    }
    at.only(MONITOR);
    monitored.add(asn.get());
    neighbours(at.at("upstreams"), upstreams);
    neighbours(at.at("downstreams"), downstreams);
    if (at.has("group")) {
      at.at("group").unkept("who is told is not said in this file");
    }
    if (monitored.size() > 1 && (at.has("upstreams") || at.has("downstreams"))) {
      at.unkept("its neighbours are taken for all ASes of the member");
    }
  }

  private static void neighbours(Spot at, Set<Asn> into) {
    Set<Asn> asns = at.asns();
    into.addAll(asns);
    if (!at.node().isMissingNode() && asns.isEmpty()) {
      at.unkept("an empty list means that nothing is said, not that there are none");
    }
  }
}
