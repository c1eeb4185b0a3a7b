package tenbin.wire.bgp;

/**
 * A ROUTE-REFRESH: the speaker asks for all routes of a family, or says that such an answer begins
 * or ends (RFC 2918, 7313).
 *
 * @param family which
 * @param kind 0 asks, 1 an answer begins, 2 it ends
 */
public record RouteRefresh(AfiSafi family, int kind) implements Message {}
