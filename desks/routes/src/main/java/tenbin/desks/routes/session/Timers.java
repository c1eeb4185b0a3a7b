package tenbin.desks.routes.session;

import java.time.Duration;
import java.time.Instant;

/**
 * Until when something has to be heard, and when something has to be said (RFC 4271 section 10).
 *
 * @param hold how long the other may be silent; zero for ever
 * @param every how often we say that we are there; zero never
 */
record Timers(Instant expires, Instant due, Duration hold, Duration every) {
  static final Timers NONE = new Timers(Instant.MAX, Instant.MAX, Duration.ZERO, Duration.ZERO);

  private static final int KEEPALIVES = 3; // RFC 4271 section 4.4

  static Timers opening(Instant now, Limits limits) {
    return new Timers(now.plus(limits.openWithin()), Instant.MAX, Duration.ZERO, Duration.ZERO);
  }

  static Timers holding(Instant now, int seconds) {
    if (seconds == 0) {
      return NONE;
    }
    Duration hold = Duration.ofSeconds(seconds);
    Duration every = hold.dividedBy(KEEPALIVES);
    return new Timers(now.plus(hold), now.plus(every), hold, every);
  }

  Timers heard(Instant now) {
    return hold.isZero() ? this : new Timers(now.plus(hold), due, hold, every);
  }

  Timers sent(Instant now) {
    return new Timers(expires, now.plus(every), hold, every);
  }

  boolean isExpired(Instant now) {
    return !now.isBefore(expires);
  }

  boolean isDue(Instant now) {
    return !now.isBefore(due);
  }
}
