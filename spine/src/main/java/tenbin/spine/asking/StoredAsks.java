package tenbin.spine.asking;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.Gate;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Statements;

/** Tasks in PostgreSQL: the tables of {@code V9__portal.sql}. */
public final class StoredAsks implements AskBook {
  private static final String SELECT =
      "select t.id, t.rule, t.whom, t.holder, t.subject, t.about, t.gate, t.categories, t.purpose,"
          + " t.recipients, t.approvals, t.opened_at, t.due_at, t.mailed_at, t.reminded_at, t.state,"
          + " t.ground from ask_task t ";
  private static final String WORDS =
      "select w.task, w.person, w.said, w.note, w.at"
          + " from ask_word w join ask_task t on t.id = w.task ";

  private final DataSource source;
  private final Statements database;

  public StoredAsks(DataSource source) {
    this.source = source;
    this.database = new Statements(source);
  }

  @Override
  public boolean open(AskTask task) {
    AskTask.Matter matter = task.matter();
    return database.run(
        "insert into ask_task (id, digest, rule, whom, holder, subject, about, gate, categories,"
            + " purpose, recipients, approvals, opened_at, due_at, state)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'OPEN')"
            + " on conflict (digest) do nothing",
        insert -> {
          insert.setObject(1, task.id());
          insert.setString(
              2, Digest.of(matter.key().getBytes(java.nio.charset.StandardCharsets.UTF_8)).hex());
          insert.setString(3, matter.rule());
          insert.setString(4, matter.whom().name());
          insert.setString(5, matter.holder().text());
          insert.setString(6, matter.subject().text());
          insert.setString(7, matter.about());
          insert.setString(8, matter.gate().name());
          insert.setString(
              9,
              matter.categories().stream()
                  .map(Enum::name)
                  .sorted()
                  .collect(Collectors.joining(",")));
          insert.setString(10, matter.purpose().name());
          insert.setString(11, matter.recipients());
          insert.setInt(12, task.approvals());
          insert.setObject(13, time(task.openedAt()));
          insert.setObject(14, time(task.dueAt()));
          return insert.executeUpdate() == 1;
        });
  }

  /** Which tasks: those of which a column has a value, or all. */
  private record Which(String condition, Optional<Object> value) {
    static final Which ALL = new Which("", Optional.empty());

    static Which of(String column, Object value) {
      return new Which("where t." + column + " = ? ", Optional.of(value));
    }

    PreparedStatement prepared(Connection connection, String select, String rest)
        throws SQLException {
      PreparedStatement query = connection.prepareStatement(select + condition + rest);
      if (value.isPresent()) {
        query.setObject(1, value.get());
      }
      return query;
    }
  }

  @Override
  public Optional<AskTask> find(UUID id) {
    return tasks(Which.of("id", id)).stream().findFirst();
  }

  @Override
  public List<AskTask> all() {
    return tasks(Which.ALL);
  }

  @Override
  public List<AskTask> of(PartyId holder) {
    return tasks(Which.of("holder", holder.text()));
  }

  @Override
  public List<AskTask> about(UUID report) {
    return tasks(Which.of("about", report.toString()));
  }

