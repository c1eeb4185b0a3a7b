package tenbin.spine;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.StorageFailure;

/**
 * Keeps a second hub away from a database: positions need one writer. PostgreSQL lets the lock go
 * with the connection, however this process ends.
 */
final class OnlyHub implements AutoCloseable {
  /** "tenbin" in ASCII: one number for the lock in every database. */
  private static final long LOCK = 0x7465_6e62_696eL;

  private final Connection connection;

  private OnlyHub(Connection connection) {
    this.connection = connection;
  }

  static OnlyHub on(Database database) {
    try {
      Connection connection = database.dataSource().getConnection();
      try (Statement query = connection.createStatement();
          ResultSet row = query.executeQuery("select pg_try_advisory_lock(" + LOCK + ")")) {
        row.next();
        if (row.getBoolean(1)) {
          return new OnlyHub(connection);
        }
      }
      connection.close();
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
    throw new StorageFailure(
        StorageFailure.Actor.OPERATOR, "another hub works on this database already");
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }
}
