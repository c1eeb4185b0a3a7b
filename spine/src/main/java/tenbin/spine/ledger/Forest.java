package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.spine.ledger.tree.Growth;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.storage.HubSecret;

/**
 * Every party's tree at its growing edge: some hundred bytes to 25 KB each. For one thread at a
 * time; after a transaction that failed a new one is loaded.
 */
final class Forest {
  private final HubSecret secret;
  private final Map<String, Grown> trees = new HashMap<>();
  private final List<Grown> forgotten = new ArrayList<>();

  private static final class Grown {
    private final PartyTree tree;
    private final Growth growth;
    private Optional<Hash> root = Optional.empty();

    Grown(PartyTree tree, Growth growth) {
      this.tree = tree;
      this.growth = growth;
    }

    Standing standing() {
      Hash now = root.orElseGet(growth::root);
      root = Optional.of(now);
      return new Standing(tree, growth.size(), now);
    }
  }

  /** How a tree stands. */
  record Standing(PartyTree tree, long size, Hash root) {}

  private Forest(HubSecret secret) {
    this.secret = secret;
  }

  static Forest load(Connection connection, HubSecret secret) throws SQLException {
    Forest forest = new Forest(secret);
    for (PartyTree tree : PartyTree.all(connection, secret)) {
      Grown grown = new Grown(tree, new TreeStore(connection, tree.id()).growth());
      tree.party()
          .ifPresentOrElse(
              party -> forest.trees.put(party, grown), () -> forest.forgotten.add(grown));
    }
    return forest;
  }

  /** The party's tree, planted when it has none. */
  PartyTree of(Connection connection, String party) throws SQLException {
    return grown(connection, party).tree;
  }

  private Grown grown(Connection connection, String party) throws SQLException {
    Grown known = trees.get(party);
    if (known == null) {
      known = new Grown(PartyTree.plant(connection, secret, party), new Growth());
      trees.put(party, known);
    }
    return known;
  }

  /** Grows the party's tree by a leaf; the full tiles are written, the leaf is for the caller. */
  TreeStore.Leaf grow(Connection connection, String party, long seq, Hash hash, String told)
      throws SQLException {
    Grown grown = grown(connection, party);
    long index = grown.growth.size();
    new TreeStore(connection, grown.tree.id()).write(grown.growth.add(hash));
    grown.root = Optional.empty();
    return new TreeStore.Leaf(grown.tree.id(), index, seq, hash, told);
  }

  List<Standing> standings() {
    List<Standing> all = new ArrayList<>();
    trees.values().forEach(grown -> all.add(grown.standing()));
    forgotten.forEach(grown -> all.add(grown.standing()));
    return all;
  }

  /** How many trees have no party any more. */
  int forgotten() {
    return forgotten.size();
  }

  /** What leaves no name any more from now on. */
  void forget(String party) {
    Grown gone = trees.remove(party);
    if (gone != null) {
      PartyTree tree = gone.tree;
      forgotten.add(
          new Grown(
              new PartyTree(
                  tree.id(),
                  Optional.empty(),
                  Optional.empty(),
                  Optional.empty(),
                  tree.named(),
                  tree.place()),
              gone.growth));
    }
  }
}
