package tenbin.spine.ledger.evidence;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tenbin.spine.ledger.tree.Hash;

/**
 * One leaf of the public log: a tick of the clock and the root over all parties' places then.
 *
 * @param slot the tick's number since 1970
 * @param places the root
 */
public record HeadLeaf(long slot, Hash places) {
  /** One tick: heads come at this rate whatever happened. A day has 8,640. */
  public static final Duration TICK = Duration.ofSeconds(10);

  /** The tick's own time, which is not the time at which anything happened. */
  public Instant at() {
    return Instant.EPOCH.plus(TICK.multipliedBy(slot));
  }

  /** The tick in which a time lies. */
  public static long slotOf(Instant time) {
    return Math.floorDiv(time.getEpochSecond(), TICK.toSeconds());
  }

  /** Its one form, which is hashed as a leaf. */
  @Override
  public String toString() {
    return new LineText()
        .with("slot", Long.toString(slot))
        .with("at", at().toString())
        .with("places", places.hex())
        .toString();
  }

  /** Reads that form and no other. */
  public static Optional<HeadLeaf> tryParse(String text) {
    LineText lines = new LineText(text);
    try {
      HeadLeaf leaf =
          new HeadLeaf(lines.number("slot"), Hash.tryParse(lines.one("places")).orElseThrow());
      return leaf.toString().equals(text) ? Optional.of(leaf) : Optional.empty();
    } catch (ArithmeticException
        | NumberFormatException
        | java.time.DateTimeException
        | java.util.NoSuchElementException wrong) {
      return Optional.empty();
    }
  }
}
