package tenbin.spine.ground;

import java.time.Instant;
import tenbin.nouns.member.MemberId;

/**
 * A line of the book of grounds.
 *
 * @param number its place in the order
 * @param recordedAt from when it is on record, by the hub's clock
 * @param from from when it holds
 * @param by who recorded it
 * @param deed what
 * @param evidence where it lies
 */
public record Entry(
    long number, Instant recordedAt, Instant from, By by, Deed deed, String evidence) {
  /**
   * Who recorded something.
   *
   * @param member in whose name
   * @param person who did it, as the audit names people
   */
  public record By(MemberId member, String person) {}
}
