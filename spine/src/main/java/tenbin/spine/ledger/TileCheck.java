package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import tenbin.spine.ledger.tree.Growth;
import tenbin.spine.ledger.tree.Hash;

/** A tree's stored tiles, held against those that it grows into. */
final class TileCheck {
  private final Connection connection;
  private final int tree;

  TileCheck(Connection connection, int tree) {
    this.connection = connection;
    this.tree = tree;
  }

  Optional<String> fault(Growth.Tile tile) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select root, hashes from ledger_tile where tree = ? and level = ? and index = ?")) {
      query.setInt(1, tree);
      query.setInt(2, tile.level());
      query.setLong(3, tile.index());
      try (ResultSet row = query.executeQuery()) {
        boolean same =
            row.next()
                && Hash.of(row.getBytes(1)).equals(tile.root())
                && TreeStore.split(row.getBytes(2)).equals(tile.hashes());
        return same
            ? Optional.empty()
            : Optional.of("tile " + tile.index() + " of level " + tile.level() + " was changed");
      }
    }
  }

  /** Whether there are more tiles than a tree of that size has. */
  Optional<String> missing(long size) throws SQLException {
    long tiles = 0;
    for (long row = size / Growth.WIDTH; row > 0; row /= Growth.WIDTH) {
      tiles += row;
    }
    try (PreparedStatement query =
        connection.prepareStatement("select count(*) from ledger_tile where tree = ?")) {
      query.setInt(1, tree);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return row.getLong(1) == tiles
            ? Optional.empty()
            : Optional.of(row.getLong(1) + " tiles instead of " + tiles);
      }
    }
  }
}
