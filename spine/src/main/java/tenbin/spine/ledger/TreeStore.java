package tenbin.spine.ledger;

import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import tenbin.spine.ledger.tree.Growth;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.ledger.tree.MerkleTree;
import tenbin.spine.ledger.tree.Tiled;
import tenbin.spine.storage.Database;

/** One tree's leaves and tiles in the database, on one connection. */
public final class TreeStore {
  private final Connection connection;
  private final int tree;

  /** A party's tree by its number inside the hub. */
  public TreeStore(Connection connection, int tree) {
    this.connection = connection;
    this.tree = tree;
  }

  /** A leaf as it is stored. */
  record Leaf(int tree, long index, long seq, Hash hash, String told) {}

  /** Writes leaves and the tiles that they filled, of any trees. */
  static void write(Connection connection, List<Leaf> leaves) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger_leaf (tree, index, seq, hash, told)"
                + " values (?, ?, ?, ?, nullif(?, ''))")) {
      for (Leaf leaf : leaves) {
        insert.setInt(1, leaf.tree);
        insert.setLong(2, leaf.index);
        insert.setLong(3, leaf.seq);
        insert.setBytes(4, leaf.hash.bytes());
        insert.setString(5, leaf.told);
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** Writes full tiles. */
  public void write(List<Growth.Tile> tiles) throws SQLException {
    if (tiles.isEmpty()) {
      return;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger_tile (tree, level, index, root, hashes) values (?, ?, ?, ?, ?)")) {
      for (Growth.Tile tile : tiles) {
        ByteBuffer hashes = ByteBuffer.allocate(Growth.WIDTH * Hash.BYTES);
        tile.hashes().forEach(hash -> hashes.put(hash.bytes()));
        insert.setInt(1, tree);
        insert.setInt(2, tile.level());
        insert.setLong(3, tile.index());
        insert.setBytes(4, tile.root().bytes());
        insert.setBytes(5, hashes.array());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** How many leaves are of lines up to that one. */
  long sizeAt(long seq) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select index + 1 from ledger_leaf where tree = ? and seq <= ?"
                + " order by index desc limit 1")) {
      query.setInt(1, tree);
      query.setLong(2, seq);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? row.getLong(1) : 0;
      }
    }
  }

  Growth growth() throws SQLException {
    return growth(sizeAt(Long.MAX_VALUE));
  }

  /** The tree's growing edge as it was at that size. */
  Growth growth(long size) {
    return Growth.at(size, (level, from, count) -> edge(level, from, count));
  }

  /** The tree as it was at a size; good as long as the connection is. */
  public MerkleTree at(long size) {
    return new MerkleTree(new Tiled(this::tile), size);
  }

  private List<Hash> edge(int level, long from, int count) {
    try {
      return level == 0
          ? hashes("select hash from ledger_leaf where tree = ?", from, count)
          : hashes(
              "select root from ledger_tile where tree = ? and level = " + (level - 1),
              from,
              count);
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  private List<Hash> hashes(String select, long from, int count) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(select + " and index >= ? and index < ? order by index")) {
      query.setInt(1, tree);
      query.setLong(2, from);
      query.setLong(3, from + count);
      List<Hash> found = new ArrayList<>(count);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(Hash.of(row.getBytes(1)));
        }
      }
      return found;
    }
  }

  private List<Hash> tile(int level, long index) {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select hashes from ledger_tile where tree = ? and level = ? and index = ?")) {
      query.setInt(1, tree);
      query.setInt(2, level);
      query.setLong(3, index);
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? split(row.getBytes(1))
            : edge(level, index * Growth.WIDTH, Growth.WIDTH);
      }
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  static List<Hash> split(byte[] hashes) {
    List<Hash> all = new ArrayList<>(hashes.length / Hash.BYTES);
    for (int at = 0; at + Hash.BYTES <= hashes.length; at += Hash.BYTES) {
      all.add(Hash.of(java.util.Arrays.copyOfRange(hashes, at, at + Hash.BYTES)));
    }
    return all;
  }
}
