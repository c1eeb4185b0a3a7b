package tenbin.spine.group.election;

import java.util.UUID;
import tenbin.nouns.member.MemberId;

/**
 * Somebody who could be elected.
 *
 * @param id inside the hub
 * @param election in which
 * @param seat its seat as a participant, when it was nominated
 * @param member for which member it takes part
 * @param by which member nominated it
 * @param state whether it stands
 */
public record Candidate(
    UUID id, UUID election, UUID seat, MemberId member, MemberId by, State state) {
  /** Whether somebody stands. */
  public enum State {
    /** By somebody else; has not said whether it wants to. */
    NOMINATED,
    STANDS,
    /** Does not want to, or not any more. */
    DECLINED
  }

  Candidate in(State other) {
    return new Candidate(id, election, seat, member, by, other);
  }
}
