package tenbin.spine;

import java.io.IOException;
import java.io.UncheckedIOException;
import javax.sql.DataSource;
import tenbin.spine.collect.DurableIntake;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.StoredReports;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Folders;
import tenbin.spine.storage.Parties;

/** One hub's spine: opened on a data folder, closed with everything it started. */
public final class Spine implements AutoCloseable {
  private final FolderLock lock;
  private final Database database;
  private final Intake intake;
  private final ReportBook reports;

  private Spine(SpineConfig config, FolderLock lock, Database database) throws IOException {
    this.lock = lock;
    this.database = database;
    Parties parties = new Parties(database.dataSource());
    this.intake =
        new DurableIntake(
            config.data(), database, parties, config.intake(), config.clock(), () -> {});
    this.reports = new StoredReports(config.data(), database);
  }

  /** Opens the spine of a data folder; a second one on the same folder is refused. */
  public static Spine open(SpineConfig config) {
    try {
      Folders.passable(config.data().toAbsolutePath());
      FolderLock lock = FolderLock.on(config.data());
      try {
        Database database =
            config
                .database()
                .map(Database::open)
                .orElseGet(() -> Database.embedded(config.data().resolve("postgresql")));
        return open(config, lock, database);
      } catch (RuntimeException failed) {
        lock.close();
        throw failed;
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static Spine open(SpineConfig config, FolderLock lock, Database database)
      throws IOException {
    try {
      return new Spine(config, lock, database);
    } catch (IOException | RuntimeException failed) {
      database.close();
      throw failed;
    }
  }

  public Intake intake() {
    return intake;
  }

  public ReportBook reports() {
    return reports;
  }

  /** For the desks' and doors' own tables (people, casework, channels). */
  public DataSource dataSource() {
    return database.dataSource();
  }

  @Override
  public void close() {
    database.close();
    try {
      lock.close();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
