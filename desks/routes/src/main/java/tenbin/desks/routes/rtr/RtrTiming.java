package tenbin.desks.routes.rtr;

import java.time.Duration;
import tenbin.wire.rpki.RtrPdu;

/**
 * When to ask again (RFC 8210 section 6).
 *
 * @param refresh after an answer
 * @param retry after a failure
 * @param expire after which an answer does not count any more
 */
record RtrTiming(Duration refresh, Duration retry, Duration expire) {
  /** Where the cache does not say. */
  static final RtrTiming USUAL = of(new RtrPdu.Intervals(3_600, 600, 7_200));

  /** Without a PDU for so long in an answer, or before it, the session is given up. */
  static final Duration MOST_SILENCE = Duration.ofSeconds(60);

  /** As the cache says, within the bounds of the standard. */
  static RtrTiming of(RtrPdu.Intervals told) {
    long refresh = Math.clamp(told.refresh(), 1, 86_400);
    long retry = Math.clamp(told.retry(), 1, 7_200);
    long expire = Math.clamp(told.expire(), Math.max(600, 1 + Math.max(refresh, retry)), 172_800);
    return new RtrTiming(
        Duration.ofSeconds(refresh), Duration.ofSeconds(retry), Duration.ofSeconds(expire));
  }

  /** How long to wait after so many failures in a row: from a second up to the retry interval. */
  Duration pause(int failures) {
    Duration doubled = Duration.ofSeconds(1L << Math.clamp(failures - 1, 0, 12));
    return doubled.compareTo(retry) < 0 ? doubled : retry;
  }
}
