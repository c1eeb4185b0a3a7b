package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tenbin.spine.ledger.tree.Hasher;
import tenbin.spine.storage.Database;

/**
 * Gives lines that were written before there were trees their leaves, in their order: the trees
 * begin with the ledger's first line. Done once, at the first start; stopped half way, it goes on
 * where it was.
 */
final class OldLeaves {
  private static final int CHUNK = 5_000;
  private static final String WITHOUT =
      "select seq, recipient, entry from ledger"
          + " where seq > (select coalesce(max(seq), 0) from ledger_leaf where tree > 0)"
          + " order by seq limit "
          + CHUNK;

  private final Database database;

  OldLeaves(Database database) {
    this.database = database;
  }

  void plant(Supplier<Forest> forest) {
    int planted;
    do {
      planted = database.transact(connection -> plant(connection, forest.get()));
    } while (planted == CHUNK);
  }

  private static int plant(Connection connection, Forest forest) throws SQLException {
    List<TreeStore.Leaf> leaves = new ArrayList<>();
    Hasher hasher = new Hasher();
    try (PreparedStatement query = connection.prepareStatement(WITHOUT);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        leaves.add(
            forest.grow(
                connection, row.getString(2), row.getLong(1), hasher.leaf(row.getString(3)), ""));
      }
    }
    TreeStore.write(connection, leaves);
    return leaves.size();
  }
}
