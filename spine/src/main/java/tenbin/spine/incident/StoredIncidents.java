package tenbin.spine.incident;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.incident.IncidentField;
import tenbin.nouns.incident.IncidentReport;
import tenbin.spine.storage.Statements;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Incident reports in PostgreSQL: the tables of {@code V9__portal.sql}. */
public final class StoredIncidents implements IncidentBook {
  private static final String SELECT =
      "select id, subject, holder, told_at, zone, marking, asking, content from incident_report ";

  private final Statements database;

  public StoredIncidents(DataSource source) {
    this.database = new Statements(source);
  }

  @Override
  public void put(IncidentReport report) {
    database.run(
        "insert into incident_report values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
        insert -> {
          insert.setObject(1, report.id());
          insert.setString(2, report.subject().text());
          insert.setString(3, report.holder().text());
          insert.setObject(4, time(report.toldAt()));
          insert.setString(5, report.zone().getId());
          insert.setString(6, report.marking().name());
          insert.setString(7, report.asking().name());
          insert.setString(8, content(report));
          return insert.executeUpdate();
        });
  }

  private static String content(IncidentReport report) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    report.values().forEach((field, value) -> node.put(field.name(), value));
    return node.toString();
  }

  private static Map<IncidentField, String> values(String content) {
    Map<IncidentField, String> values = new EnumMap<>(IncidentField.class);
    JsonMapper.shared()
        .readTree(content)
        .properties()
        .forEach(each ->
            values.put(IncidentField.valueOf(each.getKey()), each.getValue().stringValue()));
    return values;
  }

  @Override
  public List<IncidentReport> all() {
    return database.run(SELECT + "order by told_at, id", StoredIncidents::reports);
  }

  @Override
  public long count() {
    return database.run(
        "select count(*) from incident_report",
        query -> {
          try (ResultSet row = query.executeQuery()) {
            row.next();
            return row.getLong(1);
          }
        });
  }

  @Override
  public List<IncidentReport> of(PartyId subject) {
    return database.run(
        SELECT + "where subject = ? order by told_at desc, id",
        query -> {
          query.setString(1, subject.text());
          return reports(query);
        });
  }

  private static List<IncidentReport> reports(PreparedStatement query) throws SQLException {
    List<IncidentReport> found = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(
            new IncidentReport(
                row.getObject(1, UUID.class),
                new PartyId(row.getString(2)),
                new PartyId(row.getString(3)),
                instant(row, 4),
                ZoneId.of(row.getString(5)),
                Tlp.valueOf(row.getString(6)),
                IncidentReport.Asking.valueOf(row.getString(7)),
                values(row.getString(8))));
      }
    }
    return found;
  }

  @Override
  public List<Review> reviews() {
    return database.run(
        "select report, field, digest, person, at, refused from incident_review order by at",
        query -> {
          List<Review> found = new ArrayList<>();
          try (ResultSet row = query.executeQuery()) {
            while (row.next()) {
              found.add(
                  new Review(
                      row.getObject(1, UUID.class),
                      IncidentField.valueOf(row.getString(2)),
                      row.getString(3),
                      row.getString(4),
                      instant(row, 5),
                      row.getBoolean(6)));
            }
          }
          return found;
        });
  }

  @Override
  public void reviewed(Review review) {
    database.run(
        "insert into incident_review values (?, ?, ?, ?, ?, ?)"
            + " on conflict (report, field, digest) do update"
            + " set person = excluded.person, at = excluded.at, refused = excluded.refused",
        insert -> {
          insert.setObject(1, review.report());
          insert.setString(2, review.field().name());
          insert.setString(3, review.digest());
          insert.setString(4, review.person());
          insert.setObject(5, time(review.at()));
          insert.setBoolean(6, review.refused());
          return insert.executeUpdate();
        });
  }

  private static OffsetDateTime time(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
