package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.spine.ledger.evidence.Anchor;
import tenbin.spine.ledger.evidence.HeadLeaf;
import tenbin.spine.ledger.evidence.HeadNote;
import tenbin.spine.ledger.evidence.TreeEntry;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.ledger.tree.Hasher;
import tenbin.spine.ledger.tree.Places;
import tenbin.spine.storage.HubSecret;

/**
 * A signed head with everything under it: how each tree stood then. Immutable; any thread.
 *
 * @param leaf the log's last leaf
 * @param note signed
 * @param headPath from the leaf to the note's root
 * @param lastSeq the last line of the ledger under it
 * @param under places and entries
 */
record HeadState(HeadLeaf leaf, HeadNote note, List<Hash> headPath, long lastSeq, Under under) {
  /** The public log's own number among the trees. */
  static final int LOG = 0;

  HeadState {
    headPath = List.copyOf(headPath);
  }

  /** What stands at the places under a head. */
  record Under(Places places, Map<Integer, TreeEntry> entries) {
    Under {
      entries = Map.copyOf(entries);
    }

    static Under at(long slot, List<Forest.Standing> standings, HubSecret secret) {
      Map<Integer, TreeEntry> entries = new HashMap<>();
      Map<Integer, Hash> taken = new HashMap<>();
      Hasher hasher = new Hasher();
      for (Forest.Standing each : standings) {
        PartyTree tree = each.tree();
        byte[] blind = secret.key("ledger-blind", slot + " " + tree.id());
        TreeEntry entry =
            TreeEntry.blinded(
                tree.named().hex(), tree.place(), slot, each.size(), each.root(), blind);
        entries.put(tree.id(), entry);
        taken.put(tree.place(), hasher.leaf(entry.toString()));
      }
      return new Under(new Places(taken, secret.key("ledger-slot", Long.toString(slot))), entries);
    }
  }

  /** The newest head out of the database; what stands under it is worked out anew. */
  static Optional<HeadState> load(Connection connection, HubSecret secret) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select slot, places, last_seq, note from ledger_head");
        ResultSet row = query.executeQuery()) {
      if (!row.next()) {
        return Optional.empty();
      }
      HeadLeaf leaf = new HeadLeaf(row.getLong(1), Hash.of(row.getBytes(2)));
      HeadNote note = HeadNote.tryParse(row.getString(4)).orElseThrow(HeadState::unreadable);
      long lastSeq = row.getLong(3);
      List<Hash> path = new TreeStore(connection, LOG).at(note.size()).inclusion(note.size() - 1);
      List<Forest.Standing> standings = standings(connection, secret, lastSeq);
      return Optional.of(
          new HeadState(leaf, note, path, lastSeq, Under.at(leaf.slot(), standings, secret)));
    }
  }

  private static IllegalStateException unreadable() {
    return new IllegalStateException("the newest head in the database is not readable");
  }

  private static List<Forest.Standing> standings(
      Connection connection, HubSecret secret, long lastSeq) throws SQLException {
    List<Forest.Standing> standings = new ArrayList<>();
    for (PartyTree tree : PartyTree.all(connection, secret)) {
      TreeStore store = new TreeStore(connection, tree.id());
      long size = store.sizeAt(lastSeq);
      if (size > 0) {
        standings.add(new Forest.Standing(tree, size, store.growth(size).root()));
      }
    }
    return standings;
  }

  /** From a party's tree to this head; empty when it had none then or its name is gone. */
  Optional<Anchor> anchor(PartyTree tree) {
    Optional<TreeEntry> entry = Optional.ofNullable(under.entries.get(tree.id()));
    if (entry.isEmpty() || tree.party().isEmpty() || tree.salt().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Anchor(
            tree.party().get(),
            java.util.HexFormat.of().formatHex(tree.salt().get()),
            entry.get(),
            under.places.path(tree.place()),
            leaf,
            headPath,
            note));
  }
}
