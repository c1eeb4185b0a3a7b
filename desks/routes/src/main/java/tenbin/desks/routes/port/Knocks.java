package tenbin.desks.routes.port;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import tenbin.nouns.net.Address;

/**
 * How often each caller dialled lately, in stretches of ten seconds. For one thread, and for
 * callers that are known: there is a number for each of them.
 */
final class Knocks {
  /** Three a second; a speaker waits seconds between two attempts (RFC 4271 section 10). */
  static final int MOST = 30;

  private static final Duration STRETCH = Duration.ofSeconds(10);

  private final InstantSource clock;
  private final Map<Address, Integer> counts = new HashMap<>();
  private Instant until;

  Knocks(InstantSource clock) {
    this.clock = clock;
    this.until = clock.instant().plus(STRETCH);
  }

  /** Counts one more, and says whether that is too many. */
  boolean isTooOften(Address from) {
    Instant now = clock.instant();
    if (!now.isBefore(until)) {
      counts.clear();
      until = now.plus(STRETCH);
    }
    return counts.merge(from, 1, Integer::sum) > MOST;
  }
}
