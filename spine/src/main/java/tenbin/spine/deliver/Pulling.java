package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Plan;
import tenbin.spine.deliver.order.Openings;
import tenbin.spine.deliver.order.Point;
import tenbin.spine.deliver.order.Stretch;
import tenbin.spine.storage.row.Stored;

/**
 * Rows behind a cursor. The hub has one writer, so positions become visible in their order and a
 * cursor names the last row that the recipient got; what was withheld behind it leaves no trace in
 * the cursor, and comes by itself when it may, at the recipient's next question.
 */
final class Pulling {
  /** Rows decided under one plan: some 10 ms, well below the second that a plan may hold. */
  private static final int CHUNK = 2_000;

  private final StoredDeliveries.Means means;
  private final RowQueries queries;
  private final Groups groups;
  private final OpeningBook openingBook;
  private final Cursors cursors;

  Pulling(StoredDeliveries.Means means, RowQueries queries, Groups groups) {
    this.means = means;
    this.queries = queries;
    this.groups = groups;
    this.openingBook = new OpeningBook(groups.numbers());
    this.cursors = new Cursors(means.secret());
  }

  Batch pull(Pull pull) {
    Asked asked = asked(pull);
    Optional<OpeningBook.Asker> asker =
        means
            .parties()
            .find(pull.recipient())
            .map(party -> new OpeningBook.Asker(party, pull.purpose()));
    List<RowDecisions.Released> found = asker.map(who -> rows(pull, who, asked)).orElse(List.of());
    boolean more = found.size() > pull.most();
    List<RowDecisions.Released> rows = more ? found.subList(0, pull.most()) : found;
    List<Disclosure> disclosures = rows.stream().map(RowDecisions.Released::disclosure).toList();
    String cursor =
        rows.isEmpty()
            ? pull.after().orElseGet(() -> cursors.of(pull.recipient(), Cursors.Place.BEGINNING))
            : cursor(pull, asker.orElseThrow(), rows.getLast().placed());
    return new Batch(disclosures, cursor, more);
  }

  /** After what a pull goes on: a place, or for a cursor of version 0.1.0 a position. */
  private record Asked(Cursors.Place place, long position) {
    static final Asked BEGINNING = new Asked(Cursors.Place.BEGINNING, 0);
  }

  private Asked asked(Pull pull) {
    if (pull.after().isEmpty()) {
      return Asked.BEGINNING;
    }
    String cursor = pull.after().get();
    return cursors
        .place(pull.recipient(), cursor)
        .map(place -> new Asked(place, 0))
        .orElseGet(() ->
            new Asked(Cursors.Place.BEGINNING, cursors.oldPosition(pull.recipient(), cursor)));
  }

  private String cursor(Pull pull, OpeningBook.Asker asker, RowDecisions.Placed last) {
    Cursors.Place place = Cursors.Place.of(last.row(), last.point().opened());
    Cursors.Place numbered =
        means
            .database()
            .transact(
                connection -> Places.remember(connection, asker, place, last.row().position()));
    return cursors.of(pull.recipient(), numbered);
  }

  /** Up to one row more than was asked for, so that {@code more} tells of rows that really come. */
  private List<RowDecisions.Released> rows(Pull pull, OpeningBook.Asker asker, Asked from) {
    List<RowDecisions.Released> found = new ArrayList<>();
    Point point = means.database().transact(connection -> point(connection, pull, asker, from));
    boolean end = false;
    while (!end && found.size() <= pull.most()) {
      int most = Math.min(CHUNK, pull.most() + 1 - found.size());
      Point behind = point;
      Step step =
          means.database().transact(connection -> step(connection, pull, asker, behind, most));
      found.addAll(step.found);
      point = step.point;
      end = step.end;
    }
    return found;
  }

  private Point point(Connection connection, Pull pull, OpeningBook.Asker asker, Asked from)
      throws SQLException {
    if (from.place.equals(Cursors.Place.BEGINNING)) {
      return Point.of(from.position);
    }
    Optional<Long> known = Places.known(connection, asker, from.place);
    long position = known.isPresent() ? known.get() : found(connection, pull, asker, from.place);
    Openings openings = openingBook.read(connection, asker);
    return from.place
        .opening()
        .flatMap(openings::moment)
        .map(moment -> Point.of(moment, position))
        .orElseGet(() -> Point.of(position));
  }

  private long found(Connection connection, Pull pull, OpeningBook.Asker asker, Cursors.Place place)
      throws SQLException {
    List<Integer> open = groups.split(connection, asker.party(), plan(pull)).open();
    List<Integer> bases = open.stream().map(groups.numbers()::base).toList();
    return Places.find(connection, asker.party(), bases, place);
  }

  private Plan plan(Pull pull) {
    return StoredDeliveries.plan(means, pull.recipient(), pull.purpose(), pull.outlet());
  }

  private record Step(List<RowDecisions.Released> found, Point point, boolean end) {}

  private Step step(
      Connection connection, Pull pull, OpeningBook.Asker asker, Point behind, int most)
      throws SQLException {
    Plan plan = plan(pull);
    int party = asker.party();
    Split split = groups.split(connection, party, plan);
    Openings openings = openingBook.note(connection, asker, split, behind, means.clock().instant());
    Found found = found(connection, party, split, openings.behind(behind, split.open()), most);
    return new Step(
        new RowDecisions(connection, party, plan, split, groups.numbers(), means.correlator())
            .of(found.rows, openings),
        found.last.orElse(behind),
        found.read < most);
  }

  /**
   * What a question to the database found.
   *
   * @param rows of the groups that were asked for
   * @param last where the last row lies that was read
   * @param read how many were
   */
  private record Found(List<RowDecisions.Placed> rows, Optional<Point> last, int read) {}

  private Found found(
      Connection connection, int party, Split split, List<Stretch> stretches, int most)
      throws SQLException {
    List<RowDecisions.Placed> rows = new ArrayList<>();
    Optional<Point> last = Optional.empty();
    int read = 0;
    for (Stretch stretch : stretches) {
      if (read == most) {
        break;
      }
      Wanted wanted = split.wanted(stretch.groups());
      for (Stored row : queries.in(connection, party, stretch, wanted, most - read)) {
        read++;
        last = Optional.of(stretch.point(row.position()));
        if (split.isOf(row, groups.base(row), stretch.groups())) {
          rows.add(new RowDecisions.Placed(row, stretch.point(row.position())));
        }
      }
    }
    return new Found(rows, last, read);
  }
}
