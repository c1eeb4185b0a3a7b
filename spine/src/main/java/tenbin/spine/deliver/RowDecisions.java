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
import tenbin.spine.storage.row.Stored;

/** Puts stored rows before the balance, one by one, under one plan. */
final class RowDecisions {
  private final Connection connection;
  private final int party;
  private final Plan plan;
  private final Integer[] open;
  private final Correlator correlator;

  RowDecisions(Connection connection, int party, Plan plan, Integer[] open, Correlator correlator) {
    this.connection = connection;
    this.party = party;
    this.plan = plan;
    this.open = open;
    this.correlator = correlator;
  }

  /** A row that the recipient may have. */
  record Released(Stored row, Disclosure disclosure) {}

  /** What of these rows the recipient may have, in their order. */
  List<Released> of(List<Stored> rows) throws SQLException {
    List<Released> released = new ArrayList<>(rows.size());
    Map<Long, Long> folds = RowQueries.folds(connection, party, rows);
    for (Stored row : rows) {
      boolean known = row.first() > 0 && RowQueries.hasEarlier(connection, party, open, row);
      if (!known
          && plan.decide(item(row, folds)) instanceof Decision.Released(Disclosure disclosure)) {
        released.add(new Released(row, disclosure));
      }
    }
    return released;
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
