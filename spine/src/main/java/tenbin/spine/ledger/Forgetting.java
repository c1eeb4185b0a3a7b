package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import tenbin.nouns.consent.PartyId;
import tenbin.spine.storage.Database;

/**
 * Destroys a party's key and name in the ledger: what its leaves commit to is unreadable from then
 * on, while chain, trees and heads still hold. What remains is said in docs/way/ledger.md. A
 * running hub notices before its next line. Any thread.
 */
public final class Forgetting {
  private final Database database;

  public Forgetting(Database database) {
    this.database = database;
  }

  /** How many leaves a party's tree has that it can still open; empty when it has no tree. */
  public Optional<Long> leaves(PartyId party) {
    return database.transact(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              "select t.id, count(l.index) from ledger_tree t left join ledger_leaf l"
                  + " on l.tree = t.id where t.party = ? group by t.id")) {
        query.setString(1, party.text());
        try (ResultSet row = query.executeQuery()) {
          return row.next() ? Optional.of(row.getLong(2)) : Optional.empty();
        }
      }
    });
  }

  /** Destroys the key for ever; false when there is none. */
  public boolean forget(PartyId party) {
    return database.transact(connection -> forget(connection, party.text()));
  }

  static boolean forget(Connection connection, String party) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update ledger_tree set party = null, salt = null, key = null where party = ?")) {
      update.setString(1, party);
      return update.executeUpdate() > 0;
    }
  }

  /** How many trees have no party any more. */
  static int count(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select count(*) from ledger_tree where party is null");
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getInt(1);
    }
  }
}
