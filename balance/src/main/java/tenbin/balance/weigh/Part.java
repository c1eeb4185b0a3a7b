package tenbin.balance.weigh;

import java.util.Map;
import tenbin.balance.ground.Marking;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Category;

/**
 * One field of a matter.
 *
 * @param name as bases and purposes write it
 * @param category belongs to the field, never to the record
 * @param group the linkage group: fields of one communication or one subject are decided together;
 *     "" for a field that stands alone
 * @param order of its levels
 * @param marking the field's own, besides the matter's
 * @param traits what is said of the field itself: "redaction" to "proposed"
 */
public record Part(
    String name,
    Category category,
    String group,
    Order order,
    Marking marking,
    Map<String, String> traits) {
  public Part {
    traits = Map.copyOf(traits);
  }

  /** A field with nothing special to it. */
  public static Part of(String name, Category category, String group, Order order) {
    return new Part(name, category, group, order, Marking.NONE, Map.of());
  }

  boolean isOfCommunication() {
    return switch (category) {
      case C2, C3, C4 -> true;
      case C0, C1, C5, C6, C7, C8, C9, CR, CD, UNKNOWN -> false;
    };
  }
}
