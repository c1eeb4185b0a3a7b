package tenbin.spine.deliver.channel;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How long a failed delivery waits: twice as long each time, up to a limit, with a random half of
 * it left out, so that a hundred receivers behind one broken line do not come back in one second.
 *
 * @param first after the first failure
 * @param longest at most
 * @param attempts failures in a row after which it is a dead letter
 */
public record Backoff(Duration first, Duration longest, int attempts) {
  /** 16 attempts: half a minute to six hours, about two days in all: a weekend's outage. */
  public static final Backoff USUAL = new Backoff(Duration.ofSeconds(30), Duration.ofHours(6), 16);

  public Backoff {
    if (first.isNegative() || first.isZero() || longest.compareTo(first) < 0 || attempts < 1) {
      throw new IllegalArgumentException("no such waiting: " + first + " to " + longest);
    }
  }

  /** The wait after so many failures in a row: half of it sure, half by chance. */
  Duration after(int failures, RandomGenerator random) {
    int doublings = Math.min(failures - 1, 30);
    Duration whole = first.multipliedBy(1L << doublings);
    Duration capped = whole.compareTo(longest) > 0 ? longest : whole;
    long half = capped.toMillis() / 2;
    return Duration.ofMillis(half + random.nextLong(half + 1));
  }
}
