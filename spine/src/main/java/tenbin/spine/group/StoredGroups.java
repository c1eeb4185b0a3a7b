package tenbin.spine.group;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Statements;

/** Lines in PostgreSQL: the table of {@code V28__groups.sql}. */
final class StoredGroups implements GroupBook {
  private static final String COLUMNS =
      "select id, group_id, kind, member, person, at, whom, head, body, day, until from group_line";
  private static final String MINUTES =
      " where kind = 'MINUTED' and group_id = ? and day >= ? and member = any(?)";
  private static final String BEFORE =
      " from group_line where kind = 'MINUTED' and group_id = ? and day < ?";

  private final Statements database;

  StoredGroups(DataSource source) {
    this.database = new Statements(source);
  }

  /** A deed as its columns. */
  private record Columns(
      String kind,
      String whom,
      String head,
      String body,
      @Nullable LocalDate day,
      @Nullable Instant until) {
    static Columns bare(String kind, String whom) {
      return new Columns(kind, whom, "", "", null, null);
    }

    static Columns of(GroupLine.Deed deed) {
      return switch (deed) {
        case GroupLine.Opened(String name, String purpose, Instant until) ->
            new Columns("OPENED", "", name, purpose, null, until);
        case GroupLine.Invited(MemberId whom) -> bare("INVITED", whom.text());
        case GroupLine.Joined ignored -> bare("JOINED", "");
        case GroupLine.Left ignored -> bare("LEFT", "");
        case GroupLine.Ended ignored -> bare("ENDED", "");
        case GroupLine.Minuted(LocalDate day, String heading, String body) ->
            new Columns("MINUTED", "", heading, body, day, null);
      };
    }
  }

  @Override
  public void add(GroupLine line) {
    Columns columns = Columns.of(line.deed());
    database.run(
        "insert into group_line"
            + " (id, group_id, kind, member, person, at, whom, head, body, day, until)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        insert -> {
          insert.setObject(1, line.id());
          insert.setString(2, line.group());
          insert.setString(3, columns.kind);
          insert.setString(4, line.member().text());
          insert.setString(5, line.by().person());
          insert.setObject(6, line.at().atOffset(ZoneOffset.UTC));
          insert.setString(7, columns.whom);
          insert.setString(8, columns.head);
          insert.setString(9, columns.body);
          insert.setObject(10, columns.day);
          insert.setObject(
              11, columns.until == null ? null : columns.until.atOffset(ZoneOffset.UTC));
          return insert.executeUpdate();
        });
  }

  @Override
  public List<GroupLine> deeds() {
    return database.run(COLUMNS + " where kind <> 'MINUTED' order by number", StoredGroups::read);
  }

  @Override
  public List<GroupLine> minutes(Search search, int skip, int most) {
    return database.run(
        COLUMNS + MINUTES + " order by day desc, number desc offset ? limit ?",
        query -> {
          set(query, search);
          query.setInt(4, skip);
          query.setInt(5, most);
          return read(query);
        });
  }

  private static void set(PreparedStatement query, Search search) throws SQLException {
    query.setString(1, search.group());
    query.setObject(2, search.since());
    query.setArray(
        3,
        query
            .getConnection()
            .createArrayOf("text", search.heard().stream().map(MemberId::text).toArray()));
  }

  private static List<GroupLine> read(PreparedStatement query) throws SQLException {
    List<GroupLine> lines = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        lines.add(
            new GroupLine(
                row.getObject("id", UUID.class),
                row.getString("group_id"),
                new GroupLine.By(new MemberId(row.getString("member")), row.getString("person")),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                deed(row)));
      }
    }
    return lines;
  }

  private static GroupLine.Deed deed(ResultSet row) throws SQLException {
    String kind = row.getString("kind");
    return switch (kind) {
      case "OPENED" ->
          new GroupLine.Opened(
              row.getString("head"),
              row.getString("body"),
              row.getObject("until", OffsetDateTime.class).toInstant());
      case "INVITED" -> new GroupLine.Invited(new MemberId(row.getString("whom")));
      case "JOINED" -> new GroupLine.Joined();
      case "LEFT" -> new GroupLine.Left();
      case "ENDED" -> new GroupLine.Ended();
      case "MINUTED" ->
          new GroupLine.Minuted(
              row.getObject("day", LocalDate.class), row.getString("head"), row.getString("body"));
      default -> throw new IllegalStateException("a line of a later version: " + kind);
    };
  }

  @Override
  public int count(Search search) {
    return database.run(
        "select count(*) from group_line" + MINUTES,
        query -> {
          set(query, search);
          return Statements.number(query);
        });
  }

  @Override
  public int countBefore(String group, LocalDate before) {
    return database.run(
        "select count(*)" + BEFORE,
        query -> {
          query.setString(1, group);
          query.setObject(2, before);
          return Statements.number(query);
        });
  }

  @Override
  public int forget(String group, LocalDate before) {
    return database.run(
        "delete" + BEFORE,
        delete -> {
          delete.setString(1, group);
          delete.setObject(2, before);
          return delete.executeUpdate();
        });
  }
}
