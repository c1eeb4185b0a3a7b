package tenbin.spine.group;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/**
 * Something that one member's person did in a group.
 *
 * @param id the same one twice is one
 * @param group its id
 * @param by who did it
 * @param at when
 * @param deed what
 */
public record GroupLine(UUID id, String group, By by, Instant at, Deed deed) {
  /**
   * Who did it.
   *
   * @param member for which member
   * @param person for its own organisation alone, as the audit names people
   */
  public record By(MemberId member, String person) {}

  /** What is done in groups. */
  public sealed interface Deed {}

  /**
   * A group among members begins.
   *
   * @param name of it
   * @param purpose what it is for, a sentence
   * @param until its last moment
   */
  public record Opened(String name, String purpose, Instant until) implements Deed {}

  /** Another member is asked to take part. */
  public record Invited(MemberId whom) implements Deed {}

  /** Who was invited takes part. */
  public record Joined() implements Deed {}

  /** Takes no part any more, or does not want to. */
  public record Left() implements Deed {}

  /** The group is over before its time. */
  public record Ended() implements Deed {}

  /**
   * Minutes of a meeting.
   *
   * @param day of it
   * @param heading what the circle may know
   * @param body what the group's members read
   */
  public record Minuted(LocalDate day, String heading, String body) implements Deed {}

  public MemberId member() {
    return by.member;
  }
}
