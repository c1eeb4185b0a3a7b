package tenbin.spine.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ledger.evidence.Evidence;
import tenbin.spine.ledger.evidence.HeadNote;
import tenbin.spine.ledger.evidence.LedgerKey;

/** The ledger's evidence as files that stand by themselves, each for its own party. Any thread. */
public interface ProofBook {
  /** What everybody needs to verify by itself. */
  LedgerKey key();

  /** The newest signed head; empty until the first tick. */
  Optional<HeadNote> head();

  /** The proof of one of the recipient's receipts. */
  Proved receipt(MemberId recipient, UUID id);

  /**
   * That the ledger only grew since it had so many heads.
   *
   * @return empty when it never had so many
   */
  Optional<Evidence.Consistency> consistency(long heads);

  /** What became of asking for a proof. */
  sealed interface Proved {
    /** Here it is. */
    record Proof(Evidence.Receipt file) implements Proved {}

    /** The next head will have it. */
    record NotYet(Instant at) implements Proved {}

    /** The recipient has no such receipt. */
    record Unknown() implements Proved {}
  }
}
