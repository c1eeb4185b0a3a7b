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

  /** A whole answer is in seconds; one that drips for longer than this is given up. */
  static final Duration MOST_ANSWER = Duration.ofMinutes(10);

  /** As the cache says, within the bounds of the standard. */
  static RtrTiming of(RtrPdu.Intervals told) {
    long refresh = Math.clamp(told.refresh(), 1, 86_400);
    long retry = Math.clamp(told.retry(), 1, 7_200);
    long expire = Math.clamp(told.expire(), Math.max(600, 1 + Math.max(refresh, retry)), 172_800);
    return new RtrTiming(
        Duration.ofSeconds(refresh), Duration.ofSeconds(retry), Duration.ofSeconds(expire));
  }
}
