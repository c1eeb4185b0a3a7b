package tenbin.desks.routes.watch;

import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/**
 * A vantage point's word about a prefix.
 *
 * @param micros of the epoch
 * @param vantage its number in the table
 * @param from who it is
 * @param path empty for withdrawn
 */
record Told(long micros, int vantage, Vantage from, Prefix prefix, AsPath path) {
  PathSeen step() {
    return new PathSeen(Hit.instant(micros), from, prefix, path.toString());
  }
}
