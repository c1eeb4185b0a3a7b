package tenbin.balance;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;

/**
 * What the balance goes by: the circle with its dated agreements, and what each purpose needs.
 *
 * @param circle members and agreements
 * @param needs purpose to what it needs; a purpose without an entry needs nothing and gets nothing
 */
public record Policy(Circle circle, Map<Purpose, Need> needs) {
  private static final Need NOTHING = new Need(Set.of(), Set.of());

  /**
   * Gate N for one purpose.
   *
   * @param required without these the item does not go at all
   * @param useful all that may go, the required ones among them
   */
  public record Need(Set<Category> required, Set<Category> useful) {
    public Need {
      required = Set.copyOf(required);
      useful = Set.copyOf(useful);
      if (!useful.containsAll(required)) {
        throw new IllegalArgumentException("required but not useful: " + required);
      }
    }
  }

  public Policy {
    needs = Map.copyOf(needs);
  }

  /** The circle's policy with the purposes that this version of the product serves. */
  public static Policy of(Circle circle) {
    Map<Purpose, Need> needs = new EnumMap<>(Purpose.class);
    needs.put(
        Purpose.NOTIFY_AFFECTED_CUSTOMER,
        new Need(
            EnumSet.of(Category.C1, Category.C2),
            EnumSet.of(Category.C0, Category.C1, Category.C2, Category.C4)));
    needs.put(
        Purpose.INFORM_AND_DEFEND,
        new Need(EnumSet.of(Category.C1), EnumSet.of(Category.C0, Category.C1)));
    needs.put(
        Purpose.RUN_THE_CIRCLE,
        new Need(EnumSet.of(Category.CD), EnumSet.of(Category.C0, Category.CD)));
    return new Policy(circle, needs);
  }

  Need needOf(Purpose purpose) {
    return needs.getOrDefault(purpose, NOTHING);
  }
}
