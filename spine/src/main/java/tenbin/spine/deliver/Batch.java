package tenbin.spine.deliver;

import java.util.List;
import tenbin.balance.Disclosure;

/**
 * What a pull gave.
 *
 * @param rows in the order of delivery; may be empty
 * @param cursor where to go on, keyed to the recipient: opaque, survives restarts, tells nothing of
 *     others
 * @param more whether there are rows behind it now
 */
public record Batch(List<Disclosure> rows, String cursor, boolean more) {
  public Batch {
    rows = List.copyOf(rows);
  }
}
