package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.spine.ledger.tree.Hash;
import tenbin.spine.ledger.tree.Hasher;
import tenbin.spine.storage.HubSecret;
import tenbin.spine.storage.Seal;

/** A line that somebody waits for. Guarded by the ledger. */
final class Pending {
  private final Entry entry;
  private final Leaf leaf;
  private final String name;
  private final List<TreeStore.Leaf> leaves = new ArrayList<>();
  private Optional<PartyTree> recipient = Optional.empty();
  private Optional<Receipt> receipt = Optional.empty();
  private Optional<RuntimeException> failure = Optional.empty();
  private boolean there;

  Pending(Entry entry) {
    this(entry, "");
  }

  /** A line that stands in the ledger once by its name; "" for one without. */
  Pending(Entry entry, String name) {
    this.entry = entry;
    this.leaf = new Leaf(entry);
    this.name = name;
  }

  /** Whether it is to be written; what goes by a name takes it, in the line's own transaction. */
  boolean claim(Connection connection, long seq) throws SQLException {
    if (name.isEmpty()) {
      return true;
    }
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ledger_once (name, seq) values (?, ?) on conflict do nothing")) {
      insert.setString(1, name);
      insert.setLong(2, seq);
      there = insert.executeUpdate() == 0;
    }
    return !there;
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

  /** It is durable, now or before. */
  void done(HubSecret secret) {
    if (!there) {
      receipt =
          Optional.of(
              new Receipt(
                  StoredReceipts.id(secret, entry.recipient(), leaf.commitment()),
                  entry.at(),
                  leaf.commitment()));
    }
  }

  void failed(RuntimeException why) {
    failure = Optional.of(why);
  }

  boolean isDone() {
    return there || receipt.isPresent() || failure.isPresent();
  }

  /** Whether it was written by this asking. */
  boolean isWritten() {
    failure.ifPresent(why -> {
      throw why;
    });
    return !there;
  }

  Receipt receipt() {
    failure.ifPresent(why -> {
      throw why;
    });
    return receipt.orElseThrow();
  }
}
