package tenbin.spine.deliver.channel;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * One try to serve a subscription.
 *
 * @param number 1 and up, per subscription
 * @param at when it began
 * @param delivery what the receiver knows it by; the same when the same is tried again
 * @param rows how many disclosures
 * @param receipt the ledger's, where bytes were released
 * @param outcome how it ended
 * @param obstacle why it failed
 */
public record Attempt(
    long number,
    Instant at,
    UUID delivery,
    int rows,
    Optional<UUID> receipt,
    Outcome outcome,
    Obstacle obstacle) {

  /** How it ended. */
  public enum Outcome {
    /** Under way, or cut off by a crash. */
    OPEN,
    SENT,
    FAILED
  }
}
