package tenbin.desks.routes.detect;

import java.util.Optional;
import java.util.function.Consumer;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Owner;
import tenbin.desks.routes.detect.Suspicion.Alone;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/** What is wrong with the path farther from the origin; for routes of others only in masses. */
final class PathRule implements Rule {
  private final References references;

  PathRule(References references) {
    this.references = references;
  }

  @Override
  public void judge(Heard route, Consumer<Suspicion> suspicion) {
    boolean leaks = route.path().fault(PathFault.What.LEAK).isPresent();
    for (PathFault fault : route.path().faults()) {
      kind(route, fault, leaks).ifPresent(kind -> suspicion.accept(suspect(route, fault, kind)));
    }
  }

  private Optional<Kind> kind(Heard route, PathFault fault, boolean leaks) {
    return switch (fault.what()) {
      case LEAK -> Optional.of(Kind.ROUTE_LEAK);
      case LOCKED -> Optional.of(Kind.PEERLOCK);
      case BOGON_ASN -> Optional.of(Kind.BOGON_ASN);
      case UNNAMED_CUSTOMER -> Optional.of(Kind.NEW_DOWNSTREAM);
      case NOT_A_PROVIDER -> leaks ? Optional.empty() : Optional.of(Kind.ASPA_INVALID);
      case UNKNOWN_LINK ->
          leaks || isJudgedByName(route, fault) ? Optional.empty() : Optional.of(Kind.FORGED_PATH);
    };
  }

  /** Members that name their neighbours: {@link NeighbourRule} knows better. */
  private boolean isJudgedByName(Heard route, PathFault fault) {
    return route.path().isFirstHop(fault)
        && holder(route).map(Declaration::saysNeighbours).orElse(false);
  }

  private Optional<Declaration> holder(Heard route) {
    Optional<Declaration> owner = route.owner().map(Owner::declaration);
    return owner.isPresent() || route.path().origin() < 0
        ? owner
        : references.declarations().ofAsn(route.path().origin());
  }

  private Suspicion suspect(Heard route, PathFault fault, Kind kind) {
    Asn by = new Asn(Integer.toUnsignedLong(fault.by()));
    Optional<MemberId> member = member(route, fault, kind);
    boolean counts = member.isPresent() && kind != Kind.BOGON_ASN;
    String about = kind == Kind.NEW_DOWNSTREAM ? PathReader.text(fault.from()) : "";
    Prefix of =
        route
            .owner()
            .map(each -> each.watched().prefix())
            .orElse(route.around().orElse(route.prefix()));
    Asn origin = new Asn(Math.max(0, route.path().origin()));
    return new Suspicion(
        new Cause(kind, by, about),
        by,
        kind == Kind.FORGED_PATH ? new Asn(Integer.toUnsignedLong(fault.from())) : origin,
        counts ? Alone.COUNTS : Alone.COUNTS_NOT,
        of,
        member,
        origin,
        origin,
        fault.tags());
  }

  /** Whose matter it is: the prefix's holder's; a customer or a lock, that of who declared it. */
  private Optional<MemberId> member(Heard route, PathFault fault, Kind kind) {
    return switch (kind) {
      case NEW_DOWNSTREAM -> declared(fault.by());
      case PEERLOCK -> declared(fault.from()).or(() -> holder(route).map(Declaration::member));
      default -> holder(route).map(Declaration::member);
    };
  }

  private Optional<MemberId> declared(int asn) {
    return references.declarations().ofAsn(Integer.toUnsignedLong(asn)).map(Declaration::member);
  }
}
