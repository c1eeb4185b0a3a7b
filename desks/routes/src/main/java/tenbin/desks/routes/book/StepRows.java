package tenbin.desks.routes.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.spine.storage.Statements;

/**
 * The steps of incidents' pictures: the first ones whole, of all of them who saw what since when.
 */
final class StepRows {
  private static final int AT_ONCE = 10_000;

  private static final String STEPS =
      "insert into route_step select ?, n.high + s.place, s.at, s.feed, s.asn, s.address, s.prefix,"
          + " s.path from unnest(?::int[], ?::timestamptz[], ?::text[], ?::bigint[], ?::inet[],"
          + " ?::cidr[], ?::text[]) as s (place, at, feed, asn, address, prefix, path),"
          + " (select coalesce(max(number), 0) as high from route_step where incident = ?) as n";

  private StepRows() {}

  /** Who saw a prefix. */
  private record Seen(Prefix prefix, Owner owner) {}

  static void put(Connection connection, UUID incident, List<PathSeen> steps) throws SQLException {
    Map<Seen, Instant> seen = new LinkedHashMap<>();
    Map<Vantage, Instant> vantages = new LinkedHashMap<>();
    for (PathSeen each : steps) {
      if (!each.path().isEmpty()) {
        seen.merge(
            new Seen(each.prefix(), Owner.of(each.from().feed())), each.at(), StepRows::earlier);
        vantages.merge(each.from(), each.at(), StepRows::earlier);
      }
    }
    seen(connection, incident, List.copyOf(seen.entrySet()));
    vantages(connection, incident, List.copyOf(vantages.entrySet()));
    steps(connection, incident, steps);
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isBefore(other) ? one : other;
  }

  private static void seen(Connection connection, UUID incident, List<Map.Entry<Seen, Instant>> all)
      throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement(
            "insert into route_seen select ?, * from unnest(?::cidr[], ?::text[],"
                + " ?::timestamptz[]) on conflict (incident, prefix, owner)"
                + " do update set since = least(route_seen.since, excluded.since)")) {
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        List<Map.Entry<Seen, Instant>> some =
            all.subList(from, Math.min(all.size(), from + AT_ONCE));
        put.setObject(1, incident);
        put.setArray(2, Cells.column(put, "text", some, e -> e.getKey().prefix.toString()));
        put.setArray(3, Cells.column(put, "text", some, e -> e.getKey().owner.text()));
        put.setArray(4, Cells.column(put, "text", some, e -> e.getValue().toString()));
        put.executeUpdate();
      }
    }
  }

  private static void vantages(
      Connection connection, UUID incident, List<Map.Entry<Vantage, Instant>> all)
      throws SQLException {
    try (PreparedStatement put =
        connection.prepareStatement(
            "insert into route_vantage select ?, * from unnest(?::text[], ?::bigint[], ?::inet[],"
                + " ?::text[], ?::timestamptz[]) on conflict do nothing")) {
      put.setObject(1, incident);
      put.setArray(2, Cells.column(put, "text", all, e -> e.getKey().feed()));
      put.setArray(3, Cells.column(put, "int8", all, e -> e.getKey().asn().number()));
      put.setArray(4, Cells.column(put, "text", all, e -> Cells.inet(e.getKey().address())));
      put.setArray(5, Cells.column(put, "text", all, e -> Owner.of(e.getKey().feed()).text()));
      put.setArray(6, Cells.column(put, "text", all, e -> e.getValue().toString()));
      put.executeUpdate();
    }
  }

  private static void steps(Connection connection, UUID incident, List<PathSeen> steps)
      throws SQLException {
    int there = count(connection, incident);
    int room = Math.min(steps.size(), Math.max(0, Steps.MOST - there));
    if (room > 0) {
      keep(connection, incident, steps.subList(0, room));
    }
    if (room < steps.size()) {
      try (PreparedStatement cut =
          connection.prepareStatement(
              "update route_incident set steps_cut = steps_cut + ? where id = ?")) {
        cut.setLong(1, (long) steps.size() - room);
        cut.setObject(2, incident);
        cut.executeUpdate();
      }
    }
  }

  private static int count(Connection connection, UUID incident) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select count(*) from route_step where incident = ?")) {
      query.setObject(1, incident);
      return Statements.number(query);
    }
  }

  private static void keep(Connection connection, UUID incident, List<PathSeen> some)
      throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(STEPS)) {
      Integer[] places = new Integer[some.size()];
      java.util.Arrays.setAll(places, i -> i + 1);
      put.setObject(1, incident);
      put.setArray(2, connection.createArrayOf("int4", places));
      put.setArray(3, Cells.column(put, "text", some, each -> each.at().toString()));
      put.setArray(4, Cells.column(put, "text", some, each -> each.from().feed()));
      put.setArray(5, Cells.column(put, "int8", some, each -> each.from().asn().number()));
      put.setArray(6, Cells.column(put, "text", some, each -> Cells.inet(each.from().address())));
      put.setArray(7, Cells.column(put, "text", some, each -> each.prefix().toString()));
      put.setArray(8, Cells.column(put, "text", some, PathSeen::path));
      put.setObject(9, incident);
      put.executeUpdate();
    }
  }

  static PathSeen read(ResultSet row) throws SQLException {
    return new PathSeen(
        Cells.instant(row, "at"),
        new Vantage(
            row.getString("feed"),
            new Asn(row.getLong("asn")),
            Address.parse(row.getString("address"))),
        Prefix.parse(row.getString("prefix")),
        row.getString("path"));
  }
}
