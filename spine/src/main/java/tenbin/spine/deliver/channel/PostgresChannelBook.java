package tenbin.spine.deliver.channel;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.post.Tokens;
import tenbin.spine.storage.Database;

/** The channel book in PostgreSQL. */
public final class PostgresChannelBook implements ChannelBook {
  /**
   * More than a member has networks, tools and people to serve; keeps one member from filling it.
   */
  private static final int MOST_PER_MEMBER = 100;

  /** Notices are facts, not rows: the one format that has facts. */
  private static final String NOTICES = "json-lines";

  private final DataSource database;
  private final Channels channels;
  private final Tokens tokens;
  private final Clock clock;

  public PostgresChannelBook(DataSource database, Channels channels, Tokens tokens, Clock clock) {
    this.database = database;
    this.channels = channels;
    this.tokens = tokens;
    this.clock = clock;
  }

  @Override
  public Channels channels() {
    return channels;
  }

  @Override
  public Subscription subscribe(MemberId recipient, Subscription.Order order) throws NotSent {
    Channel channel =
        channels
            .channel(order.channel())
            .orElseThrow(() -> NotSent.never(Obstacle.Cause.NO_SUCH_CHANNEL, order.channel()));
    if (channels.writer(order.format()).isEmpty()) {
      throw NotSent.never(Obstacle.Cause.NO_SUCH_FORMAT, order.format());
    }
    if (order.purpose() == Purpose.NOTIFY_ROUTE_ANOMALY && !order.format().equals(NOTICES)) {
      throw NotSent.never(Obstacle.Cause.NO_SUCH_FORMAT, order.format());
    }
    channel.check(recipient, order.address());
    if (subscriptionsOf(recipient).size() >= MOST_PER_MEMBER) {
      throw NotSent.never(Obstacle.Cause.TOO_MANY, Integer.toString(MOST_PER_MEMBER));
    }
    return insert(recipient, order);
  }

  private Subscription insert(MemberId recipient, Subscription.Order order) {
    String sql =
        "insert into subscription (recipient, id, purpose, channel, address, format, schedule,"
            + " state, due_at, made_at) values (?, ?, ?, ?, ?, ?, ?, 'ACTIVE', ?, ?) returning "
            + SubscriptionRow.COLUMNS;
    Instant now = clock.instant();
    try (Connection connection = database.getConnection();
        PreparedStatement insert = connection.prepareStatement(sql)) {
      insert.setString(1, recipient.text());
      insert.setObject(2, UUID.randomUUID());
      insert.setString(3, order.purpose().name());
      insert.setString(4, order.channel());
      insert.setString(5, order.address());
      insert.setString(6, order.format());
      insert.setString(7, order.schedule().toString());
      insert.setTimestamp(8, Timestamp.from(first(order.schedule(), now)));
      insert.setTimestamp(9, Timestamp.from(now));
      return subscriptions(insert).getFirst();
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  private static Instant first(Schedule schedule, Instant now) {
    return schedule instanceof Schedule.AtOnce ? now : schedule.next(now);
  }

  @Override
  public List<Subscription> subscriptionsOf(MemberId recipient) {
    String sql =
        "select "
            + SubscriptionRow.COLUMNS
            + " from subscription where recipient = ? and state <> 'ENDED' order by made_at, id";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, recipient.text());
      return subscriptions(select);
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  @Override
  public List<Subscription> deadLetters(int most) {
    String sql =
        "select "
            + SubscriptionRow.COLUMNS
            + " from subscription where state = 'DEAD' order by last_error_at, id limit ?";
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, most);
      return subscriptions(select);
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  @Override
  public boolean putAside(MemberId recipient, UUID subscription, String why) {
    String sql =
        "update subscription set state = 'ENDED', put_aside_at = ?, put_aside_why = ?"
            + " where recipient = ? and id = ? and state = 'DEAD'";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setTimestamp(1, Timestamp.from(clock.instant()));
      update.setString(2, why);
      update.setString(3, recipient.text());
      update.setObject(4, subscription);
      return update.executeUpdate() == 1;
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  @Override
  public boolean bringBack(MemberId recipient, UUID subscription) {
    String sql =
        "update subscription set state = 'DEAD', put_aside_at = null, put_aside_why = ''"
            + " where recipient = ? and id = ? and state = 'ENDED' and put_aside_at is not null";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setString(1, recipient.text());
      update.setObject(2, subscription);
      return update.executeUpdate() == 1;
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  @Override
  public List<PutAside> putAside(int most) {
    String sql =
        "select put_aside_at, put_aside_why, "
            + SubscriptionRow.COLUMNS
            + " from subscription where put_aside_at is not null"
            + " order by put_aside_at desc, id limit ?";
    List<PutAside> all = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setInt(1, most);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          Instant at = row.getTimestamp("put_aside_at").toInstant();
          all.add(new PutAside(SubscriptionRow.read(row), at, row.getString("put_aside_why")));
        }
      }
      return all;
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  @Override
  public List<Attempt> attempts(MemberId recipient, UUID subscription, int most) {
    String sql =
        "select number, at, delivery, rows, receipt, outcome, detail from attempt"
            + " where recipient = ? and subscription = ? order by number desc limit ?";
    List<Attempt> all = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      select.setString(1, recipient.text());
      select.setObject(2, subscription);
      select.setInt(3, most);
      try (ResultSet found = select.executeQuery()) {
        while (found.next()) {
          all.add(attempt(found));
        }
      }
      return all;
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    return new Attempt(
        row.getLong("number"),
        row.getTimestamp("at").toInstant(),
        row.getObject("delivery", UUID.class),
        row.getInt("rows"),
        Optional.ofNullable(row.getObject("receipt", UUID.class)),
        Attempt.Outcome.valueOf(row.getString("outcome")),
        Obstacle.of(row.getString("detail")));
  }

  @Override
  public boolean change(MemberId recipient, UUID subscription, Change change) {
    String sql =
        "update subscription set "
            + switch (change) {
              case PAUSE -> "state = 'PAUSED', due_at = ? where state in ('ACTIVE', 'DEAD')";
              case RESUME ->
                  "state = 'ACTIVE', failures = 0, due_at = ? where state in ('PAUSED', 'DEAD')";
              case RETRY ->
                  "state = 'ACTIVE', failures = 0, due_at = ? where state in ('ACTIVE', 'DEAD')";
              case RENEW_SECRET ->
                  "secret_version = secret_version + 1, due_at = greatest(due_at, ?)"
                      + " where state <> 'ENDED'";
              case END -> "state = 'ENDED', due_at = ? where state <> 'ENDED'";
            }
            + " and recipient = ? and id = ?";
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      update.setTimestamp(1, Timestamp.from(clock.instant()));
      update.setString(2, recipient.text());
      update.setObject(3, subscription);
      return update.executeUpdate() == 1;
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  @Override
  public String secret(MemberId recipient, UUID subscription) {
    return subscriptionsOf(recipient).stream()
        .filter(each -> each.id().equals(subscription))
        .map(each -> HexFormat.of().formatHex(WebhookSecret.of(tokens, each)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no such subscription"));
  }

  private static List<Subscription> subscriptions(PreparedStatement statement) throws SQLException {
    List<Subscription> all = new ArrayList<>();
    try (ResultSet found = statement.executeQuery()) {
      while (found.next()) {
        all.add(SubscriptionRow.read(found));
      }
    }
    return all;
  }
}
