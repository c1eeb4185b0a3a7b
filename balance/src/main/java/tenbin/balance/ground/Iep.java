package tenbin.balance.ground;

import java.time.Instant;

/**
 * What the engine takes of a FIRST Information Exchange Policy (IEP 2.0).
 *
 * @param affectedPartyNotifications whether the affected party may be told
 * @param attribution whether who sent it may be, or must not be, told
 * @param encryptInTransit whether the channel must be encrypted
 * @param end the first instant at which nothing may go under it any more
 */
public record Iep(
    Must affectedPartyNotifications, Must attribution, Must encryptInTransit, Instant end) {
  /** IEP's three words. */
  public enum Must {
    MAY,
    MUST,
    MUST_NOT
  }
}
