package tenbin.spine.casework.entry;

import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseCircle;
import tenbin.spine.storage.Statements;

/** Entries in PostgreSQL: the tables of {@code V21__case_entries.sql}. */
final class StoredEntries implements EntryBook {
  private static final String FOUND =
      " from case_entry e join unnest(?::text[], ?::timestamptz[], ?::timestamptz[])"
          + " as w(case_id, since, until)"
          + " on e.case_id = w.case_id and e.at >= w.since and e.at < w.until"
          + " where e.kind = ? and (e.member = ? or (e.reach = 'CIRCLE' and e.member = any(?)))";
  private static final String NEWEST = " order by e.at desc, e.id";
  private static final int PARAMETERS = 6;

  private final Statements database;

  StoredEntries(DataSource source) {
    this.database = new Statements(source);
  }

  @Override
  public void add(Entry entry) {
    insert(entry, null);
  }

  @Override
  public void add(Entry entry, byte[] content) {
    insert(entry, content);
  }

  private void insert(Entry entry, byte @Nullable [] content) {
    database.run(
        "insert into case_entry values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        insert -> {
          insert.setObject(1, entry.id());
          insert.setString(2, entry.caseId());
          insert.setString(3, entry.kind().name());
          insert.setString(4, entry.reach().name());
          insert.setString(5, entry.member().text());
          insert.setString(6, entry.author().person());
          insert.setObject(7, entry.at().atOffset(ZoneOffset.UTC));
          insert.setString(8, entry.about());
          insert.setObject(9, entry.parent().orElse(null));
          insert.setString(10, entry.text());
          insert.setBytes(11, content);
          return insert.executeUpdate();
        });
  }

  private static void set(PreparedStatement query, Search search) throws SQLException {
    query.setArray(1, array(query, "text", search.windows(), CaseCircle.Window::caseId));
    query.setArray(
        2, array(query, "timestamptz", search.windows(), each -> each.from().toString()));
    query.setArray(3, array(query, "timestamptz", search.windows(), each -> each.to().toString()));
    query.setString(4, search.kind().name());
    query.setString(5, search.reader().text());
    query.setArray(PARAMETERS, array(query, "text", search.heard(), MemberId::text));
  }

  private static <T> Array array(
      PreparedStatement query,
      String type,
      java.util.Collection<T> all,
      java.util.function.Function<T, String> text)
      throws SQLException {
    Stream<String> texts = all.stream().map(text);
    return query.getConnection().createArrayOf(type, texts.toArray());
  }

  @Override
  public List<Entry> newest(Search search, int skip, int most) {
    return database.run(
        "select e.id, e.case_id, e.kind, e.reach, e.member, e.person, e.at, e.about, e.parent,"
            + " e.text"
            + FOUND
            + NEWEST
            + " offset ? limit ?",
        query -> {
          set(query, search);
          query.setInt(PARAMETERS + 1, skip);
          query.setInt(PARAMETERS + 2, most);
          List<Entry> found = new ArrayList<>();
          try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
              found.add(entry(row));
            }
          }
          return found;
        });
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getObject(1, UUID.class),
        row.getString(2),
        Entry.Kind.valueOf(row.getString(3)),
        Entry.Reach.valueOf(row.getString(4)),
        new Entry.Author(
            new MemberId(row.getString(5)),
            row.getString(6),
            row.getObject(7, OffsetDateTime.class).toInstant()),
        row.getString(8),
        Optional.ofNullable(row.getObject(9, UUID.class)),
        row.getString(10));
  }

  @Override
  public List<UUID> ids(Search search) {
    return database.run(
        "select e.id" + FOUND + NEWEST,
        query -> {
          set(query, search);
          List<UUID> found = new ArrayList<>();
          try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
              found.add(row.getObject(1, UUID.class));
            }
          }
          return found;
        });
  }

  @Override
  public int count(Search search) {
    return database.run(
        "select count(*)" + FOUND,
        query -> {
          set(query, search);
          return Statements.number(query);
        });
  }

  @Override
  public Optional<byte[]> content(UUID id) {
    return database.run(
        "select content from case_entry where id = ?",
        query -> {
          query.setObject(1, id);
          try (ResultSet row = query.executeQuery()) {
            return row.next() ? Optional.ofNullable(row.getBytes(1)) : Optional.empty();
          }
        });
  }
}
