package tenbin.spine.policy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Category;

/** The fields that policy files name, each with its category and its order of levels. */
public final class FieldCatalogue {
  private final Map<String, Entry> entries;
  private final Map<String, Order> orders;

  /**
   * A known field.
   *
   * @param category of it
   * @param order of its levels
   */
  public record Entry(Category category, Order order) {}

  FieldCatalogue(Map<String, Entry> entries, Map<String, Order> orders) {
    this.entries = Map.copyOf(entries);
    this.orders = Map.copyOf(orders);
  }

  public Optional<Entry> field(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  public Set<String> names() {
    return entries.keySet();
  }

  public Optional<Order> order(String name) {
    return Optional.ofNullable(orders.get(name));
  }

  public Set<String> orderNames() {
    return orders.keySet();
  }

  /** Whether some order knows a level of this name. */
  boolean knowsLevel(String level) {
    return orders.values().stream().anyMatch(order -> order.level(level).isPresent());
  }
}
