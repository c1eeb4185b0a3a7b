package tenbin.spine.deliver;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Database;

/**
 * The keys of pseudonyms, one for each recipient: made when first needed, replaced after {@link
 * #LIFE}, destroyed when somebody says so. A destroyed key is gone: the names that were told by it
 * can neither be made nor tried again, and the next ones cannot be joined to them. Any thread.
 */
public final class PseudonymKeys {
  /**
   * How long a recipient can link what it is told: a quarter, the longest retention that the
   * purposes of the packs name for elements of communications.
   */
  public static final Duration LIFE = Duration.ofDays(90);

  private static final int BYTES = 32;
  private static final String LIVING =
      "select recipient, made_at, key from pseudonym_key where key is not null order by 1";

  private final Database database;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private volatile Map<String, Key> living = Map.of();

  /** A key in force. */
  private static final class Key {
    private final Instant madeAt;
    private final byte[] bytes;

    Key(Instant madeAt, byte[] bytes) {
      this.madeAt = madeAt;
      this.bytes = bytes;
    }

    boolean isFresh(Instant now) {
      return now.isBefore(madeAt.plus(LIFE));
    }
  }

  /** A recipient's keys over time: when made, and when destroyed. */
  public record Line(MemberId recipient, Instant madeAt, Optional<Instant> destroyedAt) {}

  public PseudonymKeys(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
    look();
  }

  /** The key in force for a recipient. */
  public byte[] of(MemberId recipient) {
    Key key = living.get(recipient.text());
    return key != null && key.isFresh(clock.instant()) ? key.bytes : renewed(recipient);
  }

  private synchronized byte[] renewed(MemberId recipient) {
    look();
    Key there = living.get(recipient.text());
    if (there != null && there.isFresh(clock.instant())) {
      return there.bytes;
    }
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    Timestamp now = Timestamp.from(clock.instant());
    database.transact(connection -> {
      destroy(connection, recipient, now);
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into pseudonym_key (recipient, made_at, key) values (?, ?, ?)")) {
        insert.setString(1, recipient.text());
        insert.setTimestamp(2, now);
        insert.setBytes(3, bytes);
        return insert.executeUpdate();
      }
    });
    look();
    return bytes;
  }

  /** Destroys a recipient's key; the next name that it is told is by a new one. */
  public synchronized boolean destroy(MemberId recipient) {
    Timestamp now = Timestamp.from(clock.instant());
    int destroyed = database.transact(connection -> destroy(connection, recipient, now));
    look();
    return destroyed > 0;
  }

  private static int destroy(Connection connection, MemberId recipient, Timestamp now)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update pseudonym_key set key = null, destroyed_at = ?"
                + " where recipient = ? and key is not null")) {
      update.setTimestamp(1, now);
      update.setString(2, recipient.text());
      return update.executeUpdate();
    }
  }

  /** Reads the keys anew: somebody may have destroyed one beside this hub. */
  public void look() {
    living =
        database.transact(connection -> {
          Map<String, Key> found = new HashMap<>();
          try (PreparedStatement query = connection.prepareStatement(LIVING);
              ResultSet row = query.executeQuery()) {
            while (row.next()) {
              found.put(
                  row.getString(1), new Key(row.getTimestamp(2).toInstant(), row.getBytes(3)));
            }
          }
          return found;
        });
  }

  /** All keys that ever were, the oldest first; never the keys themselves. */
  public List<Line> history() {
    return database.transact(connection -> {
      List<Line> lines = new ArrayList<>();
      try (PreparedStatement query =
              connection.prepareStatement(
                  "select recipient, made_at, destroyed_at from pseudonym_key order by 2, 1");
          ResultSet row = query.executeQuery()) {
        while (row.next()) {
          lines.add(
              new Line(
                  new MemberId(row.getString(1)),
                  row.getTimestamp(2).toInstant(),
                  Optional.ofNullable(row.getTimestamp(3)).map(Timestamp::toInstant)));
        }
      }
      return lines;
    });
  }
}
