package tenbin.spine.deliver;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.Decision;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Reason;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.report.Digest;
import tenbin.nouns.time.Moment;
import tenbin.spine.storage.row.Codes;
import tenbin.spine.storage.row.RowDecoder;

/**
 * Counts decisions over the stored observations. Whether anything of a row may go depends on whose
 * network it is, who holds it and how it is marked: so the balance is asked once for each such
 * group, and the rows of the group are counted. A row that another holder had brought before is the
 * same row again and is not counted.
 */
public final class StoredWithholdings implements Withholdings {
  private static final Observation ANY =
      Observation.builder(Kind.of(Rsit.SCANNER), Moment.ofEpochSecond(0)).build();

  private static final String OF_ALL =
      "select attribution, holder, marking, sum(rows) from row_count where not again"
          + " group by 1, 2, 3";
  private static final String OF_REPORT =
      "select attribution, holder, marking, count(*) from observation where first = 0"
          + " and report in (select id from report where digest = ?) group by 1, 2, 3";

  private final StoredDeliveries.Means means;
  private final RowDecoder decoder;

  public StoredWithholdings(StoredDeliveries.Means means) {
    this.means = means;
    this.decoder = new RowDecoder(means.parties());
  }

  @Override
  public Account account(MemberId recipient, Purpose purpose, Optional<Digest> report) {
    Plan plan = StoredDeliveries.plan(means, recipient, purpose, Outlet.PAGE);
    return means.database().transact(connection -> count(connection, plan, report));
  }

  private Account count(Connection connection, Plan plan, Optional<Digest> report)
      throws SQLException {
    String sql = report.isPresent() ? OF_REPORT : OF_ALL;
    long released = 0;
    Map<Reason, Long> withheld = new EnumMap<>(Reason.class);
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      if (report.isPresent()) {
        query.setString(1, report.get().hex());
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          long rows = row.getLong(4);
          switch (plan.decide(item(connection, row))) {
            case Decision.Released ignored -> released += rows;
            // One row counts once: under the first of its reasons.
            case Decision.Withheld(var reasons) ->
                reasons.stream()
                    .sorted()
                    .findFirst()
                    .ifPresent(reason -> withheld.merge(reason, rows, Long::sum));
          }
        }
      }
    }
    return new Account(released, withheld);
  }

  private Item.Sighting item(Connection connection, ResultSet row) throws SQLException {
    Attribution attribution = decoder.attribution(connection, row.getInt(1));
    MemberId holder = means.parties().memberOf(row.getInt(2));
    return new Item.Sighting(
        ANY, attribution, holder, Codes.marking(row.getInt(3)), SeenBy.ONLY_YOU, 1);
  }
}
