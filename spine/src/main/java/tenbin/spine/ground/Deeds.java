package tenbin.spine.ground;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.balance.ground.ConsentState;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.member.MemberId;

/** The table of what was recorded. */
final class Deeds {
  private static final String COLUMNS =
      "number, recorded_at, valid_from, member, person, act, about, party, until, state, entries,"
          + " evidence";

  private Deeds() {}

  /** The lines behind a number, the oldest first. */
  static List<Entry> behind(Connection connection, long number) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select " + COLUMNS + " from ground_deed where number > ? order by number")) {
      query.setLong(1, number);
      List<Entry> found = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          found.add(entry(row));
        }
      }
      return found;
    }
  }

  /** Lets nobody else write until the transaction ends, and gives the last number. */
  static long last(Connection connection) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute("lock table ground_deed in exclusive mode");
      try (ResultSet row =
          statement.executeQuery("select coalesce(max(number), 0) from ground_deed")) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  static void insert(Connection connection, List<Entry> entries) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into ground_deed (" + COLUMNS + ") values (?,?,?,?,?,?,?,?,?,?,?,?)")) {
      for (Entry each : entries) {
        insert.setLong(1, each.number());
        insert.setTimestamp(2, Timestamp.from(each.recordedAt()));
        insert.setTimestamp(3, Timestamp.from(each.from()));
        insert.setString(4, each.by().member().text());
        insert.setString(5, each.by().person());
        set(insert, each.deed());
        insert.setString(12, each.evidence());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The columns 6 to 11. */
  private static void set(PreparedStatement insert, Deed deed) throws SQLException {
    insert.setString(6, act(deed).name());
    insert.setString(7, deed.about());
    insert.setString(8, "");
    insert.setTimestamp(9, null);
    insert.setString(10, "");
    insert.setString(11, "");
    switch (deed) {
      case Deed.Recorded(String about, String entries) -> insert.setString(11, entries);
      case Deed.Ended ignored -> {}
      case Deed.Adopted(String about, PartyId party, Optional<Instant> until) -> {
        insert.setString(8, party.text());
        insert.setTimestamp(9, until.map(Timestamp::from).orElse(null));
      }
      case Deed.Left(String about, PartyId party) -> insert.setString(8, party.text());
      case Deed.Stated(String about, ConsentState state) -> insert.setString(10, state.word());
      case Deed.OptedOut(String about, PartyId party) -> insert.setString(8, party.text());
      case Deed.OptedIn(String about, PartyId party) -> insert.setString(8, party.text());
    }
  }

  private enum Act {
    RECORDED,
    ENDED,
    ADOPTED,
    LEFT,
    STATED,
    OPTED_OUT,
    OPTED_IN
  }

  private static Act act(Deed deed) {
    return switch (deed) {
      case Deed.Recorded ignored -> Act.RECORDED;
      case Deed.Ended ignored -> Act.ENDED;
      case Deed.Adopted ignored -> Act.ADOPTED;
      case Deed.Left ignored -> Act.LEFT;
      case Deed.Stated ignored -> Act.STATED;
      case Deed.OptedOut ignored -> Act.OPTED_OUT;
      case Deed.OptedIn ignored -> Act.OPTED_IN;
    };
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(1),
        row.getTimestamp(2).toInstant(),
        row.getTimestamp(3).toInstant(),
        new Entry.By(new MemberId(row.getString(4)), row.getString(5)),
        deed(row),
        row.getString(12));
  }

  private static Deed deed(ResultSet row) throws SQLException {
    String about = row.getString(7);
    return switch (Act.valueOf(row.getString(6))) {
      case RECORDED -> new Deed.Recorded(about, row.getString(11));
      case ENDED -> new Deed.Ended(about);
      case ADOPTED ->
          new Deed.Adopted(
              about,
              party(row),
              Optional.ofNullable(row.getTimestamp(9)).map(Timestamp::toInstant));
      case LEFT -> new Deed.Left(about, party(row));
      case STATED -> new Deed.Stated(about, ConsentState.tryParse(row.getString(10)).orElseThrow());
      case OPTED_OUT -> new Deed.OptedOut(about, party(row));
      case OPTED_IN -> new Deed.OptedIn(about, party(row));
    };
  }

  private static PartyId party(ResultSet row) throws SQLException {
    return new PartyId(row.getString(8));
  }
}
