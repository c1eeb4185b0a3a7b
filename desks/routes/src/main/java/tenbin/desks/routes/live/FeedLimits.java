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
    Limits bgp = Limits.USUAL;
    tenbin.desks.routes.bmp.Limits bmp = tenbin.desks.routes.bmp.Limits.USUAL;
    return new FeedLimits(
        new Limits(
            bgp.routes(),
            bgp.updatesPerSecond(),
            bgp.othersPerSecond(),
            bgp.wholeWithin(),
            bgp.takenWithin(),
            bgp.openWithin(),
            bgp.staleFor(),
            quiet),
        new tenbin.desks.routes.bmp.Limits(
            bmp.peers(),
            bmp.routes(),
            bmp.messagesPerSecond(),
            bmp.damaged(),
            bmp.wholeWithin(),
            quiet));
  }
}
