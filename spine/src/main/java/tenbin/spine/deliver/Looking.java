package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.count.RowBounds;
import tenbin.spine.storage.row.RowDecoder;
import tenbin.spine.storage.row.Stored;

/** The newest rows that pages ask for. */
final class Looking {
  private static final int CHUNK = 1_000;

  /** Twice a page: most questions are answered by that. */
  private static final int FIRST_CHUNK = 100;

  /** Rows that one page's question goes through at most: a second of work. */
  private static final int MOST_SCANNED = 200_000;

  private static final long NANOS = 1_000_000_000L;

  /** The coarsest that a time is released. */
  private static final long DAY = 86_400 * NANOS;

  private final StoredDeliveries.Means means;
  private final RowQueries queries;
  private final Groups groups;
  private final SeenIds ids;

  Looking(StoredDeliveries.Means means, RowQueries queries, Groups groups, SeenIds ids) {
    this.means = means;
    this.queries = queries;
    this.groups = groups;
    this.ids = ids;
  }

  List<Disclosure> newest(Deliveries.Search search, Outlet outlet, Optional<CaseKeys.Room> room) {
    Optional<Integer> party = means.parties().find(search.recipient());
    if (party.isEmpty()) {
      return List.of();
    }
    int wanted = Math.addExact(search.skip(), search.most());
    List<RowDecisions.Released> found = newest(new Look(search, outlet, room), party.get(), wanted);
    List<RowDecisions.Released> page =
        found.subList(Math.min(search.skip(), found.size()), Math.min(wanted, found.size()));
    page.forEach(row -> ids.remember(search.recipient(), row));
    return page.stream().map(RowDecisions.Released::disclosure).toList();
  }

  /** Matching rows, newest arrival first, going through a bounded number of candidates. */
  private List<RowDecisions.Released> newest(Look look, int party, int wanted) {
    Matching matching = new Matching(look.search);
    List<RowDecisions.Released> fitting = new ArrayList<>();
    long before = Long.MAX_VALUE;
    int chunk = Math.clamp(wanted, FIRST_CHUNK, CHUNK);
    for (int scanned = 0; scanned < MOST_SCANNED && fitting.size() < wanted; scanned += chunk) {
      chunk = scanned == 0 ? chunk : CHUNK;
      Reach reach = new Reach(before, chunk);
      Step step =
          means.database().transact(connection -> step(connection, look, party, matching, reach));
      step.released.stream().filter(row -> matching.fits(row.disclosure())).forEach(fitting::add);
      if (step.end) {
        break;
      }
      before = step.before;
    }
    return fitting;
  }

  /** What a page asks for, through what, and within which case. */
  private record Look(Deliveries.Search search, Outlet outlet, Optional<CaseKeys.Room> room) {}

  /** The next candidates: so many that lie before a position. */
  private record Reach(long before, int most) {}

  private record Step(List<RowDecisions.Released> released, long before, boolean end) {}

  private Step step(Connection connection, Look look, int party, Matching matching, Reach reach)
      throws SQLException {
    Deliveries.Search search = look.search;
    Plan plan =
        StoredDeliveries.plan(means, search.recipient(), search.purpose(), look.outlet, look.room);
    Split split = groups.split(connection, party, plan);
    Wanted wanted = split.wanted(split.open());
    Optional<RowBounds> bounds = bounds(connection, search, party, wanted, matching);
    List<Stored> rows =
        bounds.isEmpty()
            ? List.of()
            : candidates(
                connection, new Area(search, party, wanted, bounds.get()), matching, reach);
    List<RowDecisions.Released> released = decisions(connection, party, plan, split).of(rows);
    return new Step(
        released,
        rows.isEmpty() ? reach.before : rows.getLast().position(),
        rows.size() < reach.most);
  }

  RowDecisions decisions(Connection connection, int party, Plan plan, Split split) {
    return new RowDecisions(connection, party, plan, split, groups.numbers(), means.correlator());
  }

  /** Where something is looked for: whose rows, of which groups, and where such rows lie. */
  private record Area(Deliveries.Search search, int party, Wanted wanted, RowBounds bounds) {}

