package tenbin.hub.joining;

import java.util.List;
import tenbin.spine.newcomer.OwnRange;
import tenbin.spine.newcomer.proof.Finding;

/**
 * What a check of a network came to, as pages and programs show it.
 *
 * @param network as it was written
 * @param found whether its mark is there
 * @param word of the outcome: "counts", "waiting", "missing", "silent", "not-this-way"
 * @param where it was looked for in vain, or why nobody answered
 */
public record CheckLine(String network, boolean found, String word, List<String> where) {
  static CheckLine of(String network, JoiningDoor.Checked checked) {
    boolean counts = checked.range().standing() == OwnRange.Standing.COUNTS;
    return switch (checked.finding()) {
      case Finding.Found ignored ->
          new CheckLine(network, true, counts ? "counts" : "waiting", List.of());
      case Finding.Missing missing -> new CheckLine(network, false, "missing", missing.where());
      case Finding.Silent silent -> new CheckLine(network, false, "silent", List.of(silent.why()));
      case Finding.NotThisWay ignored -> new CheckLine(network, false, "not-this-way", List.of());
    };
  }
}
