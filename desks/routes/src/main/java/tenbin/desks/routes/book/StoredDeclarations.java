package tenbin.desks.routes.book;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import tenbin.desks.routes.declare.Declaration;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Statements;
import tools.jackson.databind.json.JsonMapper;

/** Declarations in PostgreSQL: the table of {@code V33__routes.sql}. */
final class StoredDeclarations implements DeclarationBook {
  private static final String SELECT =
      "select member, version, at, person, source, content from route_declaration d ";
  private static final String NEWEST =
      "version = (select max(n.version) from route_declaration n where n.member = d.member)";

  private final Statements database;

  StoredDeclarations(DataSource source) {
    this.database = new Statements(source);
  }

  @Override
  public Given declare(Declaration declared, By by) {
    return database
        .run(
            "insert into route_declaration select ?, coalesce(max(version), 0) + 1, ?, ?, ?, ?"
                + " from route_declaration where member = ? returning *",
            insert -> {
              insert.setString(1, declared.member().text());
              insert.setObject(2, Cells.time(by.at()));
              insert.setString(3, by.person());
              insert.setString(4, by.source());
              insert.setString(5, DeclarationText.of(declared));
              insert.setString(6, declared.member().text());
              return Statements.rows(insert, StoredDeclarations::given);
            })
        .getFirst();
  }

  @Override
  public Optional<Given> of(MemberId member) {
    return versions(member, 1).stream().findFirst();
  }

  @Override
  public List<Given> all() {
    return database.run(
        SELECT + "where " + NEWEST + " order by member",
        query -> Statements.rows(query, StoredDeclarations::given));
  }

  @Override
  public List<Given> versions(MemberId member, int most) {
    return database.run(
        SELECT + "where member = ? order by version desc limit ?",
        query -> {
          query.setString(1, member.text());
          query.setInt(2, most);
          return Statements.rows(query, StoredDeclarations::given);
        });
  }

  private static Given given(ResultSet row) throws SQLException {
    MemberId member = new MemberId(row.getString("member"));
    return new Given(
        row.getInt("version"),
        Cells.instant(row, "at"),
        row.getString("person"),
        row.getString("source"),
        DeclarationText.read(member, JsonMapper.shared().readTree(row.getString("content"))));
  }
}
