package tenbin.spine.policy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tenbin.balance.ground.PolicySet;
import tenbin.spine.yaml.YamlFault;

/**
 * What reading policy files gave: one set, or what is wrong with them. Never both: where a file is
 * refused, the set before stays in force.
 *
 * @param set present when there is no fault
 * @param words what the files name, to read questions by
 * @param faults by file and line
 */
public record PolicyReading(Optional<PolicySet> set, Vocabulary words, List<YamlFault> faults) {
  /**
   * What the files name.
   *
   * @param catalogue fields
   * @param wording parties and classes
   * @param titles of bases for people, by id, where a file gives one
   */
  public record Vocabulary(FieldCatalogue catalogue, Wording wording, Map<String, Title> titles) {
    public Vocabulary {
      titles = Map.copyOf(titles);
    }
  }

  public PolicyReading {
    faults = List.copyOf(faults);
    if (set.isPresent() != faults.isEmpty()) {
      throw new IllegalArgumentException("a set or faults, not both nor neither");
    }
  }

  /**
   * The set.
   *
   * @throws IllegalArgumentException with every fault on its line
   */
  public PolicySet orThrow() {
    return set.orElseThrow(() ->
        new IllegalArgumentException(
            faults.stream().map(YamlFault::toString).collect(Collectors.joining("\n"))));
  }
}
