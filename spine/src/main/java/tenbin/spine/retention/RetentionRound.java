package tenbin.spine.retention;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Retention;
import tenbin.spine.retention.Removal.What;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.OneWriter;

/**
 * One round of removing what a circle keeps no longer. Removes only under the writer's lock, in
 * steps that each stand by themselves; what a round does not reach, the next one does.
 */
public final class RetentionRound {
  private static final Logger AUDIT = LoggerFactory.getLogger("tenbin.audit");

  /** Files that are removed under one mark: a second's work. */
  private static final int REPORTS_AT_ONCE = 500;

  private static final List<What> LINES = List.of(What.ATTEMPTS, What.MAILS, What.SALTS);

  private final Database database;
  private final Path raw;
  private final Clock clock;

  /**
   * A round of a hub.
   *
   * @param data the hub's folder
   */
  public RetentionRound(Path data, Database database, Clock clock) {
    this.database = database;
    this.raw = data.resolve("raw");
    this.clock = clock;
  }

  /**
   * What would go now, with nothing touched.
   *
   * @param circle whose, empty where none is on record yet
   */
  public List<Removal> overdue(Optional<Circle> circle) {
    Retention retention = circle.map(Circle::retention).orElse(Retention.USUAL);
    List<Removal> all = new ArrayList<>(overdue(retention));
    all.addAll(new OldPapers(database, circle, clock).forget(true));
    return all;
  }

  private List<Removal> overdue(Retention retention) {
    Instant now = clock.instant();
    Instant oldRows = Retention.start(retention.rows(), now);
    Instant oldLines = Retention.start(retention.deliveries(), now);
    return database.transact(connection -> {
      List<Removal> all = new ArrayList<>();
      all.add(OldReports.measure(connection, Retention.start(retention.raw(), now)));
      long rows = 0;
      long bytes = 0;
      for (String table : OldRows.before(connection, oldRows)) {
        OldRows.Day day = OldRows.measure(connection, table);
        rows += day.rows();
        bytes += day.bytes();
      }
      all.add(new Removal(What.ROWS, oldRows, rows, bytes));
      all.add(OldLines.measure(connection, What.INCIDENTS, oldRows));
      all.add(OldLines.measure(connection, What.ROUTE_INCIDENTS, oldRows));
      all.add(
          OldLines.measure(connection, What.CASE_ENTRIES, Retention.start(retention.cases(), now)));
      for (What what : LINES) {
        all.add(OldLines.measure(connection, what, oldLines));
      }
      return all;
    });
  }

  /**
   * Removes what is overdue; every removal leaves a line in the database and in the audit log.
   * While the circle holds everything, nothing goes, and the log says so.
   */
  public List<Removal> remove(Circle circle, OneWriter only) {
    Retention retention = circle.retention();
    if (retention.isHeld()) {
      AUDIT.info("actor=hub act=retention held=all");
      return List.of();
    }
    Instant now = clock.instant();
    List<Removal> all = new ArrayList<>();
    all.add(rawReports(only, Retention.start(retention.raw(), now), now));
    Instant oldRows = Retention.start(retention.rows(), now);
    all.add(rows(only, oldRows, now));
    all.add(lines(only, What.INCIDENTS, oldRows, now));
    all.add(lines(only, What.ROUTE_INCIDENTS, oldRows, now));
    all.add(lines(only, What.CASE_ENTRIES, Retention.start(retention.cases(), now), now));
    Instant oldLines = Retention.start(retention.deliveries(), now);
    for (What what : LINES) {
      all.add(lines(only, what, oldLines, now));
    }
    for (Removal papers : new OldPapers(database, Optional.of(circle), clock).forget(false)) {
      all.add(only.transact(connection -> noted(connection, now, papers)));
    }
    return all;
  }

  private static Removal lines(OneWriter only, What what, Instant start, Instant now) {
    return only.transact(
        connection -> noted(connection, now, OldLines.remove(connection, what, start)));
  }

  private Removal rawReports(OneWriter only, Instant start, Instant now) {
    long reports = 0;
    long bytes = 0;
    List<OldReports.Old> some;
    do {
      some =
          only.transact(connection -> {
            List<OldReports.Old> old = OldReports.some(connection, start, REPORTS_AT_ONCE);
            OldReports.remove(connection, raw, old, now);
            return old;
          });
      reports += some.size();
      bytes += some.stream().mapToLong(OldReports.Old::size).sum();
    } while (some.size() == REPORTS_AT_ONCE);
    Removal removal = new Removal(What.RAW_REPORTS, start, reports, bytes);
    return only.transact(connection -> noted(connection, now, removal));
  }

  private Removal rows(OneWriter only, Instant start, Instant now) {
    long rows = 0;
    long bytes = 0;
    List<String> tables = database.transact(connection -> OldRows.before(connection, start));
    for (String table : tables) {
      OldRows.Day day =
          only.transact(connection -> {
            OldRows.Day measured = OldRows.measure(connection, table);
            OldRows.drop(connection, table);
            return measured;
          });
      rows += day.rows();
      bytes += day.bytes();
    }
    Removal removal = new Removal(What.ROWS, start, rows, bytes);
    return only.transact(connection -> noted(connection, now, removal));
  }

  private static Removal noted(Connection connection, Instant now, Removal removal)
      throws SQLException {
    if (removal.things() == 0) {
      return removal;
    }
    String what = removal.what().name().toLowerCase(Locale.ROOT).replace('_', '-');
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into removal (at, what, before, things, bytes) values (?, ?, ?, ?, ?)")) {
      insert.setTimestamp(1, Timestamp.from(now));
      insert.setString(2, what);
      insert.setTimestamp(3, Timestamp.from(removal.before()));
      insert.setLong(4, removal.things());
      insert.setLong(5, removal.bytes());
      insert.executeUpdate();
    }
    AUDIT.info(
        "actor=hub act=retention object={} things={} before={}",
        what,
        removal.things(),
        removal.before());
    return removal;
  }
}
