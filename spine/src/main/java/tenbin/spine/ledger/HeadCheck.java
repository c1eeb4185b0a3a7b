package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import tenbin.spine.ledger.evidence.HeadNote;
import tenbin.spine.ledger.tree.Growth;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.ledger.tree.Hasher;
import tenbin.spine.storage.HubSecret;

/** The public log and its newest head, held against the trees. */
final class HeadCheck {
  private static final String CHANGED = "the newest head was changed";

  private final Connection connection;
  private final HubSecret secret;
  private final TileCheck tiles;

  HeadCheck(Connection connection, HubSecret secret) {
    this.connection = connection;
    this.secret = secret;
    this.tiles = new TileCheck(connection, HeadState.LOG);
  }

  /** What is wrong first; nothing is where no head was cut yet. */
  Optional<String> fault() throws SQLException {
    if (count("select count(*) from ledger_head") == 0) {
      return count("select count(*) from ledger_leaf where tree = 0") == 0
          ? Optional.empty()
          : Optional.of("the newest head is missing");
    }
    Optional<HeadNote> note = note(connection);
    if (note.isEmpty()) {
      return Optional.of(CHANGED);
    }
    Growth log = new Growth();
    Optional<String> fault = regrow(log);
    if (fault.isPresent()) {
      return fault;
    }
    return log.size() == note.get().size() && log.root().equals(note.get().root())
        ? places(log.size())
        : Optional.of(CHANGED);
  }

  private Optional<String> places(long size) throws SQLException {
    HeadState head = HeadState.load(connection, secret).orElseThrow();
    boolean last =
        hash(size - 1).filter(new Hasher().leaf(head.leaf().toString())::equals).isPresent();
    boolean same = head.under().places().root().equals(head.leaf().places());
    return last && same
        ? Optional.empty()
        : Optional.of(last ? "the newest head is not over the trees as they are" : CHANGED);
  }

  static Optional<HeadNote> note(Connection connection) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement("select note from ledger_head");
        ResultSet row = query.executeQuery()) {
      return row.next() ? HeadNote.tryParse(row.getString(1)) : Optional.empty();
    }
  }

  private long count(String select) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(select);
        ResultSet row = query.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  /**
   * Grows the log out of its lowest tiles and the leaves behind them. The last leaf of the newest
   * tile stays beside it, and says the same.
   */
  private Optional<String> regrow(Growth log) throws SQLException {
    Optional<Hash> edge = Optional.empty();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select hashes from ledger_tile where tree = 0 and level = 0 order by index")) {
      query.setFetchSize(100);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          for (Hash hash : TreeStore.split(row.getBytes(1))) {
            Optional<String> fault = add(log, hash);
            if (fault.isPresent()) {
              return fault;
            }
            edge = Optional.of(hash);
          }
        }
      }
    }
    if (edge.isPresent() && !hash(log.size() - 1).orElse(edge.get()).equals(edge.get())) {
      return Optional.of("leaf " + (log.size() - 1) + " of the log was changed");
    }
    long size = new TreeStore(connection, HeadState.LOG).sizeAt(Long.MAX_VALUE);
    while (log.size() < size) {
      Optional<Hash> hash = hash(log.size());
      Optional<String> fault =
          hash.isPresent() ? add(log, hash.get()) : Optional.of("head " + log.size() + " is gone");
      if (fault.isPresent()) {
        return fault;
      }
    }
    return tiles.missing(log.size()).map(fault -> "the log: " + fault);
  }

  private Optional<String> add(Growth log, Hash hash) throws SQLException {
    for (Growth.Tile tile : log.add(hash)) {
      Optional<String> fault = tiles.fault(tile);
      if (fault.isPresent()) {
        return fault.map(told -> "the log: " + told);
      }
    }
    return Optional.empty();
  }

  private Optional<Hash> hash(long index) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select hash from ledger_leaf where tree = 0 and index = ?")) {
      query.setLong(1, index);
      try (ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(Hash.of(row.getBytes(1))) : Optional.empty();
      }
    }
  }
}
