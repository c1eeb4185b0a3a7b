package tenbin.spine.roster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tenbin.nouns.member.Circle;

/**
 * What reading a circle file gave: a circle, or what is wrong with the file. Never both.
 *
 * @param circle present when there is no fault
 * @param faults in the file's order, at most {@link #MOST_FAULTS}
 */
public record CircleReading(Optional<Circle> circle, List<CircleFault> faults) {
  /** More than a screenful helps nobody. */
  public static final int MOST_FAULTS = 100;

  public CircleReading {
    faults = List.copyOf(faults);
    if (circle.isPresent() != faults.isEmpty()) {
      throw new IllegalArgumentException("a circle or faults, not both nor neither");
    }
  }

  /**
   * The circle.
   *
   * @throws IllegalArgumentException with every fault on its line
   */
  public Circle orThrow() {
    return circle.orElseThrow(() ->
        new IllegalArgumentException(
            faults.stream().map(CircleFault::toString).collect(Collectors.joining("\n"))));
  }
}
