package tenbin.spine.deliver.channel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** What the outbox itself reads and writes of subscriptions and attempts. */
final class OutboxStore {
  /**
   * Attempts kept per subscription: at one a minute, most of a day. The ledger keeps everything.
   */
  private static final int MOST_ATTEMPTS = 1_000;

  private final DataSource database;

  OutboxStore(DataSource database) {
    this.database = database;
  }

  /** Where a subscription stands: what a delivery begins from. */
  record Standing(Subscription subscription, Optional<String> after, int windowRows) {}

  /** How an attempt ended well. */
  record Arrived(Standing from, long number, Optional<UUID> receipt, String cursor, Instant at) {}

  /** How an attempt ended badly. */
  record Failed(
      Standing from, long number, Optional<UUID> receipt, NotSent why, Instant at, Instant next) {}

  /**
   * Takes what is due. Whoever takes it has the lease's time before it is due again, so that a
   * crash delays it and never loses it.
   */
  List<Standing> claim(Instant now, Duration lease, int most) throws SQLException {
    String sql =
        "update subscription set due_at = ? where (recipient, id) in (select recipient, id"
            + " from subscription where state = 'ACTIVE' and due_at <= ? order by due_at limit ?"
            + " for update skip locked) returning "
            + SubscriptionRow.COLUMNS;
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setTimestamp(1, Timestamp.from(now.plus(lease)));
      update.setTimestamp(2, Timestamp.from(now));
      update.setInt(3, most);
      return standings(update);
    }
  }

  /** Lengthens the lease and tells where it stands now; empty when somebody stopped it. */
  Optional<Standing> renew(Standing standing, Instant until) throws SQLException {
    String sql =
        "update subscription set due_at = ? where recipient = ? and id = ? and state = 'ACTIVE'"
            + " returning "
            + SubscriptionRow.COLUMNS;
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setTimestamp(1, Timestamp.from(until));
      key(update, 2, standing);
      return standings(update).stream().findFirst();
    }
  }

  /** When something is due next, if anything is. */
  Optional<Instant> nextDue() throws SQLException {
    String sql = "select min(due_at) from subscription where state = 'ACTIVE'";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql);
        ResultSet found = select.executeQuery()) {
      found.next();
      return Optional.ofNullable(found.getTimestamp(1)).map(Timestamp::toInstant);
    }
  }

  /** Nothing was sent: the cursor may have moved past what may not be told. */
  void passed(Standing standing, String cursor, Instant next) throws SQLException {
    String sql =
        "update subscription set after_cursor = ?, window_rows = 0, due_at = ?"
            + " where recipient = ? and id = ? and after_cursor is not distinct from ?";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, cursor);
      update.setTimestamp(2, Timestamp.from(next));
      key(update, 3, standing);
      update.setString(5, standing.after().orElse(null));
      update.executeUpdate();
    }
  }

  /** Nothing was sent and nothing is passed over: it waits for more. */
  void wait(Standing standing, Instant next) throws SQLException {
    String sql = "update subscription set due_at = ? where recipient = ? and id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setTimestamp(1, Timestamp.from(next));
      key(update, 2, standing);
      update.executeUpdate();
    }
  }

  /** Writes down, before anything leaves, that so many rows are about to. Returns the number. */
  long open(Standing standing, UUID delivery, int rows, Instant at) throws SQLException {
    try (Connection connection = database.getConnection()) {
      return Transaction.in(
          connection,
          () -> {
            try (PreparedStatement window =
                connection.prepareStatement(
                    "update subscription set window_rows = ? where recipient = ? and id = ?")) {
              window.setInt(1, rows);
              key(window, 2, standing);
              window.executeUpdate();
            }
            return insertAttempt(connection, standing, delivery, rows, at);
          });
    }
  }

  private static long insertAttempt(
      Connection connection, Standing standing, UUID delivery, int rows, Instant at)
      throws SQLException {
    String sql =
        "insert into attempt (recipient, subscription, number, at, delivery, rows, outcome)"
            + " select ?, ?, coalesce(max(number), 0) + 1, ?, ?, ?, 'OPEN' from attempt"
            + " where recipient = ? and subscription = ? returning number";
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      key(insert, 1, standing);
      insert.setTimestamp(3, Timestamp.from(at));
      insert.setObject(4, delivery);
      insert.setInt(5, rows);
      key(insert, 6, standing);
      try (ResultSet made = insert.executeQuery()) {
        made.next();
        return made.getLong(1);
      }
    }
  }

  /**
   * The cursor moves and the receipt is kept, both or neither. The cursor moves only from where the
   * attempt began: two that overlapped, by a retry's click or an expired lease, never move it back.
   */
  void arrived(Arrived arrived, Instant next) throws SQLException {
    String sql =
        "update subscription set after_cursor = ?, window_rows = 0, failures = 0,"
            + " last_success = ?, due_at = ? where recipient = ? and id = ?"
            + " and after_cursor is not distinct from ?";
    try (Connection connection = database.getConnection()) {
      Transaction.in(
          connection,
          () -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
              update.setString(1, arrived.cursor());
              update.setTimestamp(2, Timestamp.from(arrived.at()));
              update.setTimestamp(3, Timestamp.from(next));
              key(update, 4, arrived.from());
              update.setString(6, arrived.from().after().orElse(null));
              update.executeUpdate();
            }
            Ended ended = new Ended(Attempt.Outcome.SENT, arrived.receipt(), "");
            end(connection, arrived.from(), arrived.number(), ended);
            return arrived.number();
          });
    }
  }

  /** The attempt failed; the cursor stays. */
  void failed(Failed failed, boolean dead) throws SQLException {
    String sql =
        "update subscription set failures = failures + 1, last_error_at = ?, last_error = ?,"
            + " due_at = ?, state = case when ? and state = 'ACTIVE' then 'DEAD' else state end"
            + " where recipient = ? and id = ?";
    try (Connection connection = database.getConnection()) {
      Transaction.in(
          connection,
          () -> {
            try (PreparedStatement update = connection.prepareStatement(sql)) {
              update.setTimestamp(1, Timestamp.from(failed.at()));
              update.setString(2, failed.why().obstacle().text());
              update.setTimestamp(3, Timestamp.from(failed.next()));
              update.setBoolean(4, dead);
              key(update, 5, failed.from());
              update.executeUpdate();
            }
            String words = failed.why().obstacle().text();
            Ended ended = new Ended(Attempt.Outcome.FAILED, failed.receipt(), words);
            end(connection, failed.from(), failed.number(), ended);
            return failed.number();
          });
    }
  }

  /** The same rows again, but fewer of them. */
  void shrink(Standing standing, long number, int rows, NotSent why) throws SQLException {
    String sql = "update subscription set window_rows = ? where recipient = ? and id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setInt(1, rows);
      key(update, 2, standing);
      update.executeUpdate();
      end(
          connection,
          standing,
          number,
          new Ended(Attempt.Outcome.FAILED, Optional.empty(), why.obstacle().text()));
    }
  }

  private record Ended(Attempt.Outcome outcome, Optional<UUID> receipt, String detail) {}

  private static void end(Connection connection, Standing standing, long number, Ended ended)
      throws SQLException {
    String sql =
        "update attempt set outcome = ?, receipt = ?, detail = ?"
            + " where recipient = ? and subscription = ? and number = ?";
    try (PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, ended.outcome().name());
      update.setObject(2, ended.receipt().orElse(null));
      update.setString(3, ended.detail());
      key(update, 4, standing);
      update.setLong(6, number);
      update.executeUpdate();
    }
    String trim = "delete from attempt where recipient = ? and subscription = ? and number <= ?";
    try (PreparedStatement delete = connection.prepareStatement(trim)) {
      key(delete, 1, standing);
      delete.setLong(3, number - MOST_ATTEMPTS);
      delete.executeUpdate();
    }
  }

  private static void key(PreparedStatement statement, int from, Standing standing)
      throws SQLException {
    statement.setString(from, standing.subscription().recipient().text());
    statement.setObject(from + 1, standing.subscription().id());
  }

  private static List<Standing> standings(PreparedStatement statement) throws SQLException {
    List<Standing> all = new ArrayList<>();
    try (ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        all.add(
            new Standing(
                SubscriptionRow.read(found),
                Optional.ofNullable(found.getString("after_cursor")),
                found.getInt("window_rows")));
      }
    }
    return all;
  }
}
