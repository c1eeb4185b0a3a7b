package tenbin.desks.routes.book;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import tenbin.spine.storage.Database;

/** Several statements that hold together. */
final class Transaction {
  private Transaction() {}

  /** What is done on one connection. */
  @FunctionalInterface
  interface Work {
    void on(Connection connection) throws SQLException;
  }

  /** All of it is durable when this returns, or none. */
  static void run(DataSource source, Work work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        work.on(connection);
        connection.commit();
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      }
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }
}
