package tenbin.spine.group.election;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.election.Elections.Outcome;
import tenbin.spine.group.role.Caller;

/** Votes in elections: one a member, secret, once. */
public final class Voting {
  private final Elections elections;
  private final Ballots ballots;

  Voting(Elections elections, Ballots ballots) {
    this.elections = elections;
    this.ballots = ballots;
  }

  /** Whether somebody may vote for its member now, and has not. */
  public boolean mayVote(Caller caller, Gathering group, Election election) {
    return election.phase(elections.now()) == Election.Phase.VOTING
        && caller.kind() != Caller.Kind.PROGRAM
        && election.electors().contains(caller.by().member())
        && elections.speaks(caller, group)
        && !hasVoted(caller, election);
  }

  public boolean hasVoted(Caller caller, Election election) {
    return ballots.hasVoted(election, caller.by().member());
  }

  /**
   * Votes for the caller's member, once and for all.
   *
   * @param choice the candidate; empty for none of them
   */
  public Outcome vote(Caller caller, Gathering group, UUID id, Optional<UUID> choice) {
    Optional<Election> open = elections.phase(group, id, Election.Phase.VOTING);
    if (open.isEmpty()) {
      return Outcome.NOT_NOW;
    }
    if (hasVoted(caller, open.get())) {
      return Outcome.VOTED;
    }
    Set<UUID> standing = elections.standing(open.get());
    if (!mayVote(caller, group, open.get())
        || choice.filter(c -> !standing.contains(c)).isPresent()) {
      return Outcome.NOT_YOURS;
    }
    UUID chosen = choice.orElse(Tally.NONE);
    boolean cast = ballots.cast(open.get(), standing, caller.by().member(), chosen);
    return cast ? Outcome.DONE : Outcome.VOTED;
  }
}
