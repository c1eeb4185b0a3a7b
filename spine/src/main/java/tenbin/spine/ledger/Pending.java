package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.ledger.tree.Hasher;
import tenbin.spine.storage.HubSecret;

/** A line that somebody waits for. Guarded by the ledger. */
final class Pending {
  private final Entry entry;
  private final Leaf leaf;
  private final List<TreeStore.Leaf> leaves = new ArrayList<>();
  private Optional<PartyTree> recipient = Optional.empty();
  private Optional<Receipt> receipt = Optional.empty();
  private Optional<RuntimeException> failure = Optional.empty();

  Pending(Entry entry) {
    this.entry = entry;
    this.leaf = new Leaf(entry);
  }

  /** Adds its leaves to the trees; the line's text. */
  String plant(Connection connection, Forest forest, long seq) throws SQLException {
    String party = entry.recipient().text();
    PartyTree tree = forest.of(connection, party);
    recipient = Optional.of(tree);
    List<Hash> subjects = new ArrayList<>();
    for (Entry.About about : entry.abouts()) {
      subjects.add(forest.of(connection, about.subject().text()).named());
    }
    String line = leaf.line(subjects);
    Hasher hasher = new Hasher();
    leaves.add(forest.grow(connection, party, seq, hasher.leaf(line), ""));
    for (Entry.About about : entry.abouts()) {
      String told = leaf.told(about);
      leaves.add(forest.grow(connection, about.subject().text(), seq, hasher.leaf(told), told));
    }
    return line;
  }

  Entry entry() {
    return entry;
  }

  List<TreeStore.Leaf> leaves() {
    return leaves;
  }

  private Seal seal() {
    return recipient.flatMap(PartyTree::seal).orElseThrow();
  }

  byte[] sealedSalt() {
    return seal().seal(leaf.salt());
  }

  byte[] sealedContent() {
    return seal().seal(leaf.content());
  }

  void written(HubSecret secret) {
    receipt =
        Optional.of(
            new Receipt(
                StoredReceipts.id(secret, entry.recipient(), leaf.commitment()),
                entry.at(),
                leaf.commitment()));
  }

  void failed(RuntimeException why) {
    failure = Optional.of(why);
  }

  boolean isDone() {
    return receipt.isPresent() || failure.isPresent();
  }

  Receipt receipt() {
    failure.ifPresent(why -> {
      throw why;
    });
    return receipt.orElseThrow();
  }
}
