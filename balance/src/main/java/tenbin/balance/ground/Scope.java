package tenbin.balance.ground;

import java.util.Set;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;

/**
 * What a ground reaches.
 *
 * @param categories of fields
 * @param fields names of fields; empty for every field of the categories
 * @param purposes what for
 * @param acts what the recipient is to do
 * @param givers who may give
 * @param recipients who may receive
 * @param subjects whom the fields may be about
 */
public record Scope(
    Set<Category> categories,
    Set<String> fields,
    Set<Purpose> purposes,
    Set<Act> acts,
    Parties givers,
    Parties recipients,
    Parties subjects) {
  public Scope {
    categories = Set.copyOf(categories);
    fields = Set.copyOf(fields);
    purposes = Set.copyOf(purposes);
    acts = Set.copyOf(acts);
  }

  /** Whether a field of this name and category lies in it. */
  public boolean lists(String field, Category category) {
    return categories.contains(category) && (fields.isEmpty() || fields.contains(field));
  }
}
