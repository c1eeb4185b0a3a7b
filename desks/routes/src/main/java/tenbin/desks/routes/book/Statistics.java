package tenbin.desks.routes.book;

import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;
import tenbin.spine.storage.Statements;

/**
 * What the database's planner knows of the large tables of incidents. A leak fills them within
 * seconds, and until the database looks by itself, which takes a minute, it would plan as if they
 * were small: a page would take minutes.
 */
final class Statistics {
  private static final int MANY = 5_000;

  private final Statements database;
  private final AtomicLong rows = new AtomicLong();

  Statistics(DataSource source) {
    this.database = new Statements(source);
  }

  /** So many rows were written: has them looked at, where they are many. */
  void written(int more) {
    if (rows.addAndGet(more) >= MANY) {
      rows.set(0);
      database.run("analyze route_affected, route_seen, route_step", analyze -> analyze.execute());
    }
  }
}
