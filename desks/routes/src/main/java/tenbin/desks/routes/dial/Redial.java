package tenbin.desks.routes.dial;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When a client that lost its server dials again: after a second, then twice as long each time up
 * to a limit, each time shorter by up to a quarter, by chance, so that all clients of a server that
 * was away do not come back at one moment. Not for several threads.
 */
public final class Redial {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final int MOST_DOUBLINGS = 12; // More than an hour: limits are shorter.
  private static final double MOST_SHORTER = 0.25;

  private final RandomGenerator random;
  private int failures;

  public Redial(RandomGenerator random) {
    this.random = random;
  }

  /** The connection was of use: the next failure is the first one. */
  public void useful() {
    failures = 0;
  }

  /**
   * A connection ended, or none came about.
   *
   * @param most how long to wait at most
   * @return when to dial again
   */
  public Instant failed(Instant now, Duration most) {
    Duration doubled = FIRST.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
    failures++;
    Duration pause = doubled.compareTo(most) < 0 ? doubled : most;
    long shorter = (long) (pause.toNanos() * MOST_SHORTER * random.nextDouble());
    return now.plus(pause).minusNanos(shorter);
  }
}
