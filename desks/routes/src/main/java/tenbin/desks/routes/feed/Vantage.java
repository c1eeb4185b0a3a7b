package tenbin.desks.routes.feed;

import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;

/**
 * A router that tells routes to a feed: who it is betrays which member it belongs to (C8), so it
 * never leaves but as a band of how many there are.
 *
 * @param feed the name of the feed, as its configuration has it: "rrc06", "member:aozora"
 * @param asn of the router
 * @param address of its end of the session
 */
public record Vantage(String feed, Asn asn, Address address) {}
