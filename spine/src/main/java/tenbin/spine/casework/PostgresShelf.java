package tenbin.spine.casework;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import javax.sql.DataSource;
import tenbin.nouns.member.MemberId;

/** Case files in PostgreSQL: the tables of {@code V3__casework.sql}. */
final class PostgresShelf implements Shelf {
  private static final String NEWEST_FIRST = " order by opened desc, id";

  private final DataSource database;

  PostgresShelf(DataSource database) {
    this.database = database;
  }

  /** What is done on one connection. */
  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  private <T> T transact(Work<T> work) {
    try (Connection connection = database.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T result = work.on(connection);
        connection.commit();
        return result;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      }
    } catch (SQLException failed) {
      throw new CaseBookFailure("the case book's database failed; try again", failed);
    }
  }

  @Override
  public void put(CaseFile opened, UnaryOperator<CaseFile> growth) {
    transact(connection -> {
      String id = opened.finding().id();
      if (!CaseRows.insert(connection, opened)) {
        List<CaseFile> there = CaseRows.read(connection, "where id = ? order by id for update", id);
        CaseRows.update(connection, growth.apply(there.getFirst()));
      }
      return id;
    });
  }

  @Override
  public void add(String caseId, Answer answer) {
    transact(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into case_answer values (?, ?, ?, ?, ?) on conflict do nothing")) {
        insert.setString(1, caseId);
        insert.setString(2, answer.member().text());
        insert.setObject(3, CaseRows.time(answer.at()));
        insert.setString(4, answer.state().name());
        insert.setString(5, answer.note());
        return insert.executeUpdate();
      }
    });
  }

  @Override
  public List<CaseFile> of(MemberId member) {
    String which = "where id in (select case_id from case_member where member = ?)";
    return transact(connection -> CaseRows.read(connection, which + NEWEST_FIRST, member.text()));
  }

  @Override
  public Map<String, String> ids(MemberId member) {
    return transact(connection -> {
      try (PreparedStatement select =
          connection.prepareStatement("select case_id from case_member where member = ?")) {
        select.setString(1, member.text());
        Map<String, String> ids = new LinkedHashMap<>();
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            ids.put(rows.getString(1), rows.getString(1));
          }
        }
        return ids;
      }
    });
  }

  @Override
  public List<CaseLink> links() {
    return transact(LinkRows::all);
  }

  @Override
  public void link(CaseLink link) {
    transact(connection -> LinkRows.put(connection, link));
  }

  @Override
  public Optional<CaseFile> one(String caseId) {
    return transact(
        connection -> CaseRows.read(connection, "where id = ?", caseId).stream().findFirst());
  }

  @Override
  public List<CaseDeeds.Reminded> reminded(String caseId, MemberId member) {
    return transact(connection -> {
      try (PreparedStatement select =
          connection.prepareStatement(
              "select step, at from case_reminded where case_id = ? and member = ? order by at")) {
        select.setString(1, caseId);
        select.setString(2, member.text());
        List<CaseDeeds.Reminded> reminded = new ArrayList<>();
        try (ResultSet rows = select.executeQuery()) {
          while (rows.next()) {
            Reminder.Step step = Reminder.Step.valueOf(rows.getString(1));
            reminded.add(new CaseDeeds.Reminded(step, CaseRows.instant(rows, "at")));
          }
        }
        return reminded;
      }
    });
  }

  @Override
  public List<CaseFile> all() {
    return transact(connection -> CaseRows.read(connection, NEWEST_FIRST));
  }

  @Override
  public Set<Reminder> reminded() {
    return transact(connection -> {
      try (PreparedStatement select =
          connection.prepareStatement(
              "select case_id, member, step, deadline, deadline_zone"
                  + " from case_reminded join casefile on id = case_id")) {
        return reminders(select);
      }
    });
  }

  private static Set<Reminder> reminders(PreparedStatement select) throws SQLException {
    Set<Reminder> reminders = new HashSet<>();
    try (ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        MemberId member = new MemberId(rows.getString("member"));
        Reminder.Step step = Reminder.Step.valueOf(rows.getString("step"));
        reminders.add(
            new Reminder(rows.getString("case_id"), member, step, CaseRows.deadline(rows)));
      }
    }
    return reminders;
  }

  @Override
  public void reminded(Reminder reminder, Instant at) {
    transact(connection -> {
      try (PreparedStatement insert =
          connection.prepareStatement(
              "insert into case_reminded values (?, ?, ?, ?) on conflict do nothing")) {
        insert.setString(1, reminder.caseId());
        insert.setString(2, reminder.member().text());
        insert.setString(3, reminder.step().name());
        insert.setObject(4, CaseRows.time(at));
        return insert.executeUpdate();
      }
    });
  }
}
