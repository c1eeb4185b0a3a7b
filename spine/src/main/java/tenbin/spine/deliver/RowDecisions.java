package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.balance.Plan;
import tenbin.spine.correlate.Correlator;
import tenbin.spine.deliver.order.Openings;
import tenbin.spine.deliver.order.Point;
import tenbin.spine.storage.row.Stored;

/** Puts stored rows before the balance, one by one, under one plan. */
final class RowDecisions {
  private final Connection connection;
  private final int party;
  private final Plan plan;
  private final Split split;
  private final GroupNumbers numbers;
  private final Correlator correlator;

  RowDecisions(
      Connection connection,
      int party,
      Plan plan,
      Split split,
      GroupNumbers numbers,
      Correlator correlator) {
    this.connection = connection;
    this.party = party;
    this.plan = plan;
    this.split = split;
    this.numbers = numbers;
    this.correlator = correlator;
  }

  /** A row and where it comes. */
  record Placed(Stored row, Point point) {}

  /** A row that the recipient may have. */
  record Released(Placed placed, Disclosure disclosure) {
    Stored row() {
      return placed.row;
    }
  }

  /** What of these rows the recipient may have, in their order, where they lie. */
  List<Released> of(List<Stored> rows) throws SQLException {
    return of(
        rows.stream().map(row -> new Placed(row, Point.of(row.position()))).toList(),
        Openings.NONE);
  }

  /** What of these rows the recipient may have, in their order, as they come to it. */
  List<Released> of(List<Placed> rows, Openings openings) throws SQLException {
    List<Released> released = new ArrayList<>(rows.size());
    Map<Long, Long> folds =
        RowQueries.folds(connection, party, rows.stream().map(Placed::row).toList());
    for (Placed each : rows) {
      if (!cameBefore(each, openings)
          && plan.decide(item(each.row, folds)) instanceof Decision.Released(Disclosure told)) {
        released.add(new Released(each, told));
      }
    }
    return released;
  }

  /**
   * Whether a row of the same identity, from another holder, came to the recipient before: then
   * this one adds nothing that it does not have.
   */
  private boolean cameBefore(Placed each, Openings openings) throws SQLException {
    if (each.row.first() == 0 && each.point.opened().isEmpty()) {
      return false;
    }
    // One address at one time: rows of one identity are about one network.
    int network = split.network(each.row);
    Integer[] open = split.openOf(network);
    return openings.isEmpty()
        ? RowQueries.hasEarlier(connection, party, open, each.row)
        : RowQueries.twins(connection, party, open, each.row).stream()
            .map(twin -> openings.point(numbers.of(twin.base(), network), twin.position()))
            .anyMatch(point -> point.compareTo(each.point) < 0);
  }

  private Item.Sighting item(Stored row, Map<Long, Long> folds) {
    return new Item.Sighting(
        row.seen(),
        row.attribution(),
        row.holder(),
        row.marking(),
        correlator.seenBy(row.seen()),
        row.times() + folds.getOrDefault(row.position(), 0L));
  }
}
