package tenbin.balance.ground;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The two times of a decision: for when it is made, and what was on record when it is made. Every
 * comparison that a decision makes with a time goes through here, so that a {@link Horizon} can say
 * how long the decision stays as it is.
 */
public final class When {
  private final Instant at;
  private final Instant knownAt;
  private final Horizon horizon;

  /**
   * Two times.
   *
   * @param at valid time
   * @param knownAt record time
   */
  public When(Instant at, Instant knownAt) {
    this(at, knownAt, Horizon.UNWATCHED);
  }

  private When(Instant at, Instant knownAt, Horizon horizon) {
    this.at = at;
    this.knownAt = knownAt;
    this.horizon = horizon;
  }

  /** As things are known at the time itself. */
  public static When asKnownThen(Instant at) {
    return new When(at, at);
  }

  /** As things are known at the time itself; what is compared with it is noted. */
  public static When watched(Instant at, Horizon horizon) {
    return new When(at, at, horizon);
  }

  /** Valid time. */
  public Instant at() {
    return at;
  }

  /** Record time. */
  public Instant knownAt() {
    return knownAt;
  }

  /** Whether both are one time. */
  public boolean isAsKnownThen() {
    return at.equals(knownAt);
  }

  /** Whether a moment has come: what holds from it on holds now. */
  public boolean reaches(Instant moment) {
    return horizon.noted(moment, !at.isBefore(moment));
  }

  /** Whether what was recorded at a moment is known. */
  public boolean knows(Instant recordedAt) {
    return horizon.noted(recordedAt, !knownAt.isBefore(recordedAt));
  }

  /** The same valid time, with what was on record at another. */
  When knownAt(Instant other) {
    return new When(at, other, horizon);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof When its && its.at.equals(at) && its.knownAt.equals(knownAt);
  }

  @Override
  public int hashCode() {
    return at.hashCode() * 31 + knownAt.hashCode();
  }

  @Override
  public String toString() {
    return isAsKnownThen() ? at.toString() : at + " as known at " + knownAt;
  }
}
