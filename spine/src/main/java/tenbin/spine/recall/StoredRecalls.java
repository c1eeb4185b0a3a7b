package tenbin.spine.recall;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Database;

/** Recalls in the database. */
public final class StoredRecalls implements RecallBook {
  private static final String RECALL =
      "select id, recipient, basis, made_at, acknowledge_by, recalled, rows, first_at, last_at,"
          + " acknowledged_at, acknowledged_by, how from recall";

  private final Database database;

  public StoredRecalls(Database database) {
    this.database = database;
  }

  @Override
  public List<Recall> of(MemberId recipient) {
    return recalls(" where recipient = ?", recipient.text());
  }

  @Override
  public List<Recall> all() {
    return recalls("");
  }

  @Override
  public List<Recall> untold() {
    return recalls(" where told_at is null and recalled > 0");
  }

  private List<Recall> recalls(String where, String... values) {
    return database.transact(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(RECALL + where + " order by made_at desc, id")) {
        for (int i = 0; i < values.length; i++) {
          query.setString(i + 1, values[i]);
        }
        return recalls(query);
      }
    });
  }

  private static List<Recall> recalls(PreparedStatement query) throws SQLException {
    List<Recall> found = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(recall(row));
      }
    }
    return found;
  }

  private static Recall recall(ResultSet row) throws SQLException {
    Optional<Instant> at = Optional.ofNullable(row.getTimestamp(10)).map(Timestamp::toInstant);
    String person = row.getString(11);
    String how = row.getString(12);
    return new Recall(
        row.getObject(1, UUID.class),
        new MemberId(row.getString(2)),
        row.getString(3),
        row.getTimestamp(4).toInstant(),
        row.getTimestamp(5).toInstant(),
        row.getInt(6),
        row.getLong(7),
        row.getTimestamp(8).toInstant(),
        row.getTimestamp(9).toInstant(),
        at.map(when -> new Recall.Answer(Recall.How.valueOf(how), person, when)));
  }

  @Override
  public List<Recall.Delivery> deliveries(MemberId recipient, UUID recall, int skip, int most) {
    return database.transact(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              "select receipt, at, outlet, rows, fate, rests_on from recall_delivery"
                  + " where recipient = ? and recall = ? order by at desc, receipt"
                  + " offset ? limit ?")) {
        query.setString(1, recipient.text());
        query.setObject(2, recall);
        query.setInt(3, skip);
        query.setInt(4, most);
        List<Recall.Delivery> found = new ArrayList<>();
        try (ResultSet row = query.executeQuery()) {
          while (row.next()) {
            found.add(
                new Recall.Delivery(
                    row.getObject(1, UUID.class),
                    row.getTimestamp(2).toInstant(),
                    row.getString(3),
                    row.getLong(4),
                    Recall.Fate.valueOf(row.getString(5)),
                    row.getString(6)));
          }
        }
        return found;
      }
    });
  }

  @Override
  public Optional<Recall> answer(MemberId recipient, UUID recall, Recall.Answer answer) {
    database.transact(connection -> {
      try (PreparedStatement update =
          connection.prepareStatement(
              "update recall set acknowledged_at = ?, acknowledged_by = ?, how = ?"
                  + " where recipient = ? and id = ? and acknowledged_at is null"
                  + " and recalled > 0")) {
        update.setTimestamp(1, Timestamp.from(answer.at()));
        update.setString(2, answer.person());
        update.setString(3, answer.how().name());
        update.setString(4, recipient.text());
        update.setObject(5, recall);
        return update.executeUpdate();
      }
    });
    return of(recipient).stream().filter(each -> each.id().equals(recall)).findFirst();
  }

  @Override
  public void told(Recall recall, Instant at) {
    database.transact(connection -> {
      try (PreparedStatement update =
          connection.prepareStatement(
              "update recall set told_at = ? where recipient = ? and id = ?")) {
        update.setTimestamp(1, Timestamp.from(at));
        update.setString(2, recall.recipient().text());
        update.setObject(3, recall.id());
        return update.executeUpdate();
      }
    });
  }

  /** What of a recall stands in the ledger. */
  enum Word {
    MADE("true"),
    ANSWERED("acknowledged_at is not null"),
    OVERDUE("recalled > 0 and acknowledged_at is null and acknowledge_by < ?");

    private final String when;

    Word(String when) {
      this.when = when;
    }
  }

  /** Recalls of which that should stand in the ledger and does not yet, the oldest first. */
  List<Recall> unwritten(Word word, Instant now) {
    return database.transact(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              RECALL
                  + " r where not exists (select from recall_written w where w.word = ?"
                  + " and w.recipient = r.recipient and w.recall = r.id) and "
                  + word.when
                  + " order by made_at, recipient, id")) {
        query.setString(1, word.name());
        if (word == Word.OVERDUE) {
          query.setTimestamp(2, Timestamp.from(now));
        }
        return recalls(query);
      }
    });
  }

  void written(Word word, Recall recall) {
    database.transact(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into recall_written (recipient, recall, word) values (?, ?, ?)"
                  + " on conflict do nothing")) {
        insert.setString(1, recall.recipient().text());
        insert.setObject(2, recall.id());
        insert.setString(3, word.name());
        return insert.executeUpdate();
      }
    });
  }

  /** The numbers of the lines whose consequences are worked out. */
  List<Long> worked() {
    return database.transact(connection -> {
      try (PreparedStatement query = connection.prepareStatement("select deed from recall_worked");
          ResultSet row = query.executeQuery()) {
        List<Long> found = new ArrayList<>();
        while (row.next()) {
          found.add(row.getLong(1));
        }
        return found;
      }
    });
  }

  /** Stores what follows from a line, all of it or nothing. */
  void put(long deed, Instant at, List<Worked> worked) {
    database.transact(connection -> {
      for (Worked each : worked) {
        insert(connection, deed, each);
      }
      try (PreparedStatement done =
          connection.prepareStatement("insert into recall_worked (deed, at) values (?, ?)")) {
        done.setLong(1, deed);
        done.setTimestamp(2, Timestamp.from(at));
        return done.executeUpdate();
      }
    });
  }

  /** A recall with its deliveries. */
  record Worked(Recall recall, List<Recall.Delivery> deliveries) {}

  private static void insert(Connection connection, long deed, Worked worked) throws SQLException {
    Recall recall = worked.recall;
    try (PreparedStatement insert =
            connection.prepareStatement(
                "insert into recall (recipient, id, deed, basis, made_at, acknowledge_by, recalled,"
                    + " rows, first_at, last_at) values (?,?,?,?,?,?,?,?,?,?)");
        PreparedStatement lines =
            connection.prepareStatement(
                "insert into recall_delivery (recipient, recall, receipt, at, outlet, rows, fate,"
                    + " rests_on) values (?,?,?,?,?,?,?,?)")) {
      insert.setString(1, recall.recipient().text());
      insert.setObject(2, recall.id());
      insert.setLong(3, deed);
      insert.setString(4, recall.basis());
      insert.setTimestamp(5, Timestamp.from(recall.madeAt()));
      insert.setTimestamp(6, Timestamp.from(recall.acknowledgeBy()));
      insert.setInt(7, recall.recalled());
      insert.setLong(8, recall.rows());
      insert.setTimestamp(9, Timestamp.from(recall.first()));
      insert.setTimestamp(10, Timestamp.from(recall.last()));
      insert.executeUpdate();
      for (Recall.Delivery each : worked.deliveries) {
        lines.setString(1, recall.recipient().text());
        lines.setObject(2, recall.id());
        lines.setObject(3, each.receipt());
        lines.setTimestamp(4, Timestamp.from(each.at()));
        lines.setString(5, each.outlet());
        lines.setLong(6, each.rows());
        lines.setString(7, each.fate().name());
        lines.setString(8, each.restsOn());
        lines.addBatch();
      }
      lines.executeBatch();
    }
  }
}
