package tenbin.spine.casework;

import org.junit.jupiter.api.AfterEach;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

final class PostgresCaseFilesTest extends CaseFilesTest {
  @SuppressWarnings("NullAway.Init")
  private Database database;

  @Override
  EntryBook book() {
    database = Database.open(SharedDatabase.url());
    return EntryBook.in(database.dataSource());
  }

  @AfterEach
  void close() {
    database.close();
  }
}
