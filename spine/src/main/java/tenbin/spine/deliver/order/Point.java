package tenbin.spine.deliver.order;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * Where a row lies in its recipient's order: at its own position, or at an opening, where it comes
 * with the others that were withheld until then, behind all that lies up to there.
 *
 * @param at the row's position; of a row that comes at an opening, the opening's
 * @param opened the opening's time, if it comes at one
 * @param position the row's own
 */
public record Point(long at, Optional<Instant> opened, long position) implements Comparable<Point> {
  private static final Comparator<Point> ORDER =
      Comparator.comparingLong(Point::at)
          .thenComparing(point -> point.opened.orElse(Instant.MIN))
          .thenComparingLong(Point::position);

  /** Before the first row. */
  public static final Point BEGINNING = of(0);

  /** A row that comes where it lies. */
  public static Point of(long position) {
    return new Point(position, Optional.empty(), position);
  }

  /** A row that comes at an opening. */
  public static Point of(Moment opening, long position) {
    return new Point(opening.position(), Optional.of(opening.at()), position);
  }

  @Override
  public int compareTo(Point other) {
    return ORDER.compare(this, other);
  }
}
