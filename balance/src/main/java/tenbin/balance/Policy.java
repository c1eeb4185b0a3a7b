package tenbin.balance;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;

/**
 * What the balance goes by: the circle with its dated agreements, and for each purpose the
 * categories that it needs at all (gate N).
 *
 * @param circle members and agreements
 * @param needed purpose to categories; a purpose without an entry needs nothing
 */
public record Policy(Circle circle, Map<Purpose, Set<Category>> needed) {
  public Policy {
    needed = Map.copyOf(needed);
  }

  /** The circle's policy with the purposes that this version of the product serves. */
  public static Policy of(Circle circle) {
    Map<Purpose, Set<Category>> needed = new EnumMap<>(Purpose.class);
    needed.put(
        Purpose.NOTIFY_AFFECTED_CUSTOMER,
        EnumSet.of(Category.C0, Category.C1, Category.C2, Category.C4));
    needed.put(Purpose.INFORM_AND_DEFEND, EnumSet.of(Category.C0, Category.C1));
    needed.put(Purpose.RUN_THE_CIRCLE, EnumSet.of(Category.C0, Category.CD));
    return new Policy(circle, needed);
  }

  Set<Category> neededFor(Purpose purpose) {
    return needed.getOrDefault(purpose, Set.of());
  }
}
