package tenbin.wire.shadowserver;

import java.util.List;
import java.util.Map;
import tenbin.nouns.observation.Sides;
import tenbin.wire.csv.Role;

/**
 * How the columns of a kind of report become the two sides of an observation.
 *
 * @param name as the table of types calls it
 * @param sides whose network it is about, and which side is the sensor
 * @param roles the columns of each role, the first told one wins
 * @param provenance columns that would show the sensor; "dst_*" stands for all that begin so
 */
public record Layout(
    String name, Sides sides, Map<Role, List<String>> roles, List<String> provenance) {
  public Layout {
    roles = Map.copyOf(roles);
    provenance = List.copyOf(provenance);
  }

  /** Whether a column would show the sensor. */
  public boolean isProvenance(String column) {
    for (String each : provenance) {
      boolean same =
          each.endsWith("*")
              ? column.startsWith(each.substring(0, each.length() - 1))
              : column.equals(each);
      if (same) {
        return true;
      }
    }
    return false;
  }
}
