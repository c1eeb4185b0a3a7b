package tenbin.desks.routes.session;

import java.util.Optional;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;

/**
 * A router that may peer with us.
 *
 * @param feed its name in the configuration: "member:aozora"
 * @param address from which it dials
 * @param asn that its OPEN must say
 * @param limits what it may cost
 * @param stance what we say that we are to it; empty: nothing, and nothing is asked (RFC 9234)
 */
public record Neighbour(
    String feed, Address address, Asn asn, Limits limits, Optional<Stance> stance) {
  public Neighbour {
    if (feed.isBlank() || !address.isPresent() || !asn.isPresent()) {
      throw new IllegalArgumentException("a neighbour has a name, an address and an AS number");
    }
  }

  /** One without roles. */
  public Neighbour(String feed, Address address, Asn asn, Limits limits) {
    this(feed, address, asn, limits, Optional.empty());
  }

  /** The same with a role of ours. */
  public Neighbour withStance(Stance one) {
    return new Neighbour(feed, address, asn, limits, Optional.of(one));
  }

  /** As its routes name it. */
  public Vantage vantage() {
    return new Vantage(feed, asn, address);
  }
}
