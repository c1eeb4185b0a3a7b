package tenbin.desks.routes.book;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.State;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;
import tenbin.spine.storage.Statements;

/** The head of an incident in its tables: how it stands, how it stood, whom it touches. */
final class IncidentRows {
  static final String SELECT =
      "select id, kind, by_asn, about, state, begin_at, last_at, ended_at, prefixes, now, vantages,"
          + " vantages_of, score, evidence, others, reopened, worth, change,"
          + " array(select i.member from route_impact i where i.incident = id"
          + "   order by i.prefixes desc, i.member) as members,"
          + " array(select i.prefixes from route_impact i where i.incident = id"
          + "   order by i.prefixes desc, i.member) as touched,"
          + " array(select i.now from route_impact i where i.incident = id"
          + "   order by i.prefixes desc, i.member) as still"
          + " from route_incident ";

  private static final String UPSERT =
      "insert into route_incident (id, kind, by_asn, about, state, begin_at, last_at, ended_at,"
          + " prefixes, now, vantages, vantages_of, score, evidence, others, reopened)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict (id) do update set state = excluded.state, begin_at = excluded.begin_at,"
          + " last_at = excluded.last_at, ended_at = excluded.ended_at,"
          + " prefixes = excluded.prefixes, now = excluded.now, vantages = excluded.vantages,"
          + " vantages_of = excluded.vantages_of, score = excluded.score,"
          + " evidence = excluded.evidence, others = excluded.others,"
          + " reopened = excluded.reopened, change = nextval('route_change')";

  /** A change of state is always kept; of numbers alone as many as a picture shows. */
  private static final String VERSION =
      "insert into route_version"
          + " select ?, coalesce(max(number), 0) + 1, ?, ?, ?, ?, ?, ? from route_version v"
          + " where incident = ? having not exists (select from route_version l"
          + "  where l.incident = ? and l.number = (select max(m.number) from route_version m"
          + "   where m.incident = l.incident) and l.state = ? and ((l.prefixes = ? and l.now = ?"
          + "   and l.vantages = ? and l.score = ?) or l.number >= "
          + MemoryIncidents.MOST_VERSIONS
          + "))";

  private IncidentRows() {}

  static void put(Connection connection, Incident incident) throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(UPSERT)) {
      put.setObject(1, incident.id());
      put.setString(2, incident.cause().kind().name());
      put.setLong(3, incident.cause().by().number());
      put.setString(4, incident.cause().about());
      put.setString(5, incident.state().name());
      put.setObject(6, Cells.time(incident.begin()));
      put.setObject(7, Cells.time(incident.last()));
      put.setObject(8, Cells.time(incident.end()));
      put.setInt(9, incident.prefixes());
      put.setInt(10, incident.now());
      put.setInt(11, incident.vantages());
      put.setInt(12, incident.of());
      put.setInt(13, incident.score());
      put.setString(14, EvidenceText.of(incident.evidence()));
      put.setInt(15, incident.others());
      put.setInt(16, incident.reopened());
      put.executeUpdate();
    }
    version(connection, incident);
    impact(connection, incident);
  }

  private static void version(Connection connection, Incident incident) throws SQLException {
    try (PreparedStatement put = connection.prepareStatement(VERSION)) {
      put.setObject(1, incident.id());
      put.setObject(2, Cells.time(incident.last()));
      put.setString(3, incident.state().name());
      put.setInt(4, incident.prefixes());
      put.setInt(5, incident.now());
      put.setInt(6, incident.vantages());
      put.setInt(7, incident.score());
      put.setObject(8, incident.id());
      put.setObject(9, incident.id());
      put.setString(10, incident.state().name());
      put.setInt(11, incident.prefixes());
      put.setInt(12, incident.now());
      put.setInt(13, incident.vantages());
      put.setInt(14, incident.score());
      put.executeUpdate();
    }
  }

  private static void impact(Connection connection, Incident incident) throws SQLException {
    List<Impact> all = incident.impact();
    if (all.isEmpty()) {
      return;
    }
    try (PreparedStatement put =
        connection.prepareStatement(
            "insert into route_impact select ?, * from unnest(?::text[], ?::int[], ?::int[])"
                + " on conflict (incident, member)"
                + " do update set prefixes = excluded.prefixes, now = excluded.now")) {
      put.setObject(1, incident.id());
      put.setArray(2, Cells.column(put, "text", all, each -> each.member().text()));
      put.setArray(3, Cells.column(put, "int4", all, Impact::prefixes));
      put.setArray(4, Cells.column(put, "int4", all, Impact::now));
      put.executeUpdate();
    }
  }

  static List<Incident> read(PreparedStatement query) throws SQLException {
    return Statements.rows(query, IncidentRows::read);
  }

  static Incident read(ResultSet row) throws SQLException {
    return new Incident(
        row.getObject("id", UUID.class),
        new Cause(
            Kind.valueOf(row.getString("kind")),
            new Asn(row.getLong("by_asn")),
            row.getString("about")),
        State.valueOf(row.getString("state")),
        Cells.instant(row, "begin_at"),
        Cells.instant(row, "last_at"),
        Cells.perhaps(row, "ended_at"),
        row.getInt("prefixes"),
        row.getInt("now"),
        row.getInt("vantages"),
        row.getInt("vantages_of"),
        row.getInt("score"),
        EvidenceText.read(row.getString("evidence")),
        impact(row),
        row.getInt("others"),
        row.getInt("reopened"));
  }

  private static List<Impact> impact(ResultSet row) throws SQLException {
    String[] members = (String[]) row.getArray("members").getArray();
    Integer[] touched = (Integer[]) row.getArray("touched").getArray();
    Integer[] still = (Integer[]) row.getArray("still").getArray();
    return java.util.stream.IntStream.range(0, members.length)
        .mapToObj(i -> new Impact(new MemberId(members[i]), touched[i], still[i]))
        .toList();
  }

  static Version version(ResultSet row) throws SQLException {
    return new Version(
        Cells.instant(row, "at"),
        State.valueOf(row.getString("state")),
        row.getInt("prefixes"),
        row.getInt("now"),
        row.getInt("vantages"),
        row.getInt("score"));
  }
}
