package tenbin.nouns.member;

import java.util.Set;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.time.Validity;

/**
 * A circle's membership agreement: the one kind of basis that the circle file knows. Who signed it
 * lets rows that it contributes go, for these purposes and in these categories, to whoever signed
 * it too and is responsible for the address.
 *
 * @param id short and stable: it stands in the ledger
 * @param title for people
 * @param purposes what it is for
 * @param categories of the fields it opens
 * @param signedBy the members bound by it, on both sides
 * @param validity from its date to its end
 * @param evidence where the signed text lies
 */
public record Agreement(
    String id,
    String title,
    Set<Purpose> purposes,
    Set<Category> categories,
    Set<MemberId> signedBy,
    Validity validity,
    String evidence) {
  public Agreement {
    if (id.isBlank() || evidence.isBlank()) {
      throw new IllegalArgumentException("an agreement needs an id and evidence: \"" + id + "\"");
    }
    purposes = Set.copyOf(purposes);
    categories = Set.copyOf(categories);
    signedBy = Set.copyOf(signedBy);
  }
}
