package tenbin.nouns.time;

import java.time.DateTimeException;
import java.time.Instant;

/**
 * When something was seen: a time in nanoseconds since 1970-01-01T00:00Z and how wrong the clock
 * may be. The truth lies in [time, time + error]: a source that writes whole seconds has cut the
 * fraction off, so its error is one second.
 *
 * @param epochNanos 1677-09-21 to 2262-04-11, what 64 bits hold
 * @param errorNanos zero or more
 */
public record Moment(long epochNanos, long errorNanos) implements Comparable<Moment> {
  public static final long SECOND = 1_000_000_000L;
  public static final long MILLISECOND = 1_000_000L;
  public static final long MICROSECOND = 1_000L;

  public Moment {
    if (errorNanos < 0) {
      throw new IllegalArgumentException("negative clock error: " + errorNanos);
    }
  }

  /**
   * A moment of whole seconds.
   *
   * @throws DateTimeException outside what 64 bits of nanoseconds hold
   */
  public static Moment ofEpochSecond(long epochSecond) {
    return of(Instant.ofEpochSecond(epochSecond), SECOND);
  }

  /**
   * A moment with its clock error.
   *
   * @throws DateTimeException outside what 64 bits of nanoseconds hold
   */
  public static Moment of(Instant instant, long errorNanos) {
    try {
      long nanos =
          Math.addExact(
              Math.multiplyExact(instant.getEpochSecond(), SECOND), (long) instant.getNano());
      return new Moment(nanos, errorNanos);
    } catch (ArithmeticException tooFar) {
      throw new DateTimeException("outside 1677 to 2262: " + instant, tooFar);
    }
  }

  public Instant instant() {
    return Instant.ofEpochSecond(
        Math.floorDiv(epochNanos, SECOND), Math.floorMod(epochNanos, SECOND));
  }

  public long epochSecond() {
    return Math.floorDiv(epochNanos, SECOND);
  }

  /** Days since 1970-01-01, UTC. */
  public int epochDay() {
    return (int) Math.floorDiv(epochNanos, 86_400 * SECOND);
  }

  @Override
  public int compareTo(Moment other) {
    int byTime = Long.compare(epochNanos, other.epochNanos);
    return byTime != 0 ? byTime : Long.compare(errorNanos, other.errorNanos);
  }

  /** ISO 8601 in UTC, as precise as the value. */
  @Override
  public String toString() {
    return instant().toString();
  }
}
