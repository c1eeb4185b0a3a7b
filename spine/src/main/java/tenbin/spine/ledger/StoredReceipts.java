package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.balance.RecipientKey;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.ledger.evidence.Commitments;
import tenbin.spine.ledger.evidence.LineText;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;

/** Receipts out of the stored ledger. */
public final class StoredReceipts implements ReceiptBook {
  /** What became of deliveries is none. */
  private static final String LINES =
      "select l.seq, l.at, l.entry, coalesce(s.salt, '') from ledger l"
          + " left join ledger_salt s using (seq)"
          + " where l.recipient = ? and strpos(l.entry, E'\\n"
          + Sequel.BECAME
          + "=') = 0 order by l.seq desc";

  private final Database database;
  private final HubSecret secret;

  public StoredReceipts(Database database, HubSecret secret) {
    this.database = database;
    this.secret = secret;
  }

  /**
   * A receipt's id: of the commitment, which is salted, and not of the line's number, which would
   * hang on what left for others.
   */
  static UUID id(HubSecret secret, MemberId recipient, String commitment) {
    RecipientKey key = new RecipientKey(secret.key("receipt", recipient.text()));
    return key.idOf(commitment);
  }

  /** The line of a receipt: the recipient's own lines are tried, newest first. */
  static Optional<Long> seq(Connection connection, HubSecret secret, MemberId recipient, UUID id)
      throws SQLException {
    RecipientKey key = new RecipientKey(secret.key("receipt", recipient.text()));
    try (PreparedStatement query =
        connection.prepareStatement(
            "select seq, entry from ledger where recipient = ? order by seq desc")) {
      query.setFetchSize(1_000);
      query.setString(1, recipient.text());
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          if (key.idOf(Chain.commitmentOf(row.getString(2))).equals(id)) {
            return Optional.of(row.getLong(1));
          }
        }
      }
      return Optional.empty();
    }
  }

  @Override
  public List<Line> receipts(MemberId recipient, int skip, int most) {
    return database.transact(connection -> {
      try (PreparedStatement query = connection.prepareStatement(LINES + " offset ? limit ?")) {
        query.setString(1, recipient.text());
        query.setInt(2, skip);
        query.setInt(3, most);
        Salts salts = salts(connection, recipient);
        List<Line> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            found.add(line(recipient, row, salts));
          }
        }
        return found;
      }
    });
  }

  @Override
  public Optional<Line> find(MemberId recipient, Digest digest) {
    return database.transact(connection -> {
      try (PreparedStatement query = connection.prepareStatement(LINES)) {
        query.setFetchSize(1_000);
        query.setString(1, recipient.text());
        Salts salts = salts(connection, recipient);
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            String expected = Commitments.toBytes(salts.open(row.getBytes(4)), digest);
            if (Chain.commitmentOf(row.getString(3)).equals(expected)) {
              return Optional.of(line(recipient, row, salts));
            }
          }
        }
        return Optional.empty();
      }
    });
  }

  private Salts salts(Connection connection, MemberId recipient) throws SQLException {
    return new Salts(PartyTree.find(connection, secret, recipient.text()));
  }

  private Line line(MemberId recipient, ResultSet row, Salts salts) throws SQLException {
    LineText text = new LineText(row.getString(3));
    return new Line(
        id(secret, recipient, text.one("commitment")),
        row.getTimestamp(2).toInstant(),
        text.one("purpose"),
        text.one("outlet"),
        text.one("format"),
        text.number("rows"),
        text.all("bases"),
        text.all("obligations"),
        text.one("commitment"),
        HexFormat.of().formatHex(salts.open(row.getBytes(4))));
  }
}
