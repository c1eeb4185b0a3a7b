package tenbin.spine.group;

import org.junit.jupiter.api.AfterEach;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

/** {@link GroupsTest} on PostgreSQL. */
class PostgresGroupsTest extends GroupsTest {
  @SuppressWarnings("NullAway.Init")
  private Database database;

  @Override
  GroupBook book() {
    database = Database.open(SharedDatabase.url());
    return GroupBook.in(database.dataSource());
  }

  @AfterEach
  void close() {
    database.close();
  }
}
