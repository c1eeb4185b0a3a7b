package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.Decision;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Reason;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.row.RowDecoder;
import tenbin.spine.storage.row.Stored;

/**
 * Counts over the stored rows. Whether anything of a row may go depends on who is responsible, who
 * holds it and how it is marked, so one row of each such group is put before the balance.
 */
public final class StoredWithholdings implements Withholdings {
  private static final String GROUPS =
      "select min(o.position), count(*) from observation o join report r on r.id = o.report"
          + " where (?::text is null or r.digest = ?)"
          + " group by o.responsible, o.holder, o.marking, o.attribution";

  private final StoredDeliveries.Means means;
  private final RowQueries queries;

  public StoredWithholdings(StoredDeliveries.Means means) {
    this.means = means;
    this.queries = new RowQueries(new RowDecoder(means.parties()));
  }

  @Override
  public Account account(MemberId recipient, Purpose purpose, Optional<Digest> report) {
    Plan plan = StoredDeliveries.plan(means, recipient, purpose, Outlet.PAGE);
    return means.database().transact(connection -> account(connection, plan, report));
  }

  private Account account(Connection connection, Plan plan, Optional<Digest> report)
      throws SQLException {
    Map<Long, Long> groups = groups(connection, report);
    Map<Reason, Long> withheld = new EnumMap<>(Reason.class);
    long released = 0;
    for (Stored row : rows(connection, groups)) {
      long count = groups.getOrDefault(row.position(), 0L);
      switch (plan.decide(item(row))) {
        case Decision.Released ignored -> released += count;
        case Decision.Withheld why -> withheld.merge(weightiest(why), count, Long::sum);
      }
    }
    return new Account(released, withheld);
  }

  private static Map<Long, Long> groups(Connection connection, Optional<Digest> report)
      throws SQLException {
    Map<Long, Long> groups = new HashMap<>();
    try (PreparedStatement query = connection.prepareStatement(GROUPS)) {
      query.setString(1, report.map(Digest::hex).orElse(null));
      query.setString(2, report.map(Digest::hex).orElse(null));
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          groups.put(row.getLong(1), row.getLong(2));
        }
      }
    }
    return groups;
  }

  private List<Stored> rows(Connection connection, Map<Long, Long> groups) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select "
                + RowDecoder.COLUMNS
                + " from observation o join report r on r.id = o.report"
                + " where o.position = any(?)")) {
      query.setArray(1, connection.createArrayOf("int8", groups.keySet().toArray(Long[]::new)));
      return queries.read(connection, query);
    }
  }

  /** One reason a row, so that the counts add up: the first in the balance's own order. */
  private static Reason weightiest(Decision.Withheld why) {
    return why.reasons().stream().min(Comparator.naturalOrder()).orElse(Reason.FIELD_UNKNOWN);
  }

  private static Item.Sighting item(Stored row) {
    return new Item.Sighting(
        row.seen(), row.attribution(), row.holder(), row.marking(), SeenBy.ONLY_YOU, row.times());
  }
}
