package tenbin.balance.ground;

import java.util.Map;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Category;

/**
 * The most that a ground allows of fields, by a field's name, then by its category, then by its
 * order's name; all of it where nothing is said. A level that the field's order does not know
 * allows nothing.
 */
public record Ceiling(Map<String, String> levels) {
  public static final Ceiling NONE = new Ceiling(Map.of());

  public Ceiling {
    levels = Map.copyOf(levels);
  }

  public int of(String field, Category category, Order order) {
    String said = levels.get(field);
    if (said == null) {
      said = levels.get(category.name());
    }
    if (said == null) {
      said = levels.get(order.name());
    }
    return said == null ? order.greatest() : order.level(said).orElse(order.least());
  }
}
