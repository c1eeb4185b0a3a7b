package tenbin.desks.routes.past;

import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;

/**
 * From a time on a vantage point has this route to a prefix.
 *
 * @param micros of the epoch, UTC; of one vantage point they never go back
 */
record Change(long micros, Vantage from, Prefix prefix, PastRoute route) implements Word {
  @Override
  public Change at(long time) {
    return time == micros ? this : new Change(time, from, prefix, route);
  }
}
