package tenbin.desks.routes.session;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a neighbour that was at fault has to wait: twice as long each time, until it behaved for
 * a while (RFC 4271 section 8.1.1, DampPeerOscillations).
 */
final class Backoff {
  private static final Duration FIRST = Duration.ofSeconds(5);
  private static final Duration LONGEST = Duration.ofMinutes(10);
  private static final Duration GOOD = Duration.ofMinutes(10);
  private static final int MOST_DOUBLINGS = 10;

  private int faults;
  private Instant until = Instant.MIN;

  /** It was at fault, in a session that stood so long. */
  void fault(Duration stood, Instant now) {
    faults = stood.compareTo(GOOD) >= 0 ? 0 : faults;
    Duration wait = FIRST.multipliedBy(1L << Math.min(faults, MOST_DOUBLINGS));
    until = now.plus(wait.compareTo(LONGEST) > 0 ? LONGEST : wait);
    faults++;
  }

  boolean isOver(Instant now) {
    return !now.isBefore(until);
  }
}
