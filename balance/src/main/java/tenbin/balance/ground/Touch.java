package tenbin.balance.ground;

import java.util.List;
import java.util.Set;
import tenbin.nouns.consent.Category;

/**
 * A gate that a law adds to categories of fields. A condition that cannot be evaluated adds it.
 *
 * @param law of which parties
 * @param gate S, P, K or H
 * @param categories that touch it under this law
 * @param conditions all of which must not be unmet
 */
public record Touch(String law, Gate gate, Set<Category> categories, List<Condition> conditions) {
  public Touch {
    categories = Set.copyOf(categories);
    conditions = List.copyOf(conditions);
  }
}
