package tenbin.desks.routes.live;

import java.time.Duration;
import tenbin.desks.routes.session.Limits;

/**
 * What routers may cost, and how long their quiet is no end of a table.
 *
 * @param bgp of one that peers
 * @param bmp of one that monitors itself
 */
record FeedLimits(Limits bgp, tenbin.desks.routes.bmp.Limits bmp) {
  /** The usual ones with another quiet. */
  static FeedLimits quietFor(Duration quiet) {
    return new FeedLimits(
        Limits.USUAL.withQuiet(quiet), tenbin.desks.routes.bmp.Limits.USUAL.withQuiet(quiet));
  }
}
