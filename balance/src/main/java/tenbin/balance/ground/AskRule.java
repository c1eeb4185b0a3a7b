package tenbin.balance.ground;

import java.util.Locale;
import java.util.Set;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;

/**
 * Where a pack or an agreement lets a shut gate be asked about, and whom.
 *
 * @param id short and stable
 * @param gate that is shut
 * @param categories of fields
 * @param purposes what for
 * @param givers who holds it
 * @param recipients for whom
 * @param whom who is asked
 */
public record AskRule(
    String id,
    Gate gate,
    Set<Category> categories,
    Set<Purpose> purposes,
    Parties givers,
    Parties recipients,
    Whom whom) {
  /** Who can be asked. */
  public enum Whom {
    HOLDER,
    SUBJECT,
    REVIEWER;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public AskRule {
    categories = Set.copyOf(categories);
    purposes = Set.copyOf(purposes);
  }
}
