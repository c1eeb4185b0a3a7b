package tenbin.balance.ground;

import java.time.Instant;

/**
 * The two times of a decision: for when it is made, and what was on record when it is made.
 *
 * @param at valid time
 * @param knownAt record time
 */
public record When(Instant at, Instant knownAt) {
  /** As things are known at the time itself. */
  public static When asKnownThen(Instant at) {
    return new When(at, at);
  }
}
