package tenbin.spine.deliver;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.spine.storage.Database;

/**
 * The keys of the names that the members of one case share for addresses: made when one of them
 * first needs it, replaced when somebody destroys it, gone for good once the case is over. Read
 * anew each time, so a key destroyed beside the hub counts at once. Any thread.
 */
public final class CaseKeys {
  private static final int BYTES = 32;

  private final Database database;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  /**
   * A case as keys know it.
   *
   * @param id inside the hub; never shown
   * @param ends from when on it has no names
   */
  public record Room(String id, Instant ends) {}

  /** A case's keys over time: when made, when they end, and when destroyed. */
  public record Line(
      String caseId, Instant madeAt, Instant endsAt, Optional<Instant> destroyedAt) {}

  public CaseKeys(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** The key of a case; empty once it is over. */
  public Optional<byte[]> of(Room room) {
    Instant now = clock.instant();
    if (!now.isBefore(room.ends)) {
      return Optional.empty();
    }
    byte[] fresh = new byte[BYTES];
    random.nextBytes(fresh);
    return database.transact(connection -> {
      insert(connection, room, fresh, now);
      return living(connection, room.id, now);
    });
  }

  /** Lays a key down where none lives; of two at one moment the first one stays. */
  private static void insert(Connection connection, Room room, byte[] key, Instant now)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into pseudonym_case_key (case_id, made_at, ends_at, key)"
                + " select ?, ?, ?, ? where not exists (select 1 from pseudonym_case_key"
                + " where case_id = ? and key is not null) on conflict do nothing")) {
      insert.setString(1, room.id);
      insert.setTimestamp(2, Timestamp.from(now));
      insert.setTimestamp(3, Timestamp.from(room.ends));
      insert.setBytes(4, key);
      insert.setString(5, room.id);
      insert.executeUpdate();
    }
  }

  private static Optional<byte[]> living(Connection connection, String id, Instant now)
      throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select key from pseudonym_case_key"
                + " where case_id = ? and key is not null and ends_at > ?")) {
      query.setString(1, id);
      query.setTimestamp(2, Timestamp.from(now));
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  /** Destroys a case's key; the next name that its members are told is by a new one. */
  public boolean destroy(String caseId) {
    return destroy("case_id = ?", statement -> statement.setString(2, caseId)) > 0;
  }

  /** Destroys the keys of cases that are over; returns how many. */
  public int destroyOver() {
    Timestamp now = Timestamp.from(clock.instant());
    return destroy("ends_at <= ?", statement -> statement.setTimestamp(2, now));
  }

  /** Sets the parameter of a condition. */
  private interface Setting {
    void on(PreparedStatement statement) throws SQLException;
  }

  private int destroy(String which, Setting setting) {
    return database.transact(connection -> {
      try (PreparedStatement update =
          connection.prepareStatement(
              "update pseudonym_case_key set key = null, destroyed_at = ?"
                  + " where key is not null and "
                  + which)) {
        update.setTimestamp(1, Timestamp.from(clock.instant()));
        setting.on(update);
        return update.executeUpdate();
      }
    });
  }

  /** All keys that ever were, the oldest first; never the keys themselves. */
  public List<Line> history() {
    return database.transact(connection -> {
      List<Line> lines = new ArrayList<>();
      try (PreparedStatement query =
              connection.prepareStatement(
                  "select case_id, made_at, ends_at, destroyed_at from pseudonym_case_key"
                      + " order by number");
          ResultSet row = query.executeQuery()) {
        while (row.next()) {
          lines.add(
              new Line(
                  row.getString(1),
                  row.getTimestamp(2).toInstant(),
                  row.getTimestamp(3).toInstant(),
                  Optional.ofNullable(row.getTimestamp(4)).map(Timestamp::toInstant)));
        }
      }
      return lines;
    });
  }
}
