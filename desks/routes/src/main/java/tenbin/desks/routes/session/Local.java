package tenbin.desks.routes.session;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.wire.bgp.AfiSafi;
import tenbin.wire.bgp.Capability;
import tenbin.wire.bgp.Open;

/**
 * Our own end of every session.
 *
 * @param asn of the circle
 * @param identifier an IPv4 address (RFC 6286)
 * @param holdSeconds what we propose; 0 or at least 3
 */
public record Local(Asn asn, Address identifier, int holdSeconds) {
  /** The families that we listen to. */
  static final Set<AfiSafi> FAMILIES = Set.of(AfiSafi.IPV4_UNICAST, AfiSafi.IPV6_UNICAST);

  private static final int TAKES = 1;

  public Local {
    if (!asn.isPresent() || !identifier.isV4() || holdSeconds == 1 || holdSeconds == 2) {
      throw new IllegalArgumentException("an AS number, an IPv4 address, a hold time of 3 s");
    }
  }

  /**
   * What we say to everybody: all that lets us hear more, and of graceful restart that we help
   * others (RFC 4724 section 3: no family of our own); and the role that we have to one.
   */
  Open open(Optional<Stance> stance) {
    List<Capability> capabilities = new ArrayList<>();
    FAMILIES.stream()
        .sorted()
        .forEach(each -> capabilities.add(new Capability.Multiprotocol(each)));
    capabilities.add(new Capability.Refresh());
    capabilities.add(new Capability.ExtendedMessage());
    capabilities.add(new Capability.GracefulRestart(false, true, 0, List.of()));
    capabilities.add(new Capability.FourOctetAs(asn.number()));
    capabilities.add(
        new Capability.AddPath(
            FAMILIES.stream().sorted().map(each -> new Capability.Paths(each, TAKES)).toList()));
    stance.ifPresent(each -> capabilities.add(each.ours().capability()));
    return new Open(asn, holdSeconds, identifier, capabilities);
  }
}
