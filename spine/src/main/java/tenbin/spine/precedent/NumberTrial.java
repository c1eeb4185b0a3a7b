package tenbin.spine.precedent;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tenbin.balance.aggregate.Atom;
import tenbin.balance.aggregate.Cell;
import tenbin.balance.aggregate.Statistics;
import tenbin.spine.yaml.YamlFault;

/**
 * Numbers that are to be told (DISCLOSURE section 6).
 *
 * @param name the case's, with the variant's behind it
 * @param atoms what is known
 * @param wanted cells that are to be told
 * @param published cells that were told before
 * @param expected what people expect
 * @param faults why the file is refused
 */
public record NumberTrial(
    String name,
    List<Atom> atoms,
    List<Cell> wanted,
    Set<Cell> published,
    Optional<Expectation> expected,
    List<YamlFault> faults)
    implements Trial {
  public NumberTrial {
    atoms = List.copyOf(atoms);
    wanted = List.copyOf(wanted);
    published = Set.copyOf(published);
    faults = List.copyOf(faults);
  }

  /** What may be told: cell, its atoms joined by "+", to number. */
  public Map<String, String> told() {
    Map<String, String> told = new TreeMap<>();
    for (Statistics.Told each : new Statistics(atoms).release(wanted, published)) {
      told.put(String.join("+", each.cell().atoms()), "" + each.rows());
    }
    return told;
  }
}
