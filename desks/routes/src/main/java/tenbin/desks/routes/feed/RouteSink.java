package tenbin.desks.routes.feed;

import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.Attributes;

/**
 * Takes the routes of feeds, one prefix at a time, in the order of each feed. Times are
 * microseconds of the epoch, in UTC, as the feed tells them. One thread at a time.
 */
public interface RouteSink {
  /**
   * From now on the vantage point's route to a prefix is this one.
   *
   * @param attributes often the same object for many prefixes; {@link AsPath} is in it
   */
  void announced(long micros, Vantage from, Prefix prefix, Attributes attributes);

  /** The vantage point has no route to it any more; it may have had none before. */
  void withdrawn(long micros, Vantage from, Prefix prefix);

  /** The session ended: nothing is known any more of what the vantage point has. */
  void lost(long micros, Vantage from);

  /** The vantage point has told all that it has (RFC 4724 End-of-RIB; the end of a table). */
  void complete(long micros, Vantage from);
}
