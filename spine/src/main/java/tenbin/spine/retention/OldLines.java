package tenbin.spine.retention;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Reports of incidents, what stands in cases and lines about deliveries, by table. A line of the
 * ledger stays.
 */
final class OldLines {
  private static final Map<Removal.What, List<String>> TABLES =
      Map.of(
          // What persons said of its cuts goes with it.
          Removal.What.INCIDENTS, List.of("incident_report where told_at < ?"),
          Removal.What.CASE_ENTRIES, List.of("case_entry where at < ?"),
          // Every prefix of it goes with it.
          Removal.What.ROUTE_INCIDENTS,
              List.of("route_incident where coalesce(ended_at, last_at) < ?"),
          Removal.What.ATTEMPTS, List.of("attempt where at < ?"),
          Removal.What.MAILS,
              List.of(
                  "answer_mail where received_at < ?",
                  "bounce_mail where received_at < ?",
                  "dead_mail where received_at < ?",
                  "answer_token where made_at < ?",
                  "network_letter where sent_at < ?"),
          Removal.What.SALTS,
              List.of("ledger_salt where seq in (select seq from ledger where at < ?)"));

  /** What goes together with the things that are counted. */
  private static final Map<Removal.What, List<String>> BESIDE =
      Map.of(
          Removal.What.SALTS,
          List.of("ledger_content where seq in (select seq from ledger where at < ?)"));

  private OldLines() {}

  static Removal measure(Connection connection, Removal.What what, Instant start)
      throws SQLException {
    long lines = 0;
    for (String table : tables(what)) {
      try (PreparedStatement query = connection.prepareStatement("select count(*) from " + table)) {
        query.setTimestamp(1, Timestamp.from(start));
        try (ResultSet row = query.executeQuery()) {
          row.next();
          lines += row.getLong(1);
        }
      }
    }
    return new Removal(what, start, lines, 0);
  }

  static Removal remove(Connection connection, Removal.What what, Instant start)
      throws SQLException {
    long lines = 0;
    for (String table : tables(what)) {
      try (PreparedStatement delete = connection.prepareStatement("delete from " + table)) {
        delete.setTimestamp(1, Timestamp.from(start));
        lines += delete.executeUpdate();
      }
    }
    for (String table : BESIDE.getOrDefault(what, List.of())) {
      try (PreparedStatement delete = connection.prepareStatement("delete from " + table)) {
        delete.setTimestamp(1, Timestamp.from(start));
        delete.executeUpdate();
      }
    }
    return new Removal(what, start, lines, 0);
  }

  private static List<String> tables(Removal.What what) {
    return TABLES.getOrDefault(what, List.of());
  }
}
