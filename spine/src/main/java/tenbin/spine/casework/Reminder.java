package tenbin.spine.casework;

import tenbin.nouns.casework.Deadline;
import tenbin.nouns.member.MemberId;

/**
 * A member is to be reminded of a case. What the message says comes from {@link CaseBook#cases}
 * under a plan for that member.
 *
 * @param caseId inside the hub
 * @param member who
 * @param step which one
 * @param deadline of the case
 */
public record Reminder(String caseId, MemberId member, Step step, Deadline deadline) {
  /** When: each comes at most once for a member and a case. */
  public enum Step {
    /** Half of the time is over and the member is silent. */
    HALFWAY,
    /** The deadline has come without a final answer. */
    DUE,
    /** A day later; the secretariat takes it up from here. */
    OVERDUE
  }
}
