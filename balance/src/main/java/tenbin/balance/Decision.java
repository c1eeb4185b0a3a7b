package tenbin.balance;

import java.util.Set;

/** What the balance says of one item for one recipient. */
public sealed interface Decision {
  /** Some of it may go. */
  record Released(Disclosure disclosure) implements Decision {}

  /** None of it may go. For the holder and the secretariat only. */
  record Withheld(Set<Reason> reasons) implements Decision {
    public Withheld {
      reasons = Set.copyOf(reasons);
    }
  }
}
