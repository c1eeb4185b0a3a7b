package tenbin.desks.routes.book;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenbin.desks.routes.incident.Impact;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;
import tenbin.spine.storage.Statements;

/** Questions about a share of an incident: the same prefixes stand behind each. */
final class ShareRows {
  /** Who saw a prefix is looked up for each by itself: a planner without statistics joins badly. */
  private static final String SHARE =
      "with share as (select a.prefix, a.member, a.ended_at,"
          + " coalesce(s.since, a.begin_at) as since, s.owners from route_affected a"
          + " cross join lateral (select min(x.since) as since, count(*) as seen,"
          + " coalesce(array_agg(x.owner), '{}') as owners from route_seen x"
          + " where x.incident = a.incident and x.prefix = a.prefix and x.owner = any(?)) s"
          + " where a.incident = ? and (? = '' or a.member = ?) and (s.seen > 0 or (? and not exists"
          + " (select from route_seen o where o.incident = a.incident and o.prefix = a.prefix)))) ";

  static final String EXTENT =
      SHARE
          + "select count(*) as prefixes, count(*) filter (where ended_at is null) as now,"
          + " min(since) as since, max(ended_at) as ended, array(select prefix::text from share"
          + " order by prefix limit "
          + Glimpse.SAMPLE
          + ") as sample, array(select distinct unnest(owners) from share) as owners from share";

  static final String IMPACT =
      SHARE
          + "select member, count(*) as prefixes, count(*) filter (where ended_at is null) as now"
          + " from share where member <> '' group by member order by prefixes desc, member";

  static final String GROWTH =
      SHARE
          + ", steps as (select date_trunc('second', since) as at, 1 as came, 1 as goes from share"
          + " union all select date_trunc('second', ended_at), 0, -1 from share"
          + " where ended_at is not null)"
          + " select at, sum(sum(came)) over (order by at) as prefixes,"
          + " sum(sum(goes)) over (order by at) as now from steps group by at order by at";

  private ShareRows() {}

  static void set(PreparedStatement query, Share share) throws SQLException {
    String member = share.member().map(MemberId::text).orElse("");
    query.setArray(1, Cells.column(query, "text", List.copyOf(share.owners()), Owner::text));
    query.setObject(2, share.incident());
    query.setString(3, member);
    query.setString(4, member);
    query.setBoolean(5, share.unknown());
  }

  static Extent extent(ResultSet row) throws SQLException {
    int now = row.getInt("now");
    Optional<Instant> end = now > 0 ? Optional.empty() : Cells.perhaps(row, "ended");
    List<Prefix> sample =
        Stream.of((String[]) row.getArray("sample").getArray()).map(Prefix::parse).toList();
    Set<Owner> owners =
        Stream.of((String[]) row.getArray("owners").getArray())
            .filter(Objects::nonNull)
            .map(Owner::new)
            .collect(Collectors.toSet());
    return new Extent(
        row.getInt("prefixes"), now, Cells.perhaps(row, "since"), end, sample, owners);
  }

  static Impact impact(ResultSet row) throws SQLException {
    return new Impact(
        new MemberId(row.getString("member")), row.getInt("prefixes"), row.getInt("now"));
  }

  static Growth growth(ResultSet row) throws SQLException {
    return new Growth(Cells.instant(row, "at"), row.getInt("prefixes"), row.getInt("now"));
  }

  static <T> List<T> rows(PreparedStatement query, Share share, Statements.Reading<T> reading)
      throws SQLException {
    set(query, share);
    return Statements.rows(query, reading);
  }
}
