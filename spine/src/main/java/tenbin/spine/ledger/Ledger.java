package tenbin.spine.ledger;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;

/**
 * The book of everything that left: append only, each line's hash over the line and the hash before
 * it, the last one also in a file beside the database, so that any change and any removal shows.
 * What was sent stands in it only as a salted commitment. Any thread; one line at a time.
 */
public final class Ledger {
  private static final int SALT_BYTES = 16;

  private final Database database;
  private final HubSecret secret;
  private final HeadFile headFile;
  private final SecureRandom random = new SecureRandom();
  private Head head;

  /** Opens the ledger of a hub, whose folder holds its head. */
  public Ledger(Path data, Database database, HubSecret secret) {
    this.database = database;
    this.secret = secret;
    this.headFile = new HeadFile(data.resolve("ledger.head"));
    this.head = database.transact(Ledger::last);
  }

  /**
   * One delivered batch.
   *
   * @param at when it left
   * @param recipient to whom
   * @param purpose its code
   * @param outlet through what
   * @param format of the bytes
   * @param rows how many disclosures
   * @param policies the versions of the circle's policy that decided
   * @param bases the ids of the bases it rests on
   * @param obligations that the recipient took on
   * @param digest of the released bytes; the ledger keeps only a commitment to it
   */
  public record Entry(
      Instant at,
      MemberId recipient,
      String purpose,
      String outlet,
      String format,
      long rows,
      Set<String> policies,
      Set<String> bases,
      Set<String> obligations,
      Digest digest) {
    Entry at(Instant time) {
      return new Entry(
          time, recipient, purpose, outlet, format, rows, policies, bases, obligations, digest);
    }
  }

  /** The last line: its number and its hash in hexadecimal. */
  record Head(long seq, String hash) {}

  private static Head last(Connection connection) throws SQLException {
    try (PreparedStatement query =
            connection.prepareStatement("select seq, hash from ledger order by seq desc limit 1");
        ResultSet row = query.executeQuery()) {
      return row.next()
          ? new Head(row.getLong(1), HexFormat.of().formatHex(row.getBytes(2)))
          : new Head(0, Chain.BEGINNING);
    }
  }

  /** Writes a line, durably, and gives the receipt that its recipient can hold up. */
  public synchronized Receipt append(Entry told) {
    // The database keeps microseconds; the line says what the database says.
    Entry entry = told.at(told.at().truncatedTo(ChronoUnit.MICROS));
    byte[] salt = new byte[SALT_BYTES];
    random.nextBytes(salt);
    String commitment = Chain.commitment(salt, entry.digest());
    String text = Chain.text(entry, commitment);
    Head next = new Head(head.seq + 1, Chain.hash(head.hash, head.seq + 1, text));
    database.transact(connection -> insert(connection, entry, next, text, salt));
    head = next;
    headFile.write(next);
    UUID id = StoredReceipts.id(secret, entry.recipient(), commitment);
    return new Receipt(id, entry.at(), commitment);
  }

  private Head insert(Connection connection, Entry entry, Head next, String text, byte[] salt)
      throws SQLException {
    try (PreparedStatement line =
            connection.prepareStatement(
                "insert into ledger (seq, at, recipient, entry, previous, hash)"
                    + " values (?, ?, ?, ?, ?, ?)");
        PreparedStatement salted =
            connection.prepareStatement("insert into ledger_salt (seq, salt) values (?, ?)")) {
      line.setLong(1, next.seq);
      line.setTimestamp(2, Timestamp.from(entry.at()));
      line.setString(3, entry.recipient().text());
      line.setString(4, text);
      line.setBytes(5, HexFormat.of().parseHex(head.hash));
      line.setBytes(6, HexFormat.of().parseHex(next.hash));
      line.executeUpdate();
      salted.setLong(1, next.seq);
      salted.setBytes(2, salt);
      salted.executeUpdate();
    }
    return next;
  }

  /**
   * What a check of the whole chain found.
   *
   * @param lines that were checked
   * @param broken the first line that is not as it was written, 0 when none
   * @param why what is wrong with it, empty when nothing is
   */
  public record Verification(long lines, long broken, String why) {
    public boolean holds() {
      return why.isEmpty();
    }
  }

  /** Checks every line, every link and the head. */
  public Verification verify() {
    Optional<Head> kept = headFile.read();
    return database.transact(connection -> Chain.verify(connection, kept));
  }

  /** The hash of the last line, to be published or witnessed elsewhere. */
  public synchronized String headHex() {
    return head.hash;
  }

  static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
