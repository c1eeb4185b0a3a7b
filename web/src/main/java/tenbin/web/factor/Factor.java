package tenbin.web.factor;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * A person's second factor.
 *
 * @param person whose
 * @param nonce what its secrets are derived from, with the hub's own; no secret by itself
 * @param madeAt since when it is there
 * @param confirmedAt since when it is asked for: the person has shown a code of it
 * @param lastStep the step of the last code that was taken; no code of it or of an earlier step is
 * @param usedRecovery a bit for each recovery code that was taken
 */
public record Factor(
    UUID person,
    String nonce,
    Instant madeAt,
    Optional<Instant> confirmedAt,
    long lastStep,
    int usedRecovery) {
  boolean isUsed(int recovery) {
    return (usedRecovery & (1 << recovery)) != 0;
  }
}
