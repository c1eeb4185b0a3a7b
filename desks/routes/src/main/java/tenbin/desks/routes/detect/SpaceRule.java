package tenbin.desks.routes.detect;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tenbin.desks.routes.detect.Suspicion.Alone;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Tag;
import tenbin.nouns.net.Asn;

/** Space that nobody should announce at all. */
final class SpaceRule implements Rule {
  private final References references;
  private final Evidence evidence;

  SpaceRule(References references) {
    this.references = references;
    this.evidence = new Evidence(references);
  }

  @Override
  public void judge(Heard route, Consumer<Suspicion> suspicion) {
    Optional<String> lan = references.lans().of(route.prefix());
    if (lan.isPresent()) {
      Tag tag = new Tag("exchange-lan", 5, lan.get());
      suspicion.accept(suspect(Kind.IXP_LAN, route, List.of(tag)));
    }
  }

  /** Somebody took space that nobody uses; asked where nothing else explains the route. */
  Optional<Suspicion> squatting(Heard route) {
    return route.unannounced() && route.owner().isEmpty()
        ? Optional.of(suspect(Kind.SQUATTING, route, reasons(route)))
        : Optional.empty();
  }

  /** Of a route that is never one; asked before it goes into the table. */
  Optional<Suspicion> bogon(Heard route) {
    return references
        .reserved()
        .prefix(route.prefix())
        .map(why -> suspect(Kind.BOGON_PREFIX, route, List.of(new Tag("bogon-prefix", 5, why))));
  }

  private List<Tag> reasons(Heard route) {
    List<Tag> tags = new ArrayList<>();
    tags.add(new Tag("never-announced", 4, "nothing near it was announced before"));
    if (route.path().origin() >= 0) {
      tags.addAll(evidence.of(route.prefix(), new Asn(route.path().origin()), List.of()));
    }
    return tags;
  }

  private static Suspicion suspect(Kind kind, Heard route, List<Tag> tags) {
    int[] hops = route.path().hops();
    Asn by = new Asn(hops.length == 0 ? 0 : Integer.toUnsignedLong(hops[hops.length - 1]));
    return new Suspicion(
        new Cause(kind, by, ""),
        by,
        by,
        Alone.COUNTS,
        Optional.empty(),
        route.owner().map(owner -> owner.declaration().member()),
        new Asn(0),
        by,
        Why.of(tags));
  }
}
