package tenbin.spine.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ledger.evidence.LineText;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;
import tenbin.spine.storage.Seal;

/** The questions behind the ledger's lines, opened again for a replay. Any thread. */
public final class StoredQuestions {
  private static final String LINES =
      "select g.seq, g.entry, c.sealed from ledger g join ledger_content c using (seq)"
          + " where g.seq < ? order by g.seq desc limit ?";

  /** Deliveries of rows (P1) and of safe numbers (P6) are worked out without their questions. */
  private static final String PAPERS =
      "select g.entry, c.sealed from ledger g join ledger_content c using (seq)"
          + " where g.recipient = ? and strpos(g.entry, ?) > 0"
          + " and strpos(g.entry, E'\\npurpose=P1\\n') = 0"
          + " and strpos(g.entry, E'\\npurpose=P6\\n') = 0";

  private final Database database;
  private final HubSecret secret;

  public StoredQuestions(Database database, HubSecret secret) {
    this.database = database;
    this.secret = secret;
  }

  /**
   * What a line was decided on.
   *
   * @param seq the line's number
   * @param recipient to whom
   * @param purpose its code
   * @param outlet through what
   * @param questions with their answers; empty when their key was destroyed
   */
  public record Decided(
      long seq, String recipient, String purpose, String outlet, Optional<String> questions) {}

  /** The newest lines before that one, newest first; of lines whose time is over there are none. */
  public List<Decided> before(long seq, int most) {
    return database.transact(connection -> before(connection, seq, most));
  }

  /**
   * What a recipient's deliveries on a basis were decided on, by their receipts; rows and numbers
   * are not among them.
   */
  public Map<UUID, String> ofPapers(MemberId recipient, String basis) {
    return database.transact(connection -> {
      Optional<Seal> seal =
          PartyTree.find(connection, secret, recipient.text()).flatMap(PartyTree::seal);
      return seal.isPresent()
          ? ofPapers(connection, recipient, basis, seal.get())
          : Map.<UUID, String>of();
    });
  }

  private Map<UUID, String> ofPapers(
      Connection connection, MemberId recipient, String basis, Seal seal) throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(PAPERS)) {
      query.setFetchSize(1_000);
      query.setString(1, recipient.text());
      query.setString(2, LineText.written(basis));
      Map<UUID, String> found = new HashMap<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          UUID id = StoredReceipts.id(secret, recipient, Chain.commitmentOf(row.getString(1)));
          seal.open(row.getBytes(2))
              .map(opened -> new LineText(new String(opened, UTF_8)).one("facts"))
              .ifPresent(facts -> found.put(id, facts));
        }
      }
      return found;
    }
  }

  private List<Decided> before(Connection connection, long seq, int most) throws SQLException {
    Map<String, Optional<Seal>> seals = new HashMap<>();
    for (PartyTree tree : PartyTree.all(connection, secret)) {
      tree.party().ifPresent(party -> seals.put(party, tree.seal()));
    }
    try (PreparedStatement query = connection.prepareStatement(LINES)) {
      query.setLong(1, seq);
      query.setInt(2, most);
      List<Decided> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(decided(row, seals));
        }
      }
      return found;
    }
  }

  private static Decided decided(ResultSet row, Map<String, Optional<Seal>> seals)
      throws SQLException {
    LineText line = new LineText(row.getString(2));
    byte[] sealed = row.getBytes(3);
    Optional<String> questions =
        seals
            .getOrDefault(line.one("recipient"), Optional.empty())
            .flatMap(seal -> seal.open(sealed))
            .map(opened -> new LineText(new String(opened, UTF_8)).one("facts"));
    return new Decided(
        row.getLong(1), line.one("recipient"), line.one("purpose"), line.one("outlet"), questions);
  }
}
