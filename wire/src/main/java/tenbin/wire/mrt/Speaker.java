package tenbin.wire.mrt;

import tenbin.nouns.net.Address;
import tenbin.wire.bgp.AsWidth;
import tenbin.wire.bgp.Family;
import tenbin.wire.bgp.Malformed;
import tenbin.wire.bgp.Octets;

/**
 * Who told a route to the collector.
 *
 * @param asn of it, 0 to 4294967295
 * @param address of its end of the session
 */
public record Speaker(long asn, Address address) {
  /** Its number and then its address. */
  static Speaker read(Octets octets, AsWidth width, Family family) throws Malformed {
    return new Speaker(width.read(octets) & 0xffff_ffffL, octets.address(family));
  }
}
