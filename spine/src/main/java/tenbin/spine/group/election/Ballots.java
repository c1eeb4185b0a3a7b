package tenbin.spine.group.election;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Seal;

/**
 * The boxes of elections. A box is one sealed count of all choices, opened and sealed anew for
 * every vote, always of the same length, so the database holds neither a ballot nor an order of
 * ballots. Its key is the hub's and not in the database. Any thread.
 */
public final class Ballots {
  private final BallotBook book;
  private final Function<UUID, byte[]> keys;

  /**
   * Boxes under keys of their own.
   *
   * @param keys 32 bytes for each election
   */
  public Ballots(BallotBook book, Function<UUID, byte[]> keys) {
    this.book = book;
    this.keys = keys;
  }

  boolean cast(Election election, Set<UUID> candidates, MemberId member, UUID choice) {
    Seal seal = new Seal(keys.apply(election.id()));
    return book.cast(
        election.id(),
        member,
        sealed -> seal.seal(opened(seal, candidates, sealed).plus(choice).bytes()));
  }

  private static Tally opened(Seal seal, Set<UUID> candidates, byte[] sealed) {
    return sealed.length == 0
        ? Tally.empty(candidates)
        : Tally.of(
            candidates,
            seal.open(sealed)
                .orElseThrow(() -> new IllegalStateException("a box under another key")));
  }

  boolean hasVoted(Election election, MemberId member) {
    return book.hasVoted(election.id(), member);
  }

  /** What was voted, when voting is over. */
  Tally count(Election election, Set<UUID> candidates) {
    Seal seal = new Seal(keys.apply(election.id()));
    Optional<byte[]> box = book.box(election.id());
    return opened(seal, candidates, box.orElse(new byte[0]));
  }

  void forget(Election election) {
    book.forget(election.id());
  }
}
