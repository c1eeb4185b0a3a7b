package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tenbin.spine.ledger.evidence.HeadLeaf;
import tenbin.spine.ledger.evidence.HeadNote;
import tenbin.spine.ledger.tree.Growth;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.ledger.tree.Hasher;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;

/**
 * The ledger's signed heads: one for each tick of the clock, whatever happened in it, so that
 * neither their number nor their times tell what left. Any thread.
 */
public final class Heads {
  /**
   * A hub that slept or was busy makes up for so many: an hour. A hub that did not run has none.
   */
  private static final long MOST_MISSED = 360;

  private final Database database;
  private final HubSecret secret;
  private final SigningKey key;
  private final Ledger ledger;
  private final Clock clock;
  private Growth log;
  private Optional<HeadState> newest;
  private long since;

  /** The heads of a hub that runs. */
  public Heads(Database database, HubSecret secret, SigningKey key, Ledger ledger, Clock clock) {
    this.database = database;
    this.secret = secret;
    this.key = key;
    this.ledger = ledger;
    this.clock = clock;
    this.log = database.transact(Heads::log);
    this.newest = database.transact(connection -> HeadState.load(connection, secret));
    long now = HeadLeaf.slotOf(clock.instant());
    this.since = Math.max(now, newest.map(head -> head.leaf().slot() + 1).orElse(now));
  }

  private static Growth log(Connection connection) throws SQLException {
    return new TreeStore(connection, HeadState.LOG).growth();
  }

  /** Cuts the heads that are due; false when none was. */
  public synchronized boolean cutDue() {
    long now = HeadLeaf.slotOf(clock.instant());
    if (since > now) {
      return false;
    }
    Ledger.Standings standings = ledger.standings();
    long first = Math.max(since, now - MOST_MISSED);
    try {
      newest = Optional.of(database.transact(connection -> cut(connection, first, now, standings)));
      since = now + 1;
      return true;
    } catch (RuntimeException failed) {
      log = database.transact(Heads::log);
      throw failed;
    }
  }

  private HeadState cut(Connection connection, long first, long last, Ledger.Standings standings)
      throws SQLException {
    for (long slot = first; slot < last; slot++) {
      cut(connection, leaf(slot, standings), standings.lastSeq());
    }
    HeadState.Under under = HeadState.Under.at(last, standings.trees(), secret);
    HeadLeaf leaf = new HeadLeaf(last, under.places().root());
    cut(connection, leaf, standings.lastSeq());
    HeadNote note = key.sign(log.size(), log.root());
    store(connection, leaf, standings.lastSeq(), note);
    List<Hash> path =
        new TreeStore(connection, HeadState.LOG).at(log.size()).inclusion(log.size() - 1);
    return new HeadState(leaf, note, path, standings.lastSeq(), under);
  }

  private HeadLeaf leaf(long slot, Ledger.Standings standings) {
    return new HeadLeaf(slot, HeadState.Under.at(slot, standings.trees(), secret).places().root());
  }

  private void cut(Connection connection, HeadLeaf leaf, long lastSeq) throws SQLException {
    grow(connection, new Hasher().leaf(leaf.toString()), lastSeq);
  }

  private void grow(Connection connection, Hash hash, long lastSeq) throws SQLException {
    long index = log.size();
    List<Growth.Tile> tiles = log.add(hash);
    TreeStore.write(
        connection, List.of(new TreeStore.Leaf(HeadState.LOG, index, lastSeq, hash, "")));
    new TreeStore(connection, HeadState.LOG).write(tiles);
    if (!tiles.isEmpty()) {
      // The tile holds them from now on, in a third of the room.
      try (PreparedStatement delete =
          connection.prepareStatement("delete from ledger_leaf where tree = 0 and index < ?")) {
        delete.setLong(1, index);
        delete.executeUpdate();
      }
    }
  }

  private static void store(Connection connection, HeadLeaf leaf, long lastSeq, HeadNote note)
      throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement(
            "insert into ledger_head (slot, places, last_seq, note) values (?, ?, ?, ?)"
                + " on conflict (one) do update set slot = excluded.slot,"
                + " places = excluded.places, last_seq = excluded.last_seq,"
                + " note = excluded.note")) {
      put.setLong(1, leaf.slot());
      put.setBytes(2, leaf.places().bytes());
      put.setLong(3, lastSeq);
      put.setString(4, note.toString());
      put.executeUpdate();
    }
  }

  /** The newest one, with everything under it. */
  synchronized Optional<HeadState> newest() {
    return newest;
  }

  /** Proofs under the newest head, kept ready. */
  public StoredProofs proofs() {
    return new StoredProofs(database, secret, key, this::newest);
  }
}
