package tenbin.spine.checkup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import tenbin.spine.collect.WaysIn;
import tenbin.spine.health.HealthBook;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.StorageFailure;

/** Looks at a hub with a database and a folder. */
public final class StoredCheckup implements Checkup {
  private static final Duration HOUR = Duration.ofHours(1);

  private final Means means;

  /**
   * What it looks at.
   *
   * @param database the hub's
   * @param raw the folder of raw reports
   * @param reserveBytes that stay free on its disk
   * @param ways in
   * @param mayWrite whether the hub holds the writer's lock
   * @param doors that work by themselves
   * @param tables of networks
   * @param clock the hub's time
   */
  public record Means(
      Database database,
      Path raw,
      long reserveBytes,
      WaysIn ways,
      BooleanSupplier mayWrite,
      HealthBook doors,
      Supplier<List<TableState>> tables,
      Clock clock) {}

  public StoredCheckup(Means means) {
    this.means = means;
  }

  private record Counts(
      long bytes, Vitals.Queue queue, Vitals.Delay delay, Vitals.Outward outward) {}

  @Override
  public Vitals take() {
    Instant now = means.clock.instant();
    long began = System.nanoTime();
    Counts counts = new Counts(0, Vitals.Queue.EMPTY, Vitals.Delay.NONE, Vitals.Outward.NONE);
    List<WaysIn.LastIn> ways = List.of();
    boolean answers = true;
    try {
      counts = means.database.transact(connection -> counts(connection, now));
      ways = means.ways.last();
    } catch (StorageFailure silent) {
      answers = false;
    }
    Duration took = Duration.ofNanos(System.nanoTime() - began);
    return new Vitals(
        now,
        new Vitals.Store(answers, took, counts.bytes),
        answers && means.mayWrite.getAsBoolean(),
        disk(),
        counts.queue,
        counts.delay,
        counts.outward,
        ways,
        means.doors.all(),
        means.tables.get());
  }

  private Vitals.Disk disk() {
    try {
      long free = Files.getFileStore(means.raw).getUsableSpace();
      return new Vitals.Disk(Files.isWritable(means.raw), free, means.reserveBytes);
    } catch (IOException gone) {
      return new Vitals.Disk(false, 0, means.reserveBytes);
    }
  }

  private static Counts counts(Connection connection, Instant now) throws SQLException {
    long bytes =
        ask(connection, "select pg_database_size(current_database())", now, row -> row.getLong(1));
    Vitals.Queue queue =
        ask(
            connection,
            "select count(*), coalesce(sum(size), 0), min(received_at) from report"
                + " where state in ('WAITING', 'READING')",
            now,
            row -> new Vitals.Queue(row.getLong(1), row.getLong(2), time(row, 3)));
    Vitals.Delay delay =
        ask(
            connection,
            "with took as (select extract(epoch from read_at - received_at) as s from report"
                + " where read_at > ?) select count(*),"
                + " coalesce(percentile_cont(0.5) within group (order by s), 0),"
                + " coalesce(percentile_cont(0.95) within group (order by s), 0),"
                + " coalesce(max(s), 0) from took",
            now.minus(HOUR),
            row ->
                new Vitals.Delay(
                    row.getLong(1), seconds(row, 2), seconds(row, 3), seconds(row, 4)));
    Vitals.Outward outward =
        ask(
            connection,
            "select count(*) filter (where state = 'ACTIVE'),"
                + " count(*) filter (where state = 'DEAD'),"
                + " min(due_at) filter (where state = 'ACTIVE' and due_at < ?) from subscription",
            now,
            row -> new Vitals.Outward(row.getLong(1), row.getLong(2), time(row, 3)));
    return new Counts(bytes, queue, delay, outward);
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** One row; a question mark in the question is the time. */
  private static <T> T ask(Connection connection, String sql, Instant at, Row<T> answer)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(sql)) {
      if (sql.indexOf('?') >= 0) {
        query.setTimestamp(1, Timestamp.from(at));
      }
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return answer.of(row);
      }
    }
  }

  private static Optional<Instant> time(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }

  private static Duration seconds(ResultSet row, int column) throws SQLException {
    return Duration.ofMillis(Math.round(row.getDouble(column) * 1_000));
  }
}
