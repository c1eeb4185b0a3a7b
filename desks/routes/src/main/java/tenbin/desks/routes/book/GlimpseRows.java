package tenbin.desks.routes.book;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tenbin.nouns.net.Prefix;

/** What lists show of incidents, in one question. */
final class GlimpseRows {
  /** Prefixes of one member, whose name is the question's first word. */
  static final String OF_MEMBER = " and a.member = ?";

  /** Prefixes that one owner's feeds saw, likewise. */
  static final String SEEN_BY =
      " and exists (select from route_seen s where s.incident = a.incident"
          + " and s.prefix = a.prefix and s.owner = ?)";

  static final String NEWEST = "order by last_at desc, id limit ?";

  private static final String MORE =
      "array(select v.owner from route_vantage v where v.incident = id group by v.owner"
          + " order by v.owner) as owners,"
          + " array(select count(*) from route_vantage v where v.incident = id group by v.owner"
          + " order by v.owner) as routers,"
          + " array(select extract(epoch from min(v.first_at)) from route_vantage v"
          + " where v.incident = id group by v.owner order by v.owner) as since,"
          + " array(select a.prefix::text from route_affected a where a.incident = id%s"
          + " order by a.prefix limit "
          + Glimpse.SAMPLE
          + ") as sample";

  private GlimpseRows() {}

  static String select(String sample) {
    return IncidentRows.SELECT.replace(
        " from route_incident ", ", " + MORE.formatted(sample) + " from route_incident ");
  }

  static Glimpse read(ResultSet row) throws SQLException {
    List<Prefix> sample =
        Stream.of((String[]) row.getArray("sample").getArray()).map(Prefix::parse).toList();
    return new Glimpse(IncidentRows.read(row), witnesses(row), sample);
  }

  private static Map<Owner, Glimpse.Witness> witnesses(ResultSet row) throws SQLException {
    String[] owners = (String[]) row.getArray("owners").getArray();
    Long[] routers = (Long[]) row.getArray("routers").getArray();
    BigDecimal[] since = (BigDecimal[]) row.getArray("since").getArray();
    Map<Owner, Glimpse.Witness> all = new HashMap<>();
    for (int i = 0; i < owners.length; i++) {
      all.put(new Owner(owners[i]), new Glimpse.Witness(routers[i].intValue(), instant(since[i])));
    }
    return all;
  }

  /** Seconds of the epoch, as fine as the database keeps them. */
  static Instant instant(BigDecimal seconds) {
    return Instant.EPOCH.plus(seconds.movePointRight(6).longValue(), ChronoUnit.MICROS);
  }
}
