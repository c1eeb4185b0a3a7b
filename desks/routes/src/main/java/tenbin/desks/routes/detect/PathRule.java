package tenbin.desks.routes.detect;

import java.util.ArrayList;
import java.util.List;
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
  private final Neighbourhood neighbours;

  PathRule(References references) {
    this.references = references;
    this.neighbours = new Neighbourhood(references.declarations(), references.relations());
  }

  @Override
  public void judge(Heard route, Consumer<Suspicion> suspicion) {
    if (route.owner().isPresent() || route.around().isPresent()) {
      all(route).forEach(suspicion);
    } else {
      route.path().ofNobody(() -> all(route)).forEach(suspicion);
    }
  }

  private List<Suspicion> all(Heard route) {
    boolean leaks = route.path().fault(PathFault.What.LEAK).isPresent();
    List<Suspicion> all = new ArrayList<>(0);
    for (PathFault fault : route.path().faults()) {
      kind(route, fault, leaks).ifPresent(kind -> all.add(suspect(route, fault, kind)));
    }
    return all;
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
        && !isTaken(route)
        && holder(route).map(Declaration::saysNeighbours).orElse(false);
  }

  /** By an origin that is none of its owner's: {@link OriginRule} tells that already. */
  private static boolean isTaken(Heard route) {
    return route.owner().isPresent() && !Judge.isAllowed(route.owner().get(), route.path());
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
    boolean behind = kind == Kind.FORGED_PATH && route.path().isFirstHop(fault) && isTaken(route);
    boolean counts = member.isPresent() && kind != Kind.BOGON_ASN && !behind;
    PathFault first = first(route, fault, kind);
    String about = kind == Kind.NEW_DOWNSTREAM ? PathReader.text(fault.from()) : "";
    Optional<Prefix> of = route.around();
    if (route.owner().isPresent()) {
      of = Optional.of(route.owner().get().watched().prefix());
    }
    Asn origin = new Asn(Math.max(0, route.path().origin()));
    return new Suspicion(
        new Cause(kind, by, about),
        first.by() == fault.by() ? by : new Asn(Integer.toUnsignedLong(first.by())),
        first.what() == PathFault.What.UNKNOWN_LINK
            ? new Asn(Integer.toUnsignedLong(first.from()))
            : origin,
        counts ? Alone.COUNTS : Alone.COUNTS_NOT,
        of,
        member,
        origin,
        origin,
        fault.why());
  }

  /**
   * What many of it would be of: an AS that leaks what has come over a link that nobody knows only
   * passes on what the AS at that link began, unless members themselves say that it leaks.
   */
  private PathFault first(Heard route, PathFault fault, Kind kind) {
    boolean sure =
        neighbours.isDeclared(fault.by(), fault.from())
            && neighbours.isDeclared(fault.by(), fault.to());
    if (kind != Kind.ROUTE_LEAK || sure) {
      return fault;
    }
    PathFault first = fault;
    for (PathFault each : route.path().faults()) {
      boolean nearer = each.at() > first.at();
      first = each.what() == PathFault.What.UNKNOWN_LINK && nearer ? each : first;
    }
    return first;
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
