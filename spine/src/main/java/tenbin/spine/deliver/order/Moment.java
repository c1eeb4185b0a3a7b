package tenbin.spine.deliver.order;

import java.time.Instant;
import java.util.Comparator;

/**
 * Where rows come that were opened together.
 *
 * @param position behind which in the hub's order
 * @param at when the recipient asked; of several at one position, the earlier comes first
 */
public record Moment(long position, Instant at) implements Comparable<Moment> {
  private static final Comparator<Moment> ORDER =
      Comparator.comparingLong(Moment::position).thenComparing(Moment::at);

  @Override
  public int compareTo(Moment other) {
    return ORDER.compare(this, other);
  }
}
