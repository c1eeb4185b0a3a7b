package tenbin.balance.ground;

import java.time.Period;
import java.util.List;
import java.util.Set;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Category;

/**
 * Gate N for one purpose: what it must have, what it can use, for how long.
 *
 * @param required any field of an entry at its level or above; without one the item does not go
 * @param optional what may go besides, at most at its level
 * @param retention the longest time the recipient may keep it
 */
public record Need(List<Entry> required, List<Entry> optional, Period retention) {
  /** A purpose that needs nothing and gets nothing. */
  public static final Need NOTHING = new Need(List.of(), List.of(), Period.ZERO);

  /**
   * Fields with a level.
   *
   * @param matches names of categories ("C2") and of fields ("src.ip")
   * @param level in the field's own order; "" for all of it
   */
  public record Entry(Set<String> matches, String level) {
    public Entry {
      matches = Set.copyOf(matches);
    }

    /** Whether a field is meant. */
    public boolean means(String field, Category category) {
      return matches.contains(field) || matches.contains(category.name());
    }

    /** The level in an order; nothing where the order does not know it. */
    public int in(Order order) {
      return level.isEmpty() ? order.greatest() : order.level(level).orElse(order.least());
    }
  }

  public Need {
    required = List.copyOf(required);
    optional = List.copyOf(optional);
  }
}
