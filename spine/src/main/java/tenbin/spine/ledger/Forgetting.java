package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * Destroys a party's key and name in the ledger: what its leaves commit to is unreadable from then
 * on, while chain, trees and heads still hold. What remains is said in docs/way/ledger.md.
 */
final class Forgetting {
  private Forgetting() {}

  static boolean forget(Connection connection, String party) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update ledger_tree set party = null, salt = null, key = null where party = ?")) {
      update.setString(1, party);
      return update.executeUpdate() > 0;
    }
  }
}
