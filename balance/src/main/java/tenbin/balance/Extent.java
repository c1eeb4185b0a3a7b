package tenbin.balance;

import java.util.ArrayList;
import java.util.List;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Category;
import tenbin.nouns.observation.Field;

/**
 * How much of the rows of a group is told: the level of each field that goes at all, and whose kept
 * columns go. A value that can be written down and compared with a later one.
 *
 * @param text the fields in their order, each with its level's word, as in "time=hour
 *     source-address=/24 kept-C0"
 */
public record Extent(String text) {
  private static final String KEPT = "kept-";

  static Extent of(Levels levels) {
    List<String> words = new ArrayList<>();
    for (Field field : Field.values()) {
      if (levels.isReleased(field)) {
        words.add(Shapes.nameOf(field) + "=" + levels.word(field));
      }
    }
    for (Category category : Category.values()) {
      if (levels.keeps(category)) {
        words.add(KEPT + category.name());
      }
    }
    return new Extent(String.join(" ", words));
  }

  /** Whether the other one tells at least as much of each field. */
  public boolean isWithin(Extent other) {
    return equals(other) || isBelow(parts(), other.parts());
  }

  private static boolean isBelow(List<String> low, List<String> high) {
    for (Field field : Field.values()) {
      if (!Shapes.orderOf(field).isAtOrBelow(level(low, field), level(high, field))) {
        return false;
      }
    }
    return low.stream().filter(part -> part.startsWith(KEPT)).allMatch(high::contains);
  }

  private List<String> parts() {
    return List.of(text.split(" "));
  }

  private static int level(List<String> parts, Field field) {
    Order order = Shapes.orderOf(field);
    String name = Shapes.nameOf(field) + "=";
    return parts.stream()
        .filter(part -> part.startsWith(name))
        .flatMap(part -> order.level(part.substring(name.length())).stream())
        .findFirst()
        .orElse(order.least());
  }
}
