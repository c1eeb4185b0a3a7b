package tenbin.spine.deliver.order;

import java.util.List;
import java.util.Optional;

/**
 * A piece of a recipient's order: rows of some groups, by position.
 *
 * @param groups whose rows
 * @param behind they lie behind this position
 * @param upTo and not behind this one
 * @param opening where they come, if not where they lie
 */
public record Stretch(List<Integer> groups, long behind, long upTo, Optional<Moment> opening) {
  public Stretch {
    groups = List.copyOf(groups);
  }

  /** Rows that come where they lie. */
  public static Stretch of(List<Integer> groups, long behind, long upTo) {
    return new Stretch(groups, behind, upTo, Optional.empty());
  }

  /** Where one of its rows lies. */
  public Point point(long position) {
    return opening.map(moment -> Point.of(moment, position)).orElseGet(() -> Point.of(position));
  }

  /** What of it comes behind a point. */
  Stretch after(Point point) {
    if (opening.isEmpty()) {
      return cut(point.at());
    }
    if (opening.equals(point.opened().map(at -> new Moment(point.at(), at)))) {
      return cut(point.position());
    }
    return point(0).compareTo(point) < 0 ? cut(upTo) : this;
  }

  private Stretch cut(long from) {
    return new Stretch(groups, Math.min(upTo, Math.max(behind, from)), upTo, opening);
  }

  boolean isEmpty() {
    return behind >= upTo;
  }
}
