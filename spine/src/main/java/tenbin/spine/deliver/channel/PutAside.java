package tenbin.spine.deliver.channel;

import java.time.Instant;

/**
 * A dead letter that a person gave up. Its rows stay where the recipient pulls them.
 *
 * @param letter as it was
 * @param at when it was put aside
 * @param why in the person's words
 */
public record PutAside(Subscription letter, Instant at, String why) {
  /** A sentence or two. */
  public static final int MOST_WHY = 500;
}
