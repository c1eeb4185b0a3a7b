package tenbin.spine.casework;

import org.junit.jupiter.api.AfterEach;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

final class PostgresCaseLinksTest extends CaseLinksTest {
  @SuppressWarnings("NullAway.Init")
  private Database database;

  @Override
  CaseBook book() {
    database = Database.open(SharedDatabase.url());
    return CaseBook.in(database.dataSource());
  }

  @AfterEach
  void close() {
    database.close();
  }
}
