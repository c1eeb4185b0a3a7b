package tenbin.spine.retention;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import tenbin.spine.storage.count.RowCounts;

/** Observations by the day of their receipt: each day is a partition, and goes whole. */
final class OldRows {
  private static final String PREFIX = "observation_";

  /** Who reads for longer than this holds the day; it goes in the next round. */
  private static final String PATIENCE = "set local lock_timeout = '10s'";

  private OldRows() {}

  /** A day's partition. */
  record Day(String table, long rows, long bytes) {}

  static List<String> before(Connection connection, Instant start) throws SQLException {
    LocalDate first = start.atZone(ZoneOffset.UTC).toLocalDate();
    List<String> old = new ArrayList<>();
    try (Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery(
                "select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid"
                    + " where i.inhparent = 'observation'::regclass order by 1")) {
      while (row.next()) {
        String table = row.getString(1);
        if (table.matches(PREFIX + "\\d{4}_\\d{2}_\\d{2}") && dayOf(table).isBefore(first)) {
          old.add(table);
        }
      }
    }
    return old;
  }

  private static LocalDate dayOf(String table) {
    return LocalDate.parse(table.substring(PREFIX.length()).replace('_', '-'));
  }

  static Day measure(Connection connection, String table) throws SQLException {
    try (Statement query = connection.createStatement();
        ResultSet row =
            query.executeQuery(
                "select count(*), pg_total_relation_size('" + table + "') from " + table)) {
      row.next();
      return new Day(table, row.getLong(1), row.getLong(2));
    }
  }

  /** The day goes, with the duplicates that were counted into its rows and its cursors' places. */
  static void drop(Connection connection, String table) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(PATIENCE);
      statement.execute(
          "delete from fold f using "
              + table
              + " o where f.responsible = o.responsible and f.position = o.position");
      statement.execute("delete from cursor_place where day <= " + dayOf(table).toEpochDay());
      RowCounts.forget(connection, dayOf(table));
      statement.execute("drop table " + table);
    }
  }
}