  private List<AskTask> tasks(Which which) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(true);
      return tasks(connection, which, "order by t.opened_at desc, t.id");
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  private static List<AskTask> tasks(Connection connection, Which which, String rest)
      throws SQLException {
    List<AskTask> found = new ArrayList<>();
    try (PreparedStatement query = which.prepared(connection, SELECT, rest);
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(task(row));
      }
    }
    if (found.isEmpty()) {
      return found;
    }
    Map<UUID, List<AskTask.Word>> words = words(connection, which);
    found.replaceAll(task -> with(task, words.getOrDefault(task.id(), List.of())));
    return found;
  }

  private static Optional<UUID> about(String word) {
    return word.equals(AskTask.Matter.ROWS) ? Optional.empty() : Optional.of(UUID.fromString(word));
  }

  private static AskTask task(ResultSet row) throws SQLException {
    UUID id = row.getObject(1, UUID.class);
    AskTask.Matter matter =
        new AskTask.Matter(
            row.getString(2),
            AskRule.Whom.valueOf(row.getString(3)),
            new PartyId(row.getString(4)),
            new PartyId(row.getString(5)),
            about(row.getString(6)),
            Gate.valueOf(row.getString(7)),
            categories(row.getString(8)),
            Purpose.valueOf(row.getString(9)),
            row.getString(10));
    return new AskTask(
        id,
        matter,
        row.getInt(11),
        instant(row, 12).orElseThrow(),
        instant(row, 13).orElseThrow(),
        instant(row, 14),
        instant(row, 15),
        AskTask.State.valueOf(row.getString(16)),
        row.getString(17),
        List.of());
  }

  private static Set<Category> categories(String text) {
    Set<Category> all = EnumSet.noneOf(Category.class);
    Arrays.stream(text.split(",", -1)).map(Category::valueOf).forEach(all::add);
    return all;
  }

  /** Words by their tasks, each in order. */
  private static Map<UUID, List<AskTask.Word>> words(Connection connection, Which which)
      throws SQLException {
    Map<UUID, List<AskTask.Word>> words = new HashMap<>();
    try (PreparedStatement query = which.prepared(connection, WORDS, "order by w.task, w.number");
        ResultSet row = query.executeQuery()) {
      while (row.next()) {
        words
            .computeIfAbsent(row.getObject(1, UUID.class), unseen -> new ArrayList<>())
            .add(
                new AskTask.Word(
                    row.getString(2),
                    AskTask.Said.valueOf(row.getString(3)),
                    row.getString(4),
                    instant(row, 5).orElseThrow()));
      }
    }
    return words;
  }

  @Override
  public Optional<AskTask> say(UUID id, AskTask.Word word, Supplier<String> ground) {
    return locked(
        id,
        (connection, task) -> {
          if (task.state() != AskTask.State.OPEN || !word.at().isBefore(task.dueAt())) {
            return Optional.empty();
          }
          insert(connection, task, word);
          List<AskTask.Word> words = new ArrayList<>(task.words());
          words.add(word);
          AskTask said = with(task, words);
          if (word.said() == AskTask.Said.NO) {
            state(connection, id, AskTask.State.REFUSED, word.at(), "");
          } else if (said.yes() >= task.approvals()) {
            state(connection, id, AskTask.State.APPROVED, word.at(), ground.get());
          }
          return tasks(connection, Which.of("id", id), "").stream().findFirst();
        });
  }

  private static AskTask with(AskTask task, List<AskTask.Word> words) {
    return new AskTask(
        task.id(),
        task.matter(),
        task.approvals(),
        task.openedAt(),
        task.dueAt(),
        task.mailedAt(),
        task.remindedAt(),
        task.state(),
        task.ground(),
        words);
  }

  @Override
  public boolean undo(UUID id, AskTask.Word word) {
    return locked(
            id,
            (connection, task) -> {
              if (task.state() != AskTask.State.APPROVED) {
                return Optional.empty();
              }
              insert(connection, task, word);
              state(connection, id, AskTask.State.UNDONE, word.at(), task.ground());
              return Optional.of(task);
            })
        .isPresent();
  }

  /** What is done to a task that nobody else changes meanwhile. */
  private interface Change {
    Optional<AskTask> to(Connection connection, AskTask task) throws SQLException;
  }

  private Optional<AskTask> locked(UUID id, Change change) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        List<AskTask> there = tasks(connection, Which.of("id", id), "for update");
        Optional<AskTask> changed =
            there.isEmpty() ? Optional.empty() : change.to(connection, there.getFirst());
        connection.commit();
        return changed;
      } catch (SQLException | RuntimeException failed) {
        connection.rollback();
        throw failed;
      }
    } catch (SQLException failed) {
      throw Database.failure(failed);
    }
  }

  private static void insert(Connection connection, AskTask task, AskTask.Word word)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert into ask_word values (?, ?, ?, ?, ?, ?)")) {
      insert.setObject(1, task.id());
      insert.setInt(2, task.words().size() + 1);
      insert.setString(3, word.person());
      insert.setString(4, word.said().name());
      insert.setString(5, word.note());
      insert.setObject(6, time(word.at()));
      insert.executeUpdate();
    }
  }

  private static void state(
      Connection connection, UUID id, AskTask.State state, Instant at, String ground)
      throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "update ask_task set state = ?, decided_at = ?, ground = ? where id = ?")) {
      update.setString(1, state.name());
      update.setObject(2, time(at));
      update.setString(3, ground);
      update.setObject(4, id);
      update.executeUpdate();
    }
  }

  @Override
  public void mailed(UUID id, Instant at) {
    stamp("update ask_task set mailed_at = ? where id = ?", id, at);
  }

  @Override
  public void reminded(UUID id, Instant at) {
    stamp("update ask_task set reminded_at = ? where id = ?", id, at);
  }

  private void stamp(String sql, UUID id, Instant at) {
    database.run(
        sql,
        update -> {
          update.setObject(1, time(at));
          update.setObject(2, id);
          return update.executeUpdate();
        });
  }

  @Override
  public int expire(Instant now) {
    return database.run(
        "update ask_task set state = 'EXPIRED', decided_at = ? where state = 'OPEN' and due_at <="
            + " ?",
        update -> {
          update.setObject(1, time(now));
          update.setObject(2, time(now));
          return update.executeUpdate();
        });
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
        .map(OffsetDateTime::toInstant);
  }
}
