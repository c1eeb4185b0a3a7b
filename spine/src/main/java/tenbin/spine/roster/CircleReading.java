package tenbin.spine.roster;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tenbin.nouns.member.Circle;
import tenbin.spine.yaml.YamlFault;
import tenbin.spine.yaml.YamlFaults;

/**
 * What reading a circle file gave: a circle, or what is wrong with the file. Never both.
 *
 * @param circle present when there is no fault
 * @param faults in the file's order, at most {@link #MOST_FAULTS}
 */
public record CircleReading(Optional<Circle> circle, List<YamlFault> faults) {
  /** Faults that are told of one file. */
  public static final int MOST_FAULTS = YamlFaults.MOST;

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
            faults.stream().map(YamlFault::toString).collect(Collectors.joining("\n"))));
  }
}
