package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ledger.evidence.Anchor;
import tenbin.spine.ledger.evidence.Evidence;
import tenbin.spine.ledger.evidence.HeadLeaf;
import tenbin.spine.ledger.evidence.HeadNote;
import tenbin.spine.ledger.evidence.LedgerKey;
import tenbin.spine.ledger.evidence.LineText;
import tenbin.spine.ledger.tree.MerkleTree;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;

/** Proofs out of the stored trees, all under the newest head. */
public final class StoredProofs implements EvidenceBook {
  private static final String TEXTS =
      "select coalesce(l.told, g.entry) from ledger_leaf l join ledger g using (seq)"
          + " where l.tree = ? and l.index >= ? and l.index < ? order by l.index";

  private final Database database;
  private final HubSecret secret;
  private final SigningKey key;
  private final Supplier<Optional<HeadState>> heads;

  StoredProofs(
      Database database, HubSecret secret, SigningKey key, Supplier<Optional<HeadState>> heads) {
    this.database = database;
    this.secret = secret;
    this.key = key;
    this.heads = heads;
  }

  /** Proofs beside a hub that may or may not run: the newest head is read each time. */
  public static StoredProofs beside(Database database, HubSecret secret, SigningKey key) {
    return new StoredProofs(
        database,
        secret,
        key,
        () -> database.transact(connection -> HeadState.load(connection, secret)));
  }

  @Override
  public LedgerKey key() {
    return key.told();
  }

  @Override
  public Optional<HeadNote> head() {
    return heads.get().map(HeadState::note);
  }

  @Override
  public Proved receipt(MemberId recipient, UUID id) {
    return database.transact(connection -> {
      Optional<Long> seq = StoredReceipts.seq(connection, secret, recipient, id);
      Optional<PartyTree> tree = PartyTree.find(connection, secret, recipient.text());
      if (seq.isEmpty() || tree.isEmpty()) {
        return new Proved.Unknown();
      }
      Optional<HeadState> head = heads.get().filter(each -> each.lastSeq() >= seq.get());
      return head.isPresent()
          ? new Proved.Proof(receipt(connection, tree.get(), seq.get(), head.get()))
          : new Proved.NotYet(nextHead());
    });
  }

  private Instant nextHead() {
    return heads.get().map(head -> head.leaf().at().plus(HeadLeaf.TICK)).orElse(Instant.EPOCH);
  }

  private static Evidence.Receipt receipt(
      Connection connection, PartyTree tree, long seq, HeadState head) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select l.index, g.entry, s.salt from ledger_leaf l join ledger g using (seq)"
                + " left join ledger_salt s using (seq) where l.seq = ? and l.tree = ?")) {
      query.setLong(1, seq);
      query.setInt(2, tree.id());
      try (ResultSet row = query.executeQuery()) {
        row.next();
        Anchor anchor = head.anchor(tree).orElseThrow();
        MerkleTree under = new TreeStore(connection, tree.id()).at(anchor.entry().size());
        return new Evidence.Receipt(
            row.getString(2),
            row.getLong(1),
            under.inclusion(row.getLong(1)),
            salt(tree, row.getString(2), row.getBytes(3)),
            anchor);
      }
    }
  }

  /** A line of an older version does not bind its salt, so a proof leaves it out. */
  private static String salt(PartyTree tree, String line, byte[] stored) {
    boolean bound = !new LineText(line).one("salted").isEmpty();
    return bound && stored != null
        ? HexFormat.of().formatHex(new Salts(Optional.of(tree)).open(stored))
        : "";
  }

  @Override
  public Optional<Evidence.Consistency> consistency(long before) {
    Optional<HeadNote> head = head().filter(note -> before >= 1 && before <= note.size());
    return head.map(note ->
        database.transact(connection -> {
          TreeStore log = new TreeStore(connection, HeadState.LOG);
          return new Evidence.Consistency(
              key.sign(before, log.at(before).root()),
              note,
              log.at(note.size()).consistency(before));
        }));
  }

  @Override
  public Optional<Evidence.Statement> statement(PartyId subject, Instant from, Instant to) {
    Optional<HeadState> head = heads.get();
    return database.transact(connection -> {
      Optional<PartyTree> tree = PartyTree.find(connection, secret, subject.text());
      Optional<Anchor> anchor = head.flatMap(each -> tree.flatMap(each::anchor));
      return anchor.isPresent()
          ? statement(connection, tree.orElseThrow(), anchor.get(), new Span(from, to))
          : Optional.empty();
    });
  }

  private record Span(Instant from, Instant to) {}

  private static Optional<Evidence.Statement> statement(
      Connection connection, PartyTree tree, Anchor anchor, Span span) throws SQLException {
    long size = anchor.entry().size();
    try (PreparedStatement query =
        connection.prepareStatement(
            "select min(l.index), max(l.index) + 1 from ledger_leaf l join ledger g using (seq)"
                + " where l.tree = ? and l.index < ? and g.at >= ? and g.at < ?")) {
      query.setInt(1, tree.id());
      query.setLong(2, size);
      query.setTimestamp(3, Timestamp.from(span.from));
      query.setTimestamp(4, Timestamp.from(span.to));
      try (ResultSet row = query.executeQuery()) {
        row.next();
        long to = row.getLong(2);
        if (to == 0) {
          return Optional.empty();
        }
        long from = Math.max(row.getLong(1), to - MOST);
        return Optional.of(
            new Evidence.Statement(
                from,
                texts(connection, tree.id(), from, to),
                new TreeStore(connection, tree.id()).at(size).beside(from, to),
                anchor));
      }
    }
  }

  private static List<String> texts(Connection connection, int tree, long from, long to)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TEXTS)) {
      query.setInt(1, tree);
      query.setLong(2, from);
      query.setLong(3, to);
      List<String> texts = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          texts.add(row.getString(1));
        }
      }
      return texts;
    }
  }
}
