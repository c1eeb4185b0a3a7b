package tenbin.desks.routes.book;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.outside.Outside;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Statements;

/** What was told, in PostgreSQL: the tables of {@code V33__routes.sql}. */
final class StoredTold implements ToldBook {
  private static final String SELECT =
      "select member, number, incident, what, prefixes, at, mailed from route_told ";

  private final Statements database;

  StoredTold(DataSource source) {
    this.database = new Statements(source);
  }

  @Override
  public Line add(News news, Instant at) {
    return database
        .run(
            "insert into route_told (member, number, incident, what, prefixes, at)"
                + " select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ? from route_told"
                + " where member = ? returning *",
            insert -> {
              insert.setString(1, news.member().text());
              insert.setObject(2, news.incident());
              insert.setString(3, news.what().name());
              insert.setInt(4, news.prefixes());
              insert.setObject(5, Cells.time(at));
              insert.setString(6, news.member().text());
              return Statements.rows(insert, StoredTold::line);
            })
        .getFirst();
  }

  @Override
  public Optional<Line> last(MemberId member, UUID incident) {
    return database
        .run(
            SELECT + "where incident = ? and member = ? order by number desc limit 1",
            query -> {
              query.setObject(1, incident);
              query.setString(2, member.text());
              return read(query);
            })
        .stream()
        .findFirst();
  }

  @Override
  public List<Line> behind(MemberId member, int number, int most) {
    return database.run(
        SELECT + "where member = ? and number > ? order by number limit ?",
        query -> {
          query.setString(1, member.text());
          query.setInt(2, number);
          query.setInt(3, most);
          return read(query);
        });
  }

  /** Of those alone who want mail: lines of all others wait for ever. */
  @Override
  public List<Line> unmailed(int most) {
    return database.run(
        SELECT
            + "where not mailed and member in (select l.member from (select distinct on (w.member)"
            + " w.member, w.wanted from route_wish w order by w.member, w.number desc) l"
            + " where l.wanted) order by at, member, number limit ?",
        query -> {
          query.setInt(1, most);
          return read(query);
        });
  }

  @Override
  public List<Line> waiting(int most) {
    return outside("not mailed and member like ? order by at, member, number limit ?", most);
  }

  @Override
  public List<Line> outside(int most) {
    return outside("member like ? order by at desc, member, number desc limit ?", most);
  }

  private List<Line> outside(String which, int most) {
    return database.run(
        SELECT + "where " + which,
        query -> {
          query.setString(1, Outside.PREFIX + "%");
          query.setInt(2, most);
          return read(query);
        });
  }

  @Override
  public boolean stopped(MemberId party) {
    return database.run(
        "select exists (select from route_wish w where w.member = ? and not w.wanted and w.number"
            + " = (select max(l.number) from route_wish l where l.member = w.member))",
        query -> {
          query.setString(1, party.text());
          return Statements.rows(query, row -> row.getBoolean(1)).getFirst();
        });
  }

  @Override
  public void mailed(Line line) {
    database.run(
        "update route_told set mailed = true where member = ? and number = ?",
        update -> {
          update.setString(1, line.member().text());
          update.setInt(2, line.number());
          return update.executeUpdate();
        });
  }

  /** Who begins to want mail gets none of what was told before. */
  @Override
  public void wish(MemberId member, boolean wanted, By by) {
    database.run(
        "with done as (update route_told set mailed = true where member = ? and not mailed)"
            + " insert into route_wish (member, at, person, wanted) values (?, ?, ?, ?)",
        insert -> {
          insert.setString(1, member.text());
          insert.setString(2, member.text());
          insert.setObject(3, Cells.time(by.at()));
          insert.setString(4, by.person());
          insert.setBoolean(5, wanted);
          return insert.executeUpdate();
        });
  }

  /** What it said last; nothing is no. */
  @Override
  public boolean wants(MemberId member) {
    return database.run(
        "select coalesce((select w.wanted from route_wish w where w.member = ?"
            + " order by w.number desc limit 1), false)",
        query -> {
          query.setString(1, member.text());
          return Statements.rows(query, row -> row.getBoolean(1)).getFirst();
        });
  }

  private static List<Line> read(PreparedStatement query) throws SQLException {
    return Statements.rows(query, StoredTold::line);
  }

  private static Line line(ResultSet row) throws SQLException {
    return new Line(
        new MemberId(row.getString("member")),
        row.getInt("number"),
        row.getObject("incident", UUID.class),
        Notice.What.valueOf(row.getString("what")),
        row.getInt("prefixes"),
        Cells.instant(row, "at"),
        row.getBoolean("mailed"));
  }
}
