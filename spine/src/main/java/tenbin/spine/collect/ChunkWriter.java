package tenbin.spine.collect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Warning;
import tenbin.spine.storage.OneWriter;
import tenbin.spine.storage.count.GroupKey;
import tenbin.spine.storage.row.Copy;
import tenbin.spine.storage.row.RowEncoder;

/** Commits chunks: everything of one in one transaction, or nothing. One thread. */
final class ChunkWriter {
  private final OneWriter only;
  private final InstantSource clock;

  /** Rows of each day that were written since it was begun, up to when it was last analysed. */
  private final Map<LocalDate, Growth> days = new HashMap<>();

  ChunkWriter(OneWriter only, InstantSource clock) {
    this.only = only;
    this.clock = clock;
  }

  void write(Chunk chunk) {
    LocalDate day = day(chunk.report);
    if (chunk.rowCount > 0 && !days.containsKey(day)) {
      days.put(day, new Growth());
      only.transact(connection -> partition(connection, day));
    }
    only.transact(connection -> {
      for (RowEncoder.Fresh fresh : chunk.fresh) {
        fresh.write(connection);
      }
      contributions(connection, chunk);
      Copy.rows(connection, RowEncoder.INTO, chunk.rows);
      chunk.tally.write(connection, chunk.report.holder(), day);
      Copy.rows(connection, "fold (responsible, position, report, progress, times)", chunk.folds);
      faults(connection, chunk);
      warnings(connection, chunk);
      progress(connection, chunk);
      return chunk;
    });
    Growth growth = days.get(day);
    if (growth != null && growth.by(chunk.rowCount)) {
      only.transact(connection -> analysed(connection, day));
    }
  }

  /**
   * How a day's table grows: a planner that knows it empty reads all of millions of rows for the
   * newest hundred, until the database's own round comes by.
   */
  private static final class Growth {
    private static final int TIMES = 8;
    private long rows;
    private long next = 1;

    /** Whether it has become so much larger that it should be looked at again. */
    boolean by(int more) {
      rows += more;
      boolean much = rows >= next;
      next = much ? rows * TIMES : next;
      return much;
    }
  }

  private static String table(LocalDate day) {
    return "observation_" + day.toString().replace('-', '_');
  }

  private static LocalDate analysed(Connection connection, LocalDate day) throws SQLException {
    try (Statement analyse = connection.createStatement()) {
      analyse.execute("analyze " + table(day));
    }
    return day;
  }

  /** The day under which a report's rows are filed. */
  static LocalDate day(WaitingReport report) {
    return report.receivedAt().atZone(ZoneOffset.UTC).toLocalDate();
  }

  private static LocalDate partition(Connection connection, LocalDate day) throws SQLException {
    try (Statement create = connection.createStatement()) {
      create.execute(
          "create table if not exists "
              + table(day)
              + " partition of observation for values from ('"
              + day
              + "') to ('"
              + day.plusDays(1)
              + "')");
      create.execute(
          "create statistics if not exists "
              + table(day)
              + "_group on "
              + GroupKey.sql("")
              + " from "
              + table(day));
    }
    return day;
  }

  private static void contributions(Connection connection, Chunk chunk) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into contribution (responsible, holder, marking) values (?, ?, ?)"
                + " on conflict do nothing")) {
      for (Map.Entry<Integer, java.util.BitSet> each : chunk.responsibleByMarking.entrySet()) {
        for (int party : each.getValue().stream().toArray()) {
          insert.setInt(1, party);
          insert.setInt(2, chunk.report.holder());
          insert.setInt(3, each.getKey());
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
  }

  private static void faults(Connection connection, Chunk chunk) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into report_fault as f (report, fault, times) values (?, ?, ?)"
                + " on conflict (report, fault) do update set times = f.times + excluded.times")) {
      for (Map.Entry<Fault, Long> each : chunk.faults.entrySet()) {
        insert.setInt(1, chunk.report.id());
        insert.setString(2, each.getKey().name());
        insert.setLong(3, each.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private static void warnings(Connection connection, Chunk chunk) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into report_warning (report, ordinal, fault, part, place_row, place_offset,
              detail) values (?, ?, ?, ?, ?, ?, ?)\
            """)) {
      int ordinal = chunk.report.warningsKept();
      for (Warning warning : chunk.warnings) {
        insert.setInt(1, chunk.report.id());
        insert.setInt(2, ordinal++);
        insert.setString(3, warning.fault().name());
        insert.setString(4, warning.place().part().replace('\0', '\ufffd'));
        insert.setLong(5, warning.place().row());
        insert.setLong(6, warning.place().offset());
        insert.setString(7, warning.detail());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  private void progress(Connection connection, Chunk chunk) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            update report set state = ?, format = ?, progress = progress + ?,
              rows_read = rows_read + ?, rows_refused = rows_refused + ?,
              rows_folded = rows_folded + ?, warnings_kept = warnings_kept + ?, read_at = ? where id = ?\
            """)) {
      update.setString(1, chunk.state.name());
      update.setString(2, chunk.format);
      update.setLong(3, chunk.calls);
      update.setLong(4, chunk.read);
      update.setLong(5, chunk.refused);
      update.setLong(6, chunk.folded);
      update.setInt(7, chunk.warnings.size());
      boolean done = chunk.state != ReportStatus.State.READING;
      update.setTimestamp(8, done ? Timestamp.from(clock.instant()) : null);
      update.setInt(9, chunk.report.id());
      update.executeUpdate();
    }
    if (chunk.rowCount > 0) {
      try (PreparedStatement update =
          connection.prepareStatement("update hub_order set next_position = ?")) {
        update.setLong(1, chunk.nextPosition());
        update.executeUpdate();
      }
    }
  }
}
