package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import tenbin.spine.ledger.evidence.Anchor;
import tenbin.spine.ledger.evidence.Commitments;
import tenbin.spine.ledger.evidence.LineText;
import tenbin.spine.ledger.tree.Growth;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.ledger.tree.Hasher;

/** One party's tree, grown anew out of its lines and held against what is stored. */
final class TreeCheck {
  private static final String LEAVES =
      "select l.index, l.seq, l.hash, coalesce(l.told, g.entry), l.told is null, g.recipient,"
          + " s.salt, c.sealed from ledger_leaf l left join ledger g using (seq)"
          + " left join ledger_salt s using (seq) left join ledger_content c using (seq)"
          + " where l.tree = ? order by l.index";

  private final Connection connection;
  private final PartyTree tree;
  private final TileCheck tiles;
  private final Hasher hasher = new Hasher();
  private final Growth growth = new Growth();
  private long line;
  private long received;

  TreeCheck(Connection connection, PartyTree tree) {
    this.connection = connection;
    this.tree = tree;
    this.tiles = new TileCheck(connection, tree.id());
  }

  /** The line at which it stopped. */
  long line() {
    return line;
  }

  /** Leaves that are lines of the ledger themselves. */
  long received() {
    return received;
  }

  /** What is wrong with it first. */
  Optional<String> fault() throws SQLException {
    if (tree.party().isPresent()
        && !Anchor.named(tree.salt().orElseThrow(), tree.party().get())
            .equals(tree.named().hex())) {
      return Optional.of("the name of tree " + tree.id() + " was changed");
    }
    if (tree.party().isPresent() && tree.key().isEmpty()) {
      return Optional.of("the key of " + name() + " was changed");
    }
    try (PreparedStatement query = connection.prepareStatement(LEAVES)) {
      query.setFetchSize(1_000);
      query.setInt(1, tree.id());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          line = row.getLong(2);
          Optional<String> fault = fault(row);
          if (fault.isPresent()) {
            return Optional.of(
                "leaf " + row.getLong(1) + " of " + name() + ", line " + line + ": " + fault.get());
          }
        }
      }
    }
    return tiles.missing(growth.size()).map(fault -> fault + " of " + name());
  }

  private String name() {
    return tree.party().orElse("tree " + tree.id());
  }

  private Optional<String> fault(ResultSet row) throws SQLException {
    if (row.getLong(1) != growth.size() || row.getString(4) == null) {
      return Optional.of("leaf or line is missing");
    }
    Hash hash = hasher.leaf(row.getString(4));
    if (!hash.equals(Hash.of(row.getBytes(3)))) {
      return Optional.of("it was changed");
    }
    for (Growth.Tile tile : growth.add(hash)) {
      Optional<String> fault = tiles.fault(tile);
      if (fault.isPresent()) {
        return fault;
      }
    }
    if (!row.getBoolean(5)) {
      return Optional.empty();
    }
    received++;
    if (!tree.party().map(row.getString(6)::equals).orElse(true)) {
      return Optional.of("it is of another recipient");
    }
    return sealed(row);
  }

  private Optional<String> sealed(ResultSet row) throws SQLException {
    String text = row.getString(4);
    String salted = new LineText(text).one("salted");
    if (salted.isEmpty() || tree.party().isEmpty()) {
      return Optional.empty();
    }
    byte[] salt = row.getBytes(7);
    if (salt != null) {
      byte[] opened = new Salts(Optional.of(tree)).open(salt);
      if (!Commitments.toSalt(opened).equals(salted)) {
        return Optional.of("its salt was changed");
      }
    }
    byte[] content = row.getBytes(8);
    return content == null ? Optional.empty() : content(text, content);
  }

  private Optional<String> content(String text, byte[] content) throws SQLException {
    Optional<byte[]> opened = tree.seal().flatMap(seal -> seal.open(content));
    if (opened.isEmpty()) {
      return Optional.of("what is sealed with it was changed");
    }
    return Leaf.misfit(text, opened.get(), subjects()).map(part -> "its " + part + " do not fit");
  }

  /** The names of those whom the line was about, as commitments. */
  private List<Hash> subjects() throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select t.named from ledger_leaf l join ledger_tree t on t.id = l.tree"
                + " where l.seq = ? and l.tree > 0 and l.told is not null")) {
      query.setLong(1, line);
      List<Hash> found = new java.util.ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(Hash.tryParse(HexFormat.of().formatHex(row.getBytes(1))).orElseThrow());
        }
      }
      return found;
    }
  }
}
