package tenbin.desks.routes.book;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tenbin.desks.routes.incident.Affected;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.spine.storage.Statements;

/** The prefixes of incidents in their table, thousands at once. */
final class PrefixRows {
  /** Rows of one statement: some megabytes of arrays. */
  private static final int AT_ONCE = 10_000;

  private static final String PUT =
      "insert into route_affected select ?, * from unnest(?::cidr[], ?::cidr[], ?::text[],"
          + " ?::bigint[], ?::bigint[], ?::timestamptz[], ?::timestamptz[], ?::int[], ?::int[],"
          + " ?::text[]) on conflict (incident, prefix) do update set of = excluded.of,"
          + " member = excluded.member, expected = excluded.expected, observed = excluded.observed,"
          + " begin_at = excluded.begin_at, ended_at = excluded.ended_at,"
          + " vantages = excluded.vantages, most = excluded.most, path = excluded.path";

  private static final String SLICE =
      "select a.*, s.owners, s.since from route_affected a left join lateral ("
          + "select coalesce(array_agg(s.owner order by s.owner), '{}') as owners,"
          + " coalesce(array_agg(extract(epoch from s.since) order by s.owner), '{}') as since"
          + " from route_seen s where s.incident = a.incident and s.prefix = a.prefix) s on true"
          + " where a.incident = ?";

  private static final String SEEN_BY =
      " and exists (select from route_seen w where w.incident = a.incident"
          + " and w.prefix = a.prefix and w.owner = ?)";

  private PrefixRows() {}

  static void put(Connection connection, UUID incident, List<Affected> changed)
      throws SQLException {
    // Of one prefix the last word counts; a statement takes each once.
    Map<Prefix, Affected> last = new HashMap<>();
    changed.forEach(each -> last.put(each.prefix(), each));
    List<Affected> all = List.copyOf(last.values());
    try (PreparedStatement put = connection.prepareStatement(PUT)) {
      for (int from = 0; from < all.size(); from += AT_ONCE) {
        set(put, incident, all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        put.executeUpdate();
      }
    }
  }

  private static void set(PreparedStatement put, UUID incident, List<Affected> some)
      throws SQLException {
    put.setObject(1, incident);
    put.setArray(2, Cells.column(put, "text", some, each -> each.prefix().toString()));
    put.setArray(3, Cells.column(put, "text", some, each -> each.of().toString()));
    put.setArray(
        4, Cells.column(put, "text", some, each -> each.member().map(MemberId::text).orElse("")));
    put.setArray(5, Cells.column(put, "int8", some, each -> each.expected().number()));
    put.setArray(6, Cells.column(put, "int8", some, each -> each.observed().number()));
    put.setArray(7, Cells.column(put, "text", some, each -> each.begin().toString()));
    put.setArray(
        8, Cells.column(put, "text", some, each -> each.end().map(Instant::toString).orElse(null)));
    put.setArray(9, Cells.column(put, "int4", some, Affected::vantages));
    put.setArray(10, Cells.column(put, "int4", some, Affected::mostVantages));
    put.setArray(11, Cells.column(put, "text", some, Affected::path));
  }

  /** The question of a slice. */
  static String question(Slice slice) {
    return SLICE
        + (slice.member().isPresent() ? " and a.member = ?" : "")
        + (slice.seenBy().isPresent() ? SEEN_BY : "")
        + (slice.after().isPresent() ? " and a.prefix > ?::cidr" : "")
        + " order by a.prefix limit ?";
  }

  static List<Sighted> read(PreparedStatement query, Slice slice) throws SQLException {
    bind(query, slice);
    return Statements.rows(query, PrefixRows::read);
  }

  static void bind(PreparedStatement query, Slice slice) throws SQLException {
    int place = 1;
    query.setObject(place++, slice.incident());
    if (slice.member().isPresent()) {
      query.setString(place++, slice.member().get().text());
    }
    if (slice.seenBy().isPresent()) {
      query.setString(place++, slice.seenBy().get().text());
    }
    if (slice.after().isPresent()) {
      query.setString(place++, slice.after().get().toString());
    }
    query.setInt(place, slice.most());
  }

  private static Sighted read(ResultSet row) throws SQLException {
    String member = row.getString("member");
    Affected affected =
        new Affected(
            Prefix.parse(row.getString("prefix")),
            Prefix.parse(row.getString("of")),
            member.isEmpty() ? Optional.empty() : Optional.of(new MemberId(member)),
            new Asn(row.getLong("expected")),
            new Asn(row.getLong("observed")),
            Cells.instant(row, "begin_at"),
            Cells.perhaps(row, "ended_at"),
            row.getInt("vantages"),
            row.getInt("most"),
            row.getString("path"));
    return new Sighted(affected, owners(row));
  }

  private static Map<Owner, Instant> owners(ResultSet row) throws SQLException {
    String[] owners = (String[]) row.getArray("owners").getArray();
    BigDecimal[] since = (BigDecimal[]) row.getArray("since").getArray();
    Map<Owner, Instant> all = new HashMap<>();
    for (int i = 0; i < owners.length; i++) {
      all.put(new Owner(owners[i]), GlimpseRows.instant(since[i]));
    }
    return all;
  }
}
