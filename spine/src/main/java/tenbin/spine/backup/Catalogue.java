package tenbin.spine.backup;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.nouns.report.Digest;

/** What tables a database has, read from PostgreSQL itself: a new table needs no line here. */
final class Catalogue {
  /** Written by the migrations, not by the hub: compared, never copied. */
  private static final String MIGRATIONS = "flyway_schema_history";

  private final Connection connection;

  Catalogue(Connection connection) {
    this.connection = connection;
  }

  private interface Row<T> {
    T of(ResultSet row) throws SQLException;
  }

  private <T> List<T> ask(String sql, Row<T> each) throws SQLException {
    List<T> all = new ArrayList<>();
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      while (row.next()) {
        all.add(each.of(row));
      }
    }
    return all;
  }

  /** The last migration. */
  String version() throws SQLException {
    return ask(
            "select version from " + MIGRATIONS + " order by installed_rank desc limit 1",
            row -> row.getString(1))
        .getFirst();
  }

  /** All migrations with their checksums, as one digest: two schemas of one digest are equal. */
  String schema() throws SQLException {
    List<String> all =
        ask(
            "select version || ' ' || coalesce(checksum, 0) from "
                + MIGRATIONS
                + " where success order by installed_rank",
            row -> row.getString(1));
    return Digest.of(String.join("\n", all).getBytes(StandardCharsets.UTF_8)).hex();
  }

  List<Manifest.Partition> partitions() throws SQLException {
    return ask(
        "select c.relname, p.relname, pg_get_expr(c.relpartbound, c.oid) from pg_class c"
            + " join pg_inherits i on i.inhrelid = c.oid join pg_class p on p.oid = i.inhparent"
            + " where c.relispartition and c.relkind = 'r'"
            + " and c.relnamespace = current_schema()::regnamespace order by 1",
        row -> new Manifest.Partition(row.getString(1), row.getString(2), row.getString(3)));
  }

  /** Tables that are kept in partitions. */
  Set<String> partitioned() throws SQLException {
    return Set.copyOf(
        ask(
            "select relname from pg_class where relkind = 'p'"
                + " and relnamespace = current_schema()::regnamespace",
            row -> row.getString(1)));
  }

  List<Manifest.Sequence> sequences() throws SQLException {
    List<Manifest.Sequence> all = new ArrayList<>();
    for (String name :
        ask(
            "select relname from pg_class where relkind = 'S'"
                + " and relnamespace = current_schema()::regnamespace order by 1",
            row -> row.getString(1))) {
      all.addAll(
          ask(
              "select last_value, is_called from " + quoted(name),
              row -> new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2))));
    }
    return all;
  }

  /** Tables with their columns, each behind those that it refers to. */
  Map<String, String> tables() throws SQLException {
    Map<String, String> columns = new LinkedHashMap<>();
    ask(
        "select c.relname, string_agg(quote_ident(a.attname), ', ' order by a.attnum)"
            + " from pg_class c join pg_attribute a on a.attrelid = c.oid"
            + " where c.relkind = 'r' and c.relnamespace = current_schema()::regnamespace"
            + " and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''"
            + " and c.relname <> '"
            + MIGRATIONS
            + "' group by 1 order by 1",
        row -> columns.put(row.getString(1), row.getString(2)));
    Map<String, Set<String>> needs = new LinkedHashMap<>();
    ask(
        "select c.relname, r.relname from pg_constraint k join pg_class c on c.oid = k.conrelid"
            + " join pg_class r on r.oid = k.confrelid where k.contype = 'f' and c.oid <> r.oid",
        row ->
            needs.computeIfAbsent(row.getString(1), none -> new HashSet<>()).add(row.getString(2)));
    Map<String, String> ordered = new LinkedHashMap<>();
    columns.keySet().forEach(name -> place(name, columns, needs, ordered, new HashSet<>()));
    return ordered;
  }

  private static void place(
      String name,
      Map<String, String> columns,
      Map<String, Set<String>> needs,
      Map<String, String> ordered,
      Set<String> open) {
    String own = columns.get(name);
    if (own == null || ordered.containsKey(name) || !open.add(name)) {
      return;
    }
    needs.getOrDefault(name, Set.of()).forEach(each -> place(each, columns, needs, ordered, open));
    ordered.put(name, own);
  }

  /** A name as SQL takes it, whatever is in it. */
  static String quoted(String name) {
    return '"' + name.replace("\"", "\"\"") + '"';
  }
}
