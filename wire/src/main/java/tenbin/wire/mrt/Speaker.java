package tenbin.wire.mrt;

import tenbin.nouns.net.Address;

/**
 * Who told a route to the collector.
 *
 * @param asn of it, 0 to 4294967295
 * @param address of its end of the session
 */
public record Speaker(long asn, Address address) {}
