package tenbin.spine.deliver.channel;

import java.sql.Connection;
import java.sql.SQLException;

/** All of some statements or none. */
final class Transaction {
  private Transaction() {}

  /** Statements that end in a number. */
  interface Work {
    long run() throws SQLException;
  }

  static long in(Connection connection, Work work) throws SQLException {
    boolean before = connection.getAutoCommit();
    connection.setAutoCommit(false);
    try {
      long result = work.run();
      connection.commit();
      return result;
    } catch (SQLException | RuntimeException failed) {
      connection.rollback();
      throw failed;
    } finally {
      connection.setAutoCommit(before);
    }
  }
}
