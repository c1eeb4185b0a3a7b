package tenbin.spine.newcomer;

import org.junit.jupiter.api.AfterEach;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

/** {@link JoiningTest} on PostgreSQL. */
class PostgresJoiningTest extends JoiningTest {
  @SuppressWarnings("NullAway.Init")
  private Database database;

  @Override
  NewcomerBook book() {
    database = Database.open(SharedDatabase.url());
    return NewcomerBook.in(database.dataSource());
  }

  @AfterEach
  void close() {
    database.close();
  }
}
