package tenbin.spine.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.member.MemberId;
import tenbin.spine.ledger.evidence.LineText;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.HubSecret;

/**
 * Whom deliveries to one recipient were about: for the hub's own work on recalls, never for the
 * recipient. Any thread.
 */
public final class Traces {
  private static final String TOLD =
      "select g.entry, g.at, t.party, l.told from ledger g join ledger_leaf l using (seq)"
          + " join ledger_tree t on t.id = l.tree where g.recipient = ? and l.told is not null"
          + " and t.party is not null and strpos(l.told, ?) > 0 order by g.seq";

  private final Database database;
  private final HubSecret secret;

  public Traces(Database database, HubSecret secret) {
    this.database = database;
    this.secret = secret;
  }

  /**
   * The part of a delivery that was about one party.
   *
   * @param receipt of the delivery, as its recipient knows it
   * @param at when it left
   * @param subject whom it was about
   * @param rows how many
   * @param reports which of the party's own reports
   */
  public record Trace(UUID receipt, Instant at, PartyId subject, long rows, Set<String> reports) {
    public Trace {
      reports = Set.copyOf(reports);
    }
  }

  /** What a recipient has about others on a basis, the oldest first. */
  public List<Trace> of(MemberId recipient, String basis) {
    return database.transact(connection -> of(connection, recipient, basis));
  }

  private List<Trace> of(Connection connection, MemberId recipient, String basis)
      throws SQLException {
    try (PreparedStatement query = connection.prepareStatement(TOLD)) {
      query.setFetchSize(1_000);
      query.setString(1, recipient.text());
      query.setString(2, LineText.written(basis));
      List<Trace> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          LineText told = new LineText(row.getString(4));
          if (told.all("bases").contains(basis)) {
            found.add(trace(recipient, row, told));
          }
        }
      }
      return found;
    }
  }

  private Trace trace(MemberId recipient, ResultSet row, LineText told) throws SQLException {
    return new Trace(
        StoredReceipts.id(secret, recipient, Chain.commitmentOf(row.getString(1))),
        row.getTimestamp(2).toInstant(),
        new PartyId(row.getString(3)),
        told.number("rows"),
        Set.copyOf(told.all("reports")));
  }
}
