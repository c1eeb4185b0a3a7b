package tenbin.spine.group.election;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.time.Validity;
import tenbin.spine.group.GroupLine;
import tenbin.spine.group.role.GroupRole;

/**
 * An election of one role in one group.
 *
 * @param id inside the hub; the same one twice is one
 * @param group its id
 * @param role what is voted for
 * @param opened by whom, and when
 * @param schedule until when is nominated and voted
 * @param term for which whoever is elected holds the role
 * @param quorum how many members have to vote
 * @param electors the members that may vote: those of the group when it was opened
 * @param secondOf the election that this is the second ballot of
 * @param withdrawn when it was taken back
 * @param result what came of it, once voting is over
 */
public record Election(
    UUID id,
    String group,
    GroupRole role,
    Opened opened,
    Schedule schedule,
    Validity term,
    int quorum,
    Set<MemberId> electors,
    Optional<UUID> secondOf,
    Optional<Instant> withdrawn,
    Optional<Result> result) {
  /** By whom and when it was opened. */
  public record Opened(GroupLine.By by, Instant at) {}

  /** The first moment at which nobody is nominated any more, and at which nobody votes any more. */
  public record Schedule(Instant nominationsEnd, Instant votingEnd) {}

  /** Where it stands. */
  public enum Phase {
    NOMINATING,
    VOTING,
    OVER,
    WITHDRAWN
  }

  /** How it ended. */
  public enum Outcome {
    ELECTED,
    /** "None of these" had the most, or as many as the best. */
    NOBODY,
    /** Several had the most: they stand in a second ballot. */
    TIE,
    NO_QUORUM,
    /** Fewer voted than {@link Tally#LEAST}: nothing else is told of it. */
    TOO_FEW,
    NO_CANDIDATE,
    /** Whoever was elected is not there any more. */
    GONE
  }

  /**
   * What came of it.
   *
   * @param chosen the candidate that was elected; none or several otherwise
   * @param cast how many members voted; 0 where that is not told
   * @param counts votes by candidate, {@link Tally#NONE} for none of them; empty where not told
   */
  public record Result(Outcome outcome, Set<UUID> chosen, int cast, Map<UUID, Integer> counts) {
    public Result {
      chosen = Set.copyOf(chosen);
      counts = Map.copyOf(counts);
    }
  }

  public Election {
    electors = Set.copyOf(electors);
  }

  public Phase phase(Instant now) {
    if (withdrawn.isPresent()) {
      return Phase.WITHDRAWN;
    }
    if (result.isPresent() || !now.isBefore(schedule.votingEnd)) {
      return Phase.OVER;
    }
    return now.isBefore(schedule.nominationsEnd) ? Phase.NOMINATING : Phase.VOTING;
  }
}
