package tenbin.balance.ground;

import java.time.Instant;

/**
 * A recorded period: holds from its first instant to before its end, and is known from when it was
 * recorded. A later extension is a further span, so what was known before stays.
 *
 * @param from the first instant at which it holds
 * @param to the first at which it no longer does, {@link Instant#MAX} while open
 * @param recordedAt from when it is on record
 */
public record Span(Instant from, Instant to, Instant recordedAt) {
  public Span {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("ends before it begins: " + from + " to " + to);
    }
  }

  boolean holds(When when) {
    return isKnown(when) && when.reaches(from) && !when.reaches(to);
  }

  boolean isKnown(When when) {
    return when.knows(recordedAt);
  }
}
