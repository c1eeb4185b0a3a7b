package tenbin.spine.group.election;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

/** {@link ElectionsTest} on PostgreSQL. */
class PostgresElectionsTest extends ElectionsTest {
  private @Nullable Database database;

  private Database database() {
    if (database == null) {
      database = Database.open(SharedDatabase.url());
    }
    return database;
  }

  @Override
  ElectionBook book() {
    return ElectionBook.in(database().dataSource());
  }

  @Override
  BallotBook ballots() {
    return BallotBook.in(database().dataSource());
  }

  @AfterEach
  void close() {
    database().close();
  }
}
