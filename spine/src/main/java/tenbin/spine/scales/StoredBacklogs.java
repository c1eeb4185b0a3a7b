package tenbin.spine.scales;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.time.Moment;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.row.Codes;
import tenbin.spine.storage.row.RowDecoder;

/**
 * Backlogs out of the stored observations: one pass through the table, then work per group. Of the
 * whole circle a row that another holder had brought before is the same row again and is not
 * counted. A holder's own rows all count: whether others brought them too is not for it to know.
 */
public final class StoredBacklogs implements Backlogs {
  private static final String GROUPS =
      "select attribution, holder, marking, kind, count(*) from observation where ";
  private static final String OF_ALL = "first = 0";
  private static final String OF_HOLDER = "holder = ?";
  private static final String WITHIN = " and observed >= ? and observed < ?";

  private static final Evidence COUNTED = new Evidence.None("counted");

  private final Database database;
  private final Parties parties;
  private final RowDecoder decoder;

  public StoredBacklogs(Database database, Parties parties) {
    this.database = database;
    this.parties = parties;
    this.decoder = new RowDecoder(parties);
  }

  private record Key(Responsible responsible, MemberId holder, Tlp marking) {}

  @Override
  public Backlog of(Optional<MemberId> holder, Optional<CaseSpan> within) {
    Optional<Integer> number = holder.flatMap(parties::find);
    if (holder.isPresent() && number.isEmpty()) {
      return new Backlog(List.of());
    }
    Map<Key, Long> rows = database.transact(connection -> count(connection, number, within));
    return new Backlog(
        rows.entrySet().stream()
            .map(each ->
                new Backlog.Group(
                    new Attribution(each.getKey().responsible, COUNTED),
                    each.getKey().holder,
                    each.getKey().marking,
                    each.getValue()))
            .toList());
  }

  private Map<Key, Long> count(
      Connection connection, Optional<Integer> holder, Optional<CaseSpan> within)
      throws SQLException {
    String sql =
        GROUPS
            + (holder.isPresent() ? OF_HOLDER : OF_ALL)
            + (within.isPresent() ? WITHIN : "")
            + " group by 1, 2, 3, 4";
    Map<Key, Long> rows = new LinkedHashMap<>();
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      int next = 1;
      if (holder.isPresent()) {
        query.setInt(next++, holder.get());
      }
      if (within.isPresent()) {
        query.setLong(next++, Moment.of(within.get().from(), 0).epochNanos());
        query.setLong(next, Moment.of(within.get().to(), 0).epochNanos());
      }
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          if (within.isEmpty() || within.get().fits(decoder.kind(connection, row.getInt(4)))) {
            rows.merge(key(connection, row), row.getLong(5), Long::sum);
          }
        }
      }
    }
    return rows;
  }

  private Key key(Connection connection, ResultSet row) throws SQLException {
    Attribution attribution = decoder.attribution(connection, row.getInt(1));
    return new Key(
        attribution.responsible(), parties.memberOf(row.getInt(2)), Codes.marking(row.getInt(3)));
  }
}
