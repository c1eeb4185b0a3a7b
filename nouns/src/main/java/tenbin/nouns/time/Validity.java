package tenbin.nouns.time;

import java.time.Instant;
import java.util.Optional;

/**
 * From when to when something holds: from inclusive, to exclusive, as registers and contracts are
 * read by machines.
 *
 * @param from the first instant at which it holds
 * @param to the first instant at which it no longer holds; {@link Instant#MAX} while open
 */
public record Validity(Instant from, Instant to) {
  /** Holds at every time. */
  public static final Validity ALWAYS = new Validity(Instant.MIN, Instant.MAX);

  public Validity {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("ends before it begins: " + from + " to " + to);
    }
  }

  public static Validity since(Instant from) {
    return new Validity(from, Instant.MAX);
  }

  public boolean holdsAt(Instant at) {
    return !at.isBefore(from) && at.isBefore(to);
  }

  public boolean overlaps(Validity other) {
    return from.isBefore(other.to) && other.from.isBefore(to);
  }

  /** The end, where one is set. */
  public Optional<Instant> end() {
    return to.equals(Instant.MAX) ? Optional.empty() : Optional.of(to);
  }
}
