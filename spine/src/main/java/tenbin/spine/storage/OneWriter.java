package tenbin.spine.storage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The right to give a database's observations their order: a lock that one session holds, and the
 * transactions of that very session. Whoever loses the session loses the lock and can commit
 * nothing more, so two hubs never write in turns, however a connection breaks. Any thread; one
 * transaction at a time.
 */
public final class OneWriter implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OneWriter.class);

  /** "tenbin" in ASCII: one number for the lock in every database. */
  private static final long LOCK = 0x7465_6e62_696eL;

  /** The server takes a moment to see that a session has ended: so long a successor waits. */
  private static final int WAIT_MILLIS = 3_000;

  /** lock_not_available, in PostgreSQL's table of error codes. */
  private static final String NOT_AVAILABLE = "55P03";

  /** A database that does not answer for so long is lost. */
  private static final int ANSWER_SECONDS = 10;

  /** A lock of one number shows its halves as two (PostgreSQL's pg_locks). */
  private static final String HELD =
      "select exists (select from pg_locks where locktype = 'advisory' and granted and pid = ?"
          + " and database = (select oid from pg_database where datname = current_database())"
          + " and classid = "
          + (LOCK >>> Integer.SIZE)
          + " and objid = "
          + (LOCK & 0xffff_ffffL)
          + ")";

  private final Database database;
  private Connection connection;

  /** The server's process behind the session that has the lock. */
  private volatile int session;

  private OneWriter(Database database, Connection connection) throws SQLException {
    this.database = database;
    this.connection = connection;
    this.session = sessionOf(connection);
  }

  private static int sessionOf(Connection connection) throws SQLException {
    return connection.unwrap(PGConnection.class).getBackendPID();
  }

  /**
   * Takes the lock.
   *
   * @throws StorageFailure when another hub has it
   */
  public static OneWriter on(Database database) {
    try {
      return new OneWriter(database, locked(database));
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  private static Connection locked(Database database) {
    try {
      Connection connection = database.dataSource().getConnection();
      try (Statement statement = connection.createStatement()) {
        statement.execute("set lock_timeout = " + WAIT_MILLIS);
        statement.execute("select pg_advisory_lock(" + LOCK + ")");
        statement.execute("set lock_timeout = 0");
        return connection;
      } catch (SQLException failed) {
        connection.close();
        throw failed;
      }
    } catch (SQLException failed) {
      if (NOT_AVAILABLE.equals(failed.getSQLState())) {
        throw new StorageFailure(
            StorageFailure.Actor.OPERATOR, "another hub works on this database already", failed);
      }
      throw Database.failure(failed);
    }
  }

  /** A transaction that can only be committed while the lock is held. */
  public synchronized <T> T transact(Database.Work<T> work) {
    try {
      return Database.transact(connection, work);
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  /**
   * Returns when the lock is held.
   *
   * @throws StorageFailure when it is not: everything that was read before is then out of date
   */
  public synchronized void check() {
    if (!holds()) {
      throw new StorageFailure(
          StorageFailure.Actor.RETRY, "the session with the hub's lock on its database is lost");
    }
  }

  /**
   * Takes a lost lock again; whoever calls this reads anew where the order stands.
   *
   * @throws StorageFailure when another hub has it meanwhile
   */
  public synchronized void renew() {
    if (!holds()) {
      close();
      connection = locked(database);
      try {
        session = sessionOf(connection);
      } catch (SQLException failed) {
        throw Database.failure(failed);
      }
    }
  }

  /** Whether the lock is held at this moment, as another session of the same database sees it. */
  public boolean isHeld(Connection other) throws SQLException {
    try (PreparedStatement query = other.prepareStatement(HELD)) {
      query.setInt(1, session);
      try (ResultSet row = query.executeQuery()) {
        return row.next() && row.getBoolean(1);
      }
    }
  }

  private boolean holds() {
    try {
      return connection.isValid(ANSWER_SECONDS);
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  /** Gives the lock back; of a lost session there is nothing left to give. */
  @Override
  public synchronized void close() {
    try (Connection held = connection) {
      if (held.isValid(ANSWER_SECONDS)) {
        held.setAutoCommit(true);
        try (Statement statement = held.createStatement()) {
          statement.execute("select pg_advisory_unlock(" + LOCK + ")");
        }
      }
    } catch (SQLException lost) {
      LOG.info("the session with the hub's lock was lost: {}", lost.getMessage());
    }
  }
}
