package tenbin.spine.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** Single statements, each in a transaction of its own. Any thread. */
public final class Statements {
  private final DataSource source;

  public Statements(DataSource source) {
    this.source = source;
  }

  /** What to do with a prepared statement. */
  @FunctionalInterface
  public interface Work<T> {
    T with(PreparedStatement statement) throws SQLException;
  }

  /** Runs it; durable when this returns. */
  public <T> T run(String sql, Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(true);
      try (PreparedStatement statement = connection.prepareStatement(sql)) {
        return work.with(statement);
      }
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  /** What a row of an answer is. */
  @FunctionalInterface
  public interface Reading<T> {
    T of(ResultSet row) throws SQLException;
  }

  /** Everything that a question finds, in its order. */
  public static <T> List<T> rows(PreparedStatement query, Reading<T> reading) throws SQLException {
    List<T> all = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        all.add(reading.of(row));
      }
    }
    return all;
  }

  /** The one number that a question gives. */
  public static int number(PreparedStatement query) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }
}
