package tenbin.spine.recall;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;

/**
 * What follows for one recipient of one ground that ended.
 *
 * @param id random, the recipient's to know
 * @param recipient who has to act
 * @param basis the ground that ended
 * @param madeAt when it was worked out
 * @param acknowledgeBy until when the recipient has to say what it did
 * @param recalled deliveries that rested on nothing else; 0 when all of them rest on something else
 * @param rows of those deliveries
 * @param first when the first of them left
 * @param last when the last one did
 * @param answer what the recipient said
 */
public record Recall(
    UUID id,
    MemberId recipient,
    String basis,
    Instant madeAt,
    Instant acknowledgeBy,
    int recalled,
    long rows,
    Instant first,
    Instant last,
    Optional<Answer> answer) {
  /** What a recipient can say that it did. */
  public enum How {
    DELETED,
    /** It stopped using what it has to keep: by a statute, in a backup. */
    STOPPED
  }

  /** What a recipient said, who, when. */
  public record Answer(How how, String person, Instant at) {}

  /** What became of one delivery. */
  public enum Fate {
    RECALLED,
    /** It rests on something else now. */
    ANNOTATED,
    /** A safe number: it told nothing of anybody. */
    STAYS
  }

  /**
   * A delivery that is concerned.
   *
   * @param receipt as the recipient knows it
   * @param at when it left
   * @param outlet through what
   * @param rows how many
   * @param fate what became of it
   * @param restsOn the bases that it rests on now, with commas between
   */
  public record Delivery(
      UUID receipt, Instant at, String outlet, long rows, Fate fate, String restsOn) {}

  /** Whether the recipient has to do something. */
  public boolean isOpen() {
    return recalled > 0 && answer.isEmpty();
  }

  public boolean isOverdue(Instant now) {
    return isOpen() && now.isAfter(acknowledgeBy);
  }
}
