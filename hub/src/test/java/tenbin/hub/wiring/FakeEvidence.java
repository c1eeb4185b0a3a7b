package tenbin.hub.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ledger.EvidenceBook;
import tenbin.spine.ledger.SigningKey;
import tenbin.spine.ledger.evidence.Evidence;
import tenbin.spine.ledger.evidence.HeadNote;
import tenbin.spine.ledger.evidence.LedgerKey;

/** The evidence of a ledger before its first head. */
final class FakeEvidence implements EvidenceBook {
  /** A receipt that waits for its head. */
  static final UUID WAITING = new UUID(0x8000L, 7);

  private final LedgerKey key;

  FakeEvidence() {
    try {
      key = SigningKey.in(Files.createTempDirectory("tenbin-fake-key")).told();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  @Override
  public LedgerKey key() {
    return key;
  }

  @Override
  public Optional<HeadNote> head() {
    return Optional.empty();
  }

  @Override
  public Proved receipt(MemberId recipient, UUID id) {
    return id.equals(WAITING) ? new Proved.NotYet(Instant.EPOCH) : new Proved.Unknown();
  }

  @Override
  public Optional<Evidence.Consistency> consistency(long heads) {
    return Optional.empty();
  }

  @Override
  public Optional<Evidence.Statement> statement(PartyId subject, Instant from, Instant to) {
    return Optional.empty();
  }
}
