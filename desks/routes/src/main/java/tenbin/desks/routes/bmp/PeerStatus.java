package tenbin.desks.routes.bmp;

import java.time.Instant;
import tenbin.desks.routes.feed.Vantage;

/**
 * A table of a peer that a router monitors.
 *
 * @param vantage as its routes name it
 * @param since when its session is up
 * @param routes that it has
 */
public record PeerStatus(Vantage vantage, Instant since, int routes) {}
