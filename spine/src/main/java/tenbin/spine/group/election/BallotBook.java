package tenbin.spine.group.election;

import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;

/**
 * Who has voted, and apart from it what was voted: of all together, sealed under a key that is not
 * kept beside it. Any thread.
 */
public interface BallotBook {
  /**
   * Lets a member vote once: notes that it has and changes the box, both or neither; false where it
   * had voted.
   *
   * @param change of the sealed box; of no bytes while nobody has voted
   */
  boolean cast(UUID election, MemberId member, UnaryOperator<byte[]> change);

  boolean hasVoted(UUID election, MemberId member);

  /** The sealed box; empty where nobody has voted, or the result stands. */
  Optional<byte[]> box(UUID election);

  /** Takes the box away and who has voted with it. */
  void forget(UUID election);

  /** Ballots that are forgotten when the process ends. */
  static BallotBook inMemory() {
    return new MemoryBallots();
  }

  /** Ballots in a database that has the tables of {@code V30__group_roles.sql}. */
  static BallotBook in(DataSource database) {
    return new StoredBallots(database);
  }
}
