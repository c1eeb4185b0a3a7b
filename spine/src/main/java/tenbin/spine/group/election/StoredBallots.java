package tenbin.spine.group.election;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Statements;

/** Ballots in PostgreSQL: two tables of {@code V30__group_roles.sql}. */
final class StoredBallots implements BallotBook {
  private final DataSource source;
  private final Statements database;

  StoredBallots(DataSource source) {
    this.source = source;
    this.database = new Statements(source);
  }

  @Override
  public boolean cast(UUID election, MemberId member, UnaryOperator<byte[]> change) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        boolean first = enter(connection, election, member);
        if (first) {
          change(connection, election, change);
        }
        connection.commit();
        return first;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      }
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  private static boolean enter(Connection connection, UUID election, MemberId member)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into group_turnout (election, member) values (?, ?) on conflict do nothing")) {
      insert.setObject(1, election);
      insert.setString(2, member.text());
      return insert.executeUpdate() == 1;
    }
  }

  /** Those who vote at once change the box one after the other. */
  private static void change(Connection connection, UUID election, UnaryOperator<byte[]> change)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into group_box (election, sealed) values (?, ''::bytea)"
                + " on conflict do nothing")) {
      insert.setObject(1, election);
      insert.executeUpdate();
    }
    byte[] box;
    try (PreparedStatement query =
        connection.prepareStatement("select sealed from group_box where election = ? for update")) {
      query.setObject(1, election);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        box = row.getBytes(1);
      }
    }
    try (PreparedStatement update =
        connection.prepareStatement("update group_box set sealed = ? where election = ?")) {
      update.setBytes(1, change.apply(box));
      update.setObject(2, election);
      update.executeUpdate();
    }
  }

  @Override
  public boolean hasVoted(UUID election, MemberId member) {
    return database.run(
        "select 1 from group_turnout where election = ? and member = ?",
        query -> {
          query.setObject(1, election);
          query.setString(2, member.text());
          try (ResultSet row = query.executeQuery()) {
            return row.next();
          }
        });
  }

  @Override
  public Optional<byte[]> box(UUID election) {
    return database.run(
        "select sealed from group_box where election = ?",
        query -> {
          query.setObject(1, election);
          try (ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
          }
        });
  }

  @Override
  public void forget(UUID election) {
    for (String table : new String[] {"group_turnout", "group_box"}) {
      database.run(
          "delete from " + table + " where election = ?",
          delete -> {
            delete.setObject(1, election);
            return delete.executeUpdate();
          });
    }
  }
}
