package tenbin.spine.deliver.channel;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;

/** A subscription as its table has it. */
final class SubscriptionRow {
  static final String COLUMNS =
      "recipient, id, purpose, channel, address, format, schedule, state, secret_version,"
          + " after_cursor, window_rows, failures, due_at, made_at, last_success, last_error_at,"
          + " last_error";

  private SubscriptionRow() {}

  static Subscription read(ResultSet row) throws SQLException {
    return new Subscription(
        row.getObject("id", UUID.class),
        new MemberId(row.getString("recipient")),
        order(row),
        Subscription.State.valueOf(row.getString("state")),
        row.getInt("secret_version"),
        row.getInt("failures"),
        row.getTimestamp("due_at").toInstant(),
        row.getTimestamp("made_at").toInstant(),
        instant(row, "last_success"),
        instant(row, "last_error_at"),
        Obstacle.of(row.getString("last_error")));
  }

  private static Subscription.Order order(ResultSet row) throws SQLException {
    return new Subscription.Order(
        Purpose.valueOf(row.getString("purpose")),
        row.getString("channel"),
        row.getString("address"),
        row.getString("format"),
        Schedule.parse(row.getString("schedule")));
  }

  private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
    return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
  }
}
