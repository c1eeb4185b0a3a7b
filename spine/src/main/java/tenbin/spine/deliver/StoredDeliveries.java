package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import tenbin.spine.storage.row.Stored;

/**
 * Deliveries out of the stored observations. The hub has one writer, so positions become visible in
 * their order and a cursor names the last row that the recipient got; what was withheld behind it
 * leaves no trace in the cursor, and comes by itself when it may.
 */
public final class StoredDeliveries implements Deliveries {
  /** Rows decided under one plan: some 10 ms, well below the second that a plan may hold. */
  private static final int CHUNK = 2_000;

  /** A ground that ended carries nothing out after so long. */
  private static final Duration FRESH = Duration.ofSeconds(1);

  private final Means means;
  private final RowQueries queries;
  private final Groups groups;
  private final Cursors cursors;
  private final Places places = new Places();
  private final SeenIds ids = new SeenIds();
  private final Looking looking;

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
      Ledger ledger,
      Clock clock) {}

  public StoredDeliveries(Means means) {
    this.means = means;
    this.queries = new RowQueries(new RowDecoder(means.parties()));
    this.groups = new Groups(means.parties());
    this.cursors = new Cursors(means.secret());
    this.looking = new Looking(means, queries, groups, ids);
  }

  /** The key of the ids that a recipient sees; one for each thread of work. */
  public static RecipientKey key(Means means, MemberId recipient) {
    return new RecipientKey(
        means.secret().key("recipient", recipient.text()), () -> means.pseudonyms().of(recipient));
  }

  static Plan plan(Means means, MemberId recipient, Purpose purpose, Outlet outlet) {
    return means
        .balance()
        .get()
        .plan(
            new Request(recipient, purpose, outlet, means.clock().instant()),
            key(means, recipient));
  }

  @Override
  public Batch pull(Pull pull) {
    Asked asked = asked(pull);
    Optional<Integer> party = means.parties().find(pull.recipient());
    List<RowDecisions.Released> found =
        party.map(number -> rows(pull, number, from(pull, number, asked))).orElse(List.of());
    boolean more = found.size() > pull.most();
    List<RowDecisions.Released> rows = more ? found.subList(0, pull.most()) : found;
    List<Disclosure> disclosures = rows.stream().map(RowDecisions.Released::disclosure).toList();
    return new Batch(disclosures, cursor(pull, rows), more);
  }

  /** After what a pull goes on: a place, or for a cursor of version 0.1.0 a position. */
  private record Asked(Cursors.Place place, Optional<Long> position) {}

  private Asked asked(Pull pull) {
    if (pull.after().isEmpty()) {
      return new Asked(Cursors.Place.BEGINNING, Optional.of(0L));
    }
    String cursor = pull.after().get();
    Optional<Cursors.Place> place = cursors.place(pull.recipient(), cursor);
    return place.isPresent()
        ? new Asked(place.get(), places.known(pull.recipient(), place.get()))
        : new Asked(
            Cursors.Place.BEGINNING, Optional.of(cursors.oldPosition(pull.recipient(), cursor)));
  }

  /** The position in the hub's order after which the pull goes on. */
  private long from(Pull pull, int party, Asked asked) {
    return asked
        .position()
        .orElseGet(() ->
            means
                .database()
                .transact(connection -> {
                  Integer[] open = groups.open(connection, party, planOf(pull));
                  return Places.find(connection, party, open, asked.place());
                }));
  }

  private Plan planOf(Pull pull) {
    return plan(means, pull.recipient(), pull.purpose(), pull.outlet());
  }

  /** Of the last row; where there is none, the one that was asked with. */
  private String cursor(Pull pull, List<RowDecisions.Released> rows) {
    if (rows.isEmpty()) {
      return pull.after().orElseGet(() -> cursors.of(pull.recipient(), Cursors.Place.BEGINNING));
    }
    Cursors.Place last = Cursors.Place.of(rows.getLast().row());
    places.remember(pull.recipient(), last, rows.getLast().row().position());
    return cursors.of(pull.recipient(), last);
  }

  /** Up to one row more than was asked for, so that {@code more} tells of rows that really come. */
  private List<RowDecisions.Released> rows(Pull pull, int party, long from) {
    List<RowDecisions.Released> released = new ArrayList<>();
    long position = from;
    boolean end = false;
    while (!end && released.size() <= pull.most()) {
      int most = Math.min(CHUNK, pull.most() + 1 - released.size());
      long behind = position;
      Step step =
          means.database().transact(connection -> step(connection, pull, party, behind, most));
      released.addAll(step.released);
      position = step.position;
      end = step.end;
    }
    return released;
  }

  private record Step(List<RowDecisions.Released> released, long position, boolean end) {}

  private Step step(Connection connection, Pull pull, int party, long behind, int most)
      throws SQLException {
    Plan plan = planOf(pull);
    Integer[] open = groups.open(connection, party, plan);
    if (open.length == 0) {
      return new Step(List.of(), behind, true);
    }
    List<Stored> rows = queries.behind(connection, party, open, behind, most);
    List<RowDecisions.Released> released =
        new RowDecisions(connection, party, plan, open, means.correlator()).of(rows);
    long position = rows.isEmpty() ? behind : rows.getLast().position();
    return new Step(released, position, rows.size() < most);
  }

  @Override
  public Optional<Disclosure> row(MemberId recipient, Purpose purpose, Outlet outlet, UUID id) {
    return looking.row(recipient, purpose, outlet, id);
  }

  @Override
  public List<Disclosure> newest(Search search, Outlet outlet) {
    return looking.newest(search, outlet);
  }

  @Override
  public List<Tally> tally(Search search, Duration bucket) {
    return looking.tally(search, bucket);
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
