package tenbin.spine.ledger;

import java.util.Optional;
import tenbin.spine.storage.Seal;

/** Opens the salts of one recipient's lines; those of its oldest lines were never sealed. */
final class Salts {
  private static final int PLAIN = 16;

  private final Optional<Seal> seal;

  Salts(Optional<PartyTree> recipient) {
    this.seal = recipient.flatMap(PartyTree::seal);
  }

  /** The salt, empty when its time is over or its key destroyed. */
  byte[] open(byte[] stored) {
    return stored.length <= PLAIN
        ? stored
        : seal.flatMap(key -> key.open(stored)).orElseGet(() -> new byte[0]);
  }
}
