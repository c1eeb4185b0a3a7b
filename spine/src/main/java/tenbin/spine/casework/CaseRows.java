package tenbin.spine.casework;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.casework.Deadline;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.spine.correlate.Finding;

/** Case files as rows, within a transaction of the caller's. */
final class CaseRows {
  private CaseRows() {}

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }

  /** Writes a new file; false when one of its id stands there. */
  static boolean insert(Connection connection, CaseFile file) throws SQLException {
    Finding finding = file.finding();
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into casefile values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " on conflict do nothing")) {
      int at = 0;
      insert.setString(++at, finding.id());
      insert.setString(++at, finding.detector());
      insert.setString(++at, finding.kind().rsit().name());
      insert.setString(++at, finding.kind().identifier());
      insert.setString(++at, finding.kind().family());
      at = grown(connection, insert, finding, at);
      insert.setObject(++at, file.terms().deadline().due().toOffsetDateTime());
      insert.setString(++at, file.terms().deadline().due().getZone().getId());
      insert.setString(++at, file.terms().marking().name());
      insert.setObject(++at, time(file.opened()));
      boolean opened = insert.executeUpdate() == 1;
      members(connection, finding);
      return opened;
    }
  }

  /** Writes what a file has grown by. */
  static void update(Connection connection, CaseFile file) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update casefile set joined_by = ?, seen_from = ?, seen_to = ?, sightings = ?,"
                + " score = ?, why = ? where id = ?")) {
      int at = grown(connection, update, file.finding(), 0);
      update.setString(++at, file.finding().id());
      update.executeUpdate();
    }
    members(connection, file.finding());
  }

  private static int grown(
      Connection connection, PreparedStatement into, Finding finding, int after)
      throws SQLException {
    int at = after;
    into.setArray(++at, connection.createArrayOf("text", finding.values().toArray()));
    into.setObject(++at, time(finding.from()));
    into.setObject(++at, time(finding.to()));
    into.setLong(++at, finding.sightings());
    into.setDouble(++at, finding.score());
    into.setString(++at, finding.why());
    return at;
  }

  private static void members(Connection connection, Finding finding) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into case_member values (?, ?) on conflict do nothing")) {
      for (MemberId member : finding.members()) {
        insert.setString(1, finding.id());
        insert.setString(2, member.text());
        insert.addBatch();
      }
      insert.executeBatch();
    }
  }

  /** The files of a condition with its parameters. */
  static List<CaseFile> read(Connection connection, String condition, String... parameters)
      throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select * from casefile " + condition)) {
      for (int i = 0; i < parameters.length; i++) {
        select.setString(i + 1, parameters[i]);
      }
      List<CaseFile> files = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          files.add(file(connection, rows));
        }
      }
      return files;
    }
  }

  private static CaseFile file(Connection connection, ResultSet row) throws SQLException {
    String id = row.getString("id");
    Finding finding =
        new Finding(
            id,
            row.getString("detector"),
            new Kind(
                Rsit.valueOf(row.getString("rsit")),
                row.getString("identifier"),
                row.getString("family")),
            members(connection, id),
            List.of((String[]) row.getArray("joined_by").getArray()),
            instant(row, "seen_from"),
            instant(row, "seen_to"),
            row.getLong("sightings"),
            row.getDouble("score"),
            row.getString("why"));
    CaseTerms terms = new CaseTerms(deadline(row), Tlp.valueOf(row.getString("marking")));
    return new CaseFile(finding, terms, instant(row, "opened"), answers(connection, id));
  }

  static Deadline deadline(ResultSet row) throws SQLException {
    return Deadline.at(instant(row, "deadline"), ZoneId.of(row.getString("deadline_zone")));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }

  private static Set<MemberId> members(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement("select member from case_member where case_id = ?")) {
      select.setString(1, id);
      Set<MemberId> members = new HashSet<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          members.add(new MemberId(rows.getString(1)));
        }
      }
      return members;
    }
  }

  private static List<Answer> answers(Connection connection, String id) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "select * from case_answer where case_id = ? order by at, member, state")) {
      select.setString(1, id);
      List<Answer> answers = new ArrayList<>();
      try (ResultSet rows = select.executeQuery()) {
        while (rows.next()) {
          answers.add(
              new Answer(
                  new MemberId(rows.getString("member")),
                  AnswerState.valueOf(rows.getString("state")),
                  rows.getString("note"),
                  instant(rows, "at")));
        }
      }
      return answers;
    }
  }
}
