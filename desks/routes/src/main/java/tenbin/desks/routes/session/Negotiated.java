package tenbin.desks.routes.session;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.wire.bgp.AfiSafi;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.Capability;
import tenbin.wire.bgp.MessageReader;
import tenbin.wire.bgp.Open;
import tenbin.wire.bgp.SessionForm;
import tenbin.wire.bgp.Side;

/**
 * What both OPENs settled.
 *
 * @param identifier of the neighbour
 * @param families whose routes it tells
 * @param several of which it tells several paths (RFC 7911)
 * @param width of AS numbers
 * @param side whether it is of our own AS
 * @param holdSeconds the shorter one; 0 never ends
 * @param longestMessage in octets (RFC 8654)
 * @param restart of it, if it says so (RFC 4724)
 * @param role of it, if it says so (RFC 9234)
 */
public record Negotiated(
    Address identifier,
    Set<AfiSafi> families,
    Set<AfiSafi> several,
    AsWidth width,
    Side side,
    int holdSeconds,
    int longestMessage,
    Optional<Capability.GracefulRestart> restart,
    Optional<Capability.Role> role) {
  public Negotiated {
    families = Set.copyOf(families);
    several = Set.copyOf(several);
  }

  static Negotiated of(Local local, Open told) {
    Open ours = local.open(Optional.empty());
    boolean wide = told.first(Capability.FourOctetAs.class).isPresent();
    boolean longer = told.first(Capability.ExtendedMessage.class).isPresent();
    return new Negotiated(
        told.identifier(),
        both(told.families(), Local.FAMILIES),
        both(told.tellsPaths(), ours.takesPaths()),
        wide ? AsWidth.FOUR : AsWidth.TWO,
        sideOf(local.asn(), told.asn()),
        Math.min(local.holdSeconds(), told.holdSeconds()),
        longer ? MessageReader.MOST_EXTENDED : MessageReader.MOST,
        told.first(Capability.GracefulRestart.class),
        told.first(Capability.Role.class));
  }

  private static Side sideOf(Asn ours, Asn theirs) {
    return ours.equals(theirs) ? Side.INTERNAL : Side.EXTERNAL;
  }

  private static Set<AfiSafi> both(Iterable<AfiSafi> theirs, Iterable<AfiSafi> ours) {
    Set<AfiSafi> both = new TreeSet<>();
    theirs.forEach(both::add);
    Set<AfiSafi> mine = new TreeSet<>();
    ours.forEach(mine::add);
    both.retainAll(mine);
    return both;
  }

  SessionForm form() {
    return new SessionForm(width, several, side);
  }

  /** The families whose routes it still had when it restarted. */
  Set<AfiSafi> forwarded() {
    Set<AfiSafi> kept = new TreeSet<>();
    restart.ifPresent(each ->
        each.families().stream()
            .filter(Capability.Kept::forwarding)
            .forEach(family -> kept.add(family.family())));
    return kept;
  }
}
