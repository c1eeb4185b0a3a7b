package tenbin.spine.deliver;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tenbin.balance.Footing;
import tenbin.balance.Terms;
import tenbin.nouns.consent.PartyId;
import tenbin.spine.ledger.Entry;

/** What of a delivery stands in the ledger. */
final class LedgerEntries {
  private LedgerEntries() {}

  static Entry of(Deliveries.Left left, Instant at) {
    Footing footing = left.footing();
    Set<String> holders = footing.holders().stream().map(PartyId::text).collect(Collectors.toSet());
    List<Entry.About> abouts = new ArrayList<>();
    footing.subjects().forEach((subject, sum) -> about(left, subject, sum, abouts));
    return new Entry(
        at,
        left.recipient(),
        left.purpose().code(),
        left.outlet().name(),
        left.format(),
        told(footing.all()),
        new Entry.Inner(holders, footing.questions()),
        abouts,
        left.digest());
  }

  /** What left about the recipient itself is its receipt already. */
  private static void about(
      Deliveries.Left left, PartyId subject, Footing.Sum sum, List<Entry.About> abouts) {
    if (!subject.equals(left.recipient().party())) {
      abouts.add(new Entry.About(subject, told(sum), sum.reports(), Optional.empty()));
    }
  }

  private static Entry.Told told(Footing.Sum sum) {
    Set<String> policies = new TreeSet<>();
    Set<String> bases = new TreeSet<>();
    Set<String> obligations = new TreeSet<>();
    for (Terms terms : sum.terms()) {
      policies.add(terms.policy());
      bases.addAll(terms.bases());
      terms.obligations().forEach(each -> obligations.add(each.toString()));
    }
    return new Entry.Told(sum.rows(), policies, bases, obligations, sum.fields());
  }
}
