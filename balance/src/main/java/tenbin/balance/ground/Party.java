package tenbin.balance.ground;

import java.util.Set;
import tenbin.nouns.consent.PartyId;

/**
 * Somebody who holds, receives or is meant.
 *
 * @param id short and stable
 * @param name for people
 * @param classes what it is: "member", "working-group:dns", "government", "vendor"
 * @param carrier whether it carries communications for others: decides gate S
 * @param laws under which it sits: "JP", "EU"
 */
public record Party(
    PartyId id, String name, Set<String> classes, boolean carrier, Set<String> laws) {
  /** The class of everybody. */
  public static final String PUBLIC = "public";

  /** The class of those who run the hub. */
  public static final String SECRETARIAT = "secretariat";

  /** What the class of a member's customers begins with; the member's id follows. */
  public static final String CUSTOMER_OF = "customer-of:";

  public Party {
    classes = Set.copyOf(classes);
    laws = Set.copyOf(laws);
  }
}
