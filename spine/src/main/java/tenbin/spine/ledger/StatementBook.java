package tenbin.spine.ledger;

import java.time.Instant;
import java.util.Optional;
import tenbin.nouns.consent.PartyId;
import tenbin.spine.ledger.evidence.Evidence;

/**
 * Disclosure statements: what left about a party and to it, when, to whom, for what, at which
 * levels, on which basis; for that party and nobody else. Whoever asks has made sure that it is the
 * party itself. Any thread.
 */
public interface StatementBook {
  /** Entries in one statement at most: some 5 MB. */
  int MOST = 10_000;

  /**
   * The statement of a party between two times, as far as the newest head reaches. Nothing between
   * its first and its last entry is left out; of more than {@link #MOST} the newest ones.
   *
   * @return empty when nothing left about it then
   */
  Optional<Evidence.Statement> statement(PartyId subject, Instant from, Instant to);
}
