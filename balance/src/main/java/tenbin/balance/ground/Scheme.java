package tenbin.balance.ground;

import java.util.Map;

/**
 * A marking of somebody's own: release grades, council information, each with who may have it.
 *
 * @param id "council"
 * @param grades grade to who may have it
 */
public record Scheme(String id, Map<String, Parties> grades) {
  public Scheme {
    grades = Map.copyOf(grades);
  }
}
