package tenbin.spine.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import tenbin.spine.ledger.evidence.HeadNote;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;

/**
 * Checks a hub's whole ledger and changes nothing, also beside a hub that runs: the chain, every
 * tree against its lines, the salts and what is sealed, places and heads.
 */
public final class LedgerCheck {
  private final Database database;
  private final HubSecret secret;
  private final Optional<Ledger.Head> kept;
  private final Optional<SigningKey> key;

  LedgerCheck(Database database, HubSecret secret, Optional<Ledger.Head> kept) {
    this(database, secret, kept, Optional.empty());
  }

  private LedgerCheck(
      Database database, HubSecret secret, Optional<Ledger.Head> kept, Optional<SigningKey> key) {
    this.database = database;
    this.secret = secret;
    this.kept = kept;
    this.key = key;
  }

  /** The check of a data folder's ledger. */
  public static LedgerCheck of(Path data, Database database) throws java.io.IOException {
    return new LedgerCheck(
        database,
        HubSecret.in(data),
        new HeadFile(data.resolve("ledger.head")).read(),
        SigningKey.tryIn(data));
  }

  /** Every line, every link, every leaf, every tile, the newest head. */
  public Ledger.Verification verify() {
    return database.transact(connection -> {
      try (var isolation = connection.createStatement()) {
        // One view of everything, while the hub goes on writing.
        isolation.execute("set transaction isolation level repeatable read");
      }
      return verify(connection);
    });
  }

  private Ledger.Verification verify(Connection connection) throws SQLException {
    Ledger.Verification chain = Chain.verify(connection, kept);
    if (!chain.holds()) {
      return chain;
    }
    long leaves = 0;
    for (PartyTree tree : PartyTree.all(connection, secret)) {
      TreeCheck check = new TreeCheck(connection, tree);
      Optional<String> fault = check.fault();
      if (fault.isPresent()) {
        return new Ledger.Verification(chain.lines(), Math.max(1, check.line()), fault.get());
      }
      leaves += check.received();
    }
    Optional<String> fault =
        leaves == chain.lines()
            ? new HeadCheck(connection, secret).fault().or(() -> signature(connection))
            : Optional.of(leaves + " of " + chain.lines() + " lines have their leaf in a tree");
    return new Ledger.Verification(
        chain.lines(), fault.isPresent() ? chain.lines() : 0, fault.orElse(""));
  }

  private Optional<String> signature(Connection connection) {
    try {
      Optional<HeadNote> note = HeadCheck.note(connection);
      boolean signed = key.isEmpty() || note.isEmpty() || note.get().isSignedBy(key.get().told());
      return signed ? Optional.empty() : Optional.of("the newest head is not signed by the key");
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }
}
