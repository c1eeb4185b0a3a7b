package tenbin.spine.casework;

import java.time.Instant;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.member.MemberId;

/**
 * One thing that a member said of a case; nothing is ever taken back, a later one says more.
 *
 * @param member who
 * @param state what
 * @param note in its own words, empty for none; for the secretariat and itself
 * @param at when
 */
public record Answer(MemberId member, AnswerState state, String note, Instant at) {
  /** A page of text: what does not fit is a report, not a note. */
  public static final int MOST_NOTE = 4_000;

  public Answer {
    if (state == AnswerState.SILENT) {
      throw new IllegalArgumentException("silence is no answer");
    }
    if (note.length() > MOST_NOTE) {
      throw new IllegalArgumentException("a note has at most " + MOST_NOTE + " characters");
    }
  }
}
