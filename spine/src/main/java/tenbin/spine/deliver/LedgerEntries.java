package tenbin.spine.deliver;

import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.Terms;
import tenbin.spine.ledger.Ledger;

/** What of a delivery stands in the ledger. */
final class LedgerEntries {
  private LedgerEntries() {}

  static Ledger.Entry of(Deliveries.Left left, Instant at) {
    Set<String> policies = new TreeSet<>();
    Set<String> bases = new TreeSet<>();
    Set<String> obligations = new TreeSet<>();
    for (Terms terms : left.terms()) {
      policies.add(terms.policy());
      bases.addAll(terms.bases());
      terms.obligations().forEach(each -> obligations.add(each.toString()));
    }
    return new Ledger.Entry(
        at,
        left.recipient(),
        left.purpose().code(),
        left.outlet().name(),
        left.format(),
        left.rows(),
        policies,
        bases,
        obligations,
        left.digest());
  }
}
