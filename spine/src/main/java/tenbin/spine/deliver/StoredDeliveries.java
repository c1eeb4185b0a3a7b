package tenbin.spine.deliver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tenbin.balance.Balance;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.balance.Terms;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.correlate.Correlator;
import tenbin.spine.ledger.Ledger;
import tenbin.spine.ledger.Receipt;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.row.RowDecoder;

/** Deliveries out of the stored observations. */
public final class StoredDeliveries implements Deliveries {
  /** A ground that ended carries nothing out after so long. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Means means;
  private final Pulling pulling;
  private final Looking looking;
  private final Finding finding;
  private final Counting counting;

  /**
   * What deliveries rest on.
   *
   * @param balance as it stands at the moment it is asked for
   */
  public record Means(
      Database database,
      Parties parties,
      Correlator correlator,
      Supplier<Balance> balance,
      HubSecret secret,
      PseudonymKeys pseudonyms,
      CaseKeys cases,
      Ledger ledger,
      Clock clock) {}

  public StoredDeliveries(Means means) {
    this.means = means;
    RowQueries queries = new RowQueries(new RowDecoder(means.parties()));
    Groups groups = new Groups(means.parties(), new NetworkNumbers(means.database()));
    this.pulling = new Pulling(means, queries, groups);
    SeenIds ids = new SeenIds();
    this.looking = new Looking(means, queries, groups, ids);
    this.finding = new Finding(means, queries, groups, ids, looking);
    this.counting = new Counting(means, groups, looking, new Sheets(queries.decoder()));
  }

  /** The key of the ids that a recipient sees; one for each thread of work. */
  public static RecipientKey key(Means means, MemberId recipient) {
    return new RecipientKey(
        means.secret().key("recipient", recipient.text()), () -> means.pseudonyms().of(recipient));
  }

  /** The plan of a recipient, within a case where it looks at one. */
  static Plan plan(
      Means means,
      MemberId recipient,
      Purpose purpose,
      Outlet outlet,
      Optional<CaseKeys.Room> room) {
    RecipientKey own = key(means, recipient);
    RecipientKey key = room.map(within -> own.within(() -> means.cases().of(within))).orElse(own);
    return means
        .balance()
        .get()
        .plan(new Request(recipient, purpose, outlet, means.clock().instant()), key);
  }

  static Plan plan(Means means, MemberId recipient, Purpose purpose, Outlet outlet) {
    return plan(means, recipient, purpose, outlet, Optional.empty());
  }

  @Override
  public Batch pull(Pull pull) {
    return pulling.pull(pull);
  }

  @Override
  public Optional<Disclosure> row(MemberId recipient, Purpose purpose, Outlet outlet, UUID id) {
    return finding.row(recipient, purpose, outlet, id);
  }

  @Override
  public List<Disclosure> newest(Search search, Outlet outlet) {
    return looking.newest(search, outlet, Optional.empty());
  }

  @Override
  public List<Disclosure> newest(Search search, CaseKeys.Room room, Outlet outlet) {
    return looking.newest(search, outlet, Optional.of(room));
  }

  @Override
  public List<Tally> tally(Search search, Duration bucket) {
    return counting.tally(search, bucket);
  }

  @Override
  public Space space(Search search) {
    return counting.space(search);
  }

  @Override
  public void countAhead(long least) {
    counting.ahead(least);
  }

  @Override
  public Receipt record(Left left) {
    Instant now = means.clock().instant();
    String version = means.balance().get().policy().grounds().version();
    for (Terms terms : left.terms()) {
      if (terms.at().plus(FRESH).isBefore(now) && !terms.policy().equals(version)) {
        throw new Overtaken();
      }
    }
    return means.ledger().append(LedgerEntries.of(left, now));
  }
}