  /** Where rows lie that may fit, by what is counted of them; empty when there are none. */
  private Optional<RowBounds> bounds(
      Connection connection, Deliveries.Search search, int party, Wanted wanted, Matching matching)
      throws SQLException {
    return RowBounds.of(
        connection,
        new RowBounds.Question(
            party,
            wanted.bases(),
            Math.floorDiv(nanos(search.from()), DAY),
            Math.floorDiv(dayBehind(nanos(search.to())), DAY)),
        number -> matching.mayFit(queries.decoder().kind(connection, number)));
  }

  /**
   * A superset of what fits, from whole days: what is not released, or less exactly, is sorted out
   * afterwards, and nobody finds out a time by narrowing the question.
   */
  private List<Stored> candidates(Connection connection, Area area, Matching matching, Reach reach)
      throws SQLException {
    boolean block = matching.prefix().isPresent();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select "
                + RowDecoder.COLUMNS
                + " from observation o join report r on r.id = o.report"
                + " where o.responsible = ? and o.position < ? and "
                + area.wanted.sql()
                + " and o.observed >= ? and o.observed < ?"
                + " and o.position between ? and ? and o.received_day = any(?)"
                + " and o.kind = any(?)"
                + (block
                    ? " and (o.source_address <<= ?::inet or o.destination_address <<= ?::inet)"
                    : "")
                + " order by o.position desc limit "
                + reach.most)) {
      query.setInt(1, area.party);
      query.setLong(2, reach.before);
      int next = area.wanted.set(query, 3);
      query.setLong(next++, dayBefore(nanos(area.search.from())));
      query.setLong(next++, dayBehind(nanos(area.search.to())));
      query.setLong(next++, area.bounds.from());
      query.setLong(next++, area.bounds.to());
      query.setArray(next++, connection.createArrayOf("date", area.bounds.received().toArray()));
      query.setArray(next++, connection.createArrayOf("int4", area.bounds.kinds().toArray()));
      if (block) {
        query.setString(next++, matching.prefix().orElseThrow().toString());
        query.setString(next, matching.prefix().orElseThrow().toString());
      }
      return queries.read(connection, query);
    }
  }

  /** The beginning of a time's day, as far as 64 bits go. */
  private static long dayBefore(long nanos) {
    return nanos < Long.MIN_VALUE + DAY ? nanos : Math.floorDiv(nanos, DAY) * DAY;
  }

  /** A day behind a time, as far as 64 bits go. */
  private static long dayBehind(long nanos) {
    return nanos > Long.MAX_VALUE - DAY ? nanos : nanos + DAY;
  }

  /** Nanoseconds since 1970, what lies beyond 64 bits at their ends. */
  static long nanos(Instant at) {
    long most = Long.MAX_VALUE / NANOS - 1;
    long seconds = Math.max(-most, Math.min(most, at.getEpochSecond()));
    return seconds * NANOS + at.getNano();
  }

  /** All that fits, as far as one question goes, for counting what cannot be counted otherwise. */
  List<Disclosure> all(Deliveries.Search search) {
    Look look = new Look(search, Outlet.PAGE, Optional.empty());
    return means
        .parties()
        .find(search.recipient())
        .map(party -> newest(look, party, Integer.MAX_VALUE))
        .orElse(List.of())
        .stream()
        .map(RowDecisions.Released::disclosure)
        .toList();
  }

  /** What of the rows that lie there a page may show. */
  List<Disclosure> at(
      Connection connection, MemberId recipient, Purpose purpose, List<Long> positions)
      throws SQLException {
    Optional<Integer> party = means.parties().find(recipient);
    if (party.isEmpty() || positions.isEmpty()) {
      return List.of();
    }
    Plan plan = StoredDeliveries.plan(means, recipient, purpose, Outlet.PAGE);
    Split split = groups.split(connection, party.get(), plan);
    return decisions(connection, party.get(), plan, split)
        .of(queries.at(connection, party.get(), positions))
        .stream()
        .map(RowDecisions.Released::disclosure)
        .toList();
  }
}
