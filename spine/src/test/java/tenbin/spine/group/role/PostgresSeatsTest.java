package tenbin.spine.group.role;

import org.junit.jupiter.api.AfterEach;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

/** {@link SeatsTest} on PostgreSQL. */
class PostgresSeatsTest extends SeatsTest {
  @SuppressWarnings("NullAway.Init")
  private Database database;

  @Override
  SeatBook book() {
    database = Database.open(SharedDatabase.url());
    return SeatBook.in(database.dataSource());
  }

  @AfterEach
  void close() {
    database.close();
  }
}
