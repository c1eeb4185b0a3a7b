package tenbin.hub.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tenbin.spine.checkup.StoredCheckup;
import tenbin.spine.checkup.Vitals;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.IntakeLimits;
import tenbin.spine.collect.WaysIn;
import tenbin.spine.health.HealthBook;
import tenbin.spine.ledger.evidence.HeadLeaf;
import tenbin.spine.storage.Database;

/** How a hub stands, looked at from beside it: numbers with a judgement, for its operator. */
public final class Standing {
  /** A notice is promised within a minute, so ten of them is a queue that does not move. */
  private static final Duration LONG_QUEUE = Duration.ofMinutes(10);

  /** Heads come every ten seconds; a minute is a hub that is held up. */
  private static final Duration LONG_HEAD = Duration.ofMinutes(1);

  private static final Duration LONG_DUE = Duration.ofMinutes(5);
  private static final long MEGA = 1_000_000;

  /** From beside a hub nobody sees by which door reports come. */
  private static final WaysIn NO_WAYS =
      new WaysIn() {
        @Override
        public Intake by(String way) {
          throw new UnsupportedOperationException("nothing comes in here");
        }

        @Override
        public List<LastIn> last() {
          return List.of();
        }
      };

  private final Path data;
  private final Database database;
  private final Instant now;

  /** Of a data folder and its database. */
  public Standing(Path data, Database database, Instant now) {
    this.data = data;
    this.database = database;
    this.now = now;
  }

  /** How much something matters, the worst last; monitoring's exit codes. */
  public enum Weight {
    GOOD(0),
    UNKNOWN(3),
    WARN(1),
    BAD(2);

    private final int exitCode;

    Weight(int exitCode) {
      this.exitCode = exitCode;
    }

    /** As monitoring plugins end. */
    public int exitCode() {
      return exitCode;
    }

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** One thing, how it stands, and the numbers. */
  public record Line(String what, Weight weight, String told) {}

  /** All of it. */
  public List<Line> lines() throws IOException {
    Vitals vitals =
        new StoredCheckup(
                new StoredCheckup.Means(
                    database,
                    data.resolve("raw"),
                    IntakeLimits.USUAL.reserveBytes(),
                    NO_WAYS,
                    () -> true,
                    new HealthBook(Clock.fixed(now, ZoneOffset.UTC)),
                    List::of,
                    Clock.fixed(now, ZoneOffset.UTC)))
            .take();
    boolean runs = runs();
    List<Line> lines = new ArrayList<>();
    lines.add(
        runs
            ? new Line("hub", Weight.GOOD, "runs")
            : new Line("hub", Weight.BAD, "does not run on " + data));
    lines.add(version());
    lines.add(
        new Line(
            "database",
            vitals.store().answers() ? Weight.GOOD : Weight.BAD,
            vitals.store().answers()
                ? vitals.store().bytes() / MEGA
                    + " MB, schema "
                    + one(
                        "select version from"
                            + " flyway_schema_history order by installed_rank desc limit 1")
                : "does not answer"));
    lines.add(queue(vitals));
    lines.add(outward(vitals));
    lines.add(head(runs));
    lines.add(disk(vitals.disk()));
    return lines;
  }

  /** Whether another process holds the folder's lock. */
  private boolean runs() throws IOException {
    Path lock = data.resolve("lock");
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.WRITE);
        FileLock free = channel.tryLock()) {
      return free == null;
    } catch (OverlappingFileLockException ownProcess) {
      return true;
    }
  }

  private static Line version() {
    String version = Standing.class.getPackage().getImplementationVersion();
    return new Line(
        "version",
        Weight.GOOD,
        (version == null ? "built here" : version) + ", Java " + Runtime.version().feature());
  }

  private Line queue(Vitals vitals) {
    Vitals.Queue queue = vitals.queue();
    boolean slow = queue.oldest().filter(since -> since.plus(LONG_QUEUE).isBefore(now)).isPresent();
    return new Line(
        "queue",
        slow ? Weight.WARN : Weight.GOOD,
        queue.reports()
            + " reports, "
            + Math.ceilDiv(queue.bytes(), MEGA)
            + " MB"
            + queue.oldest().map(since -> ", the oldest of " + since).orElse(""));
  }

  private Line outward(Vitals vitals) {
    Vitals.Outward outward = vitals.outward();
    boolean late = outward.oldestDue().filter(due -> due.plus(LONG_DUE).isBefore(now)).isPresent();
    return new Line(
        "deliveries",
        outward.dead() > 0 || late ? Weight.WARN : Weight.GOOD,
        outward.active()
            + " subscriptions, "
            + outward.dead()
            + " dead letters"
            + (late ? ", late since " + outward.oldestDue().get() : ""));
  }

  private Line head(boolean runs) {
    String slot = one("select slot from ledger_head");
    if (slot.isEmpty()) {
      return new Line("ledger", runs ? Weight.WARN : Weight.GOOD, "no signed head yet");
    }
    Instant at = Instant.EPOCH.plus(HeadLeaf.TICK.multipliedBy(Long.parseLong(slot)));
    boolean old = runs && at.plus(LONG_HEAD).isBefore(now);
    return new Line(
        "ledger",
        old ? Weight.WARN : Weight.GOOD,
        one("select coalesce(max(seq), 0) from ledger") + " lines, last signed head " + at);
  }

  private static Line disk(Vitals.Disk disk) {
    String told =
        disk.freeBytes() / MEGA + " MB free, " + disk.reserveBytes() / MEGA + " MB kept back";
    if (!disk.writable()) {
      return new Line("disk", Weight.BAD, "cannot be written; " + told);
    }
    boolean full = disk.freeBytes() < disk.reserveBytes();
    boolean near = disk.freeBytes() < 2 * disk.reserveBytes();
    return new Line("disk", full ? Weight.BAD : near ? Weight.WARN : Weight.GOOD, told);
  }

  private String one(String sql) {
    return database.transact(connection -> one(connection, sql));
  }

  private static String one(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
