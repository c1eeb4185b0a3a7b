package tenbin.desks.routes.session;

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
 */
public record Neighbour(String feed, Address address, Asn asn, Limits limits) {
  public Neighbour {
    if (feed.isBlank() || !address.isPresent() || !asn.isPresent()) {
      throw new IllegalArgumentException("a neighbour has a name, an address and an AS number");
    }
  }

  /** As its routes name it. */
  public Vantage vantage() {
    return new Vantage(feed, asn, address);
  }
}
