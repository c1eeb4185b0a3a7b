package tenbin.spine.group.document;

import org.junit.jupiter.api.AfterEach;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.SharedDatabase;

/** {@link DocumentsTest} on PostgreSQL. */
class PostgresDocumentsTest extends DocumentsTest {
  @SuppressWarnings("NullAway.Init")
  private Database database;

  @Override
  DocumentBook book() {
    database = Database.open(SharedDatabase.url());
    return DocumentBook.in(database.dataSource());
  }

  @AfterEach
  void close() {
    database.close();
  }
}
