package tenbin.spine.collect;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.spine.storage.Database;

/** The book of reports on PostgreSQL; every question is bound to the reporter that asks. */
public final class StoredReports implements ReportBook {
  private static final String SELECT =
      """
      select r.id, r.digest, a.name, r.size, a.received_at, r.state, r.format, r.rows_read,
        r.rows_refused, r.rows_folded
      from report_arrival a join report r on r.id = a.report join party p on p.id = a.reporter
      where p.name = ?\
      """;

  private final Database database;
  private final Path raw;

  /** The book of the hub whose folder this is. */
  public StoredReports(Path data, Database database) {
    this.database = database;
    this.raw = data.resolve("raw");
  }

  @Override
  public List<ReportStatus> reportsOf(MemberId reporter, Instant before, int most) {
    return database.transact(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              SELECT + " and a.received_at < ? order by a.received_at desc, r.id desc limit ?")) {
        query.setString(1, reporter.text());
        query.setTimestamp(2, timestamp(before));
        query.setInt(3, most);
        return statuses(connection, query, reporter);
      }
    });
  }

  @Override
  public Optional<ReportStatus> report(MemberId reporter, Digest digest) {
    return database.transact(connection -> {
      try (PreparedStatement query = connection.prepareStatement(SELECT + " and r.digest = ?")) {
        query.setString(1, reporter.text());
        query.setString(2, digest.hex());
        return statuses(connection, query, reporter).stream().findFirst();
      }
    });
  }

  @Override
  public List<Warning> warnings(MemberId reporter, Digest digest, int from, int most) {
    return database.transact(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              """
              select w.fault, w.part, w.place_row, w.place_offset, w.detail
              from report_warning w join report r on r.id = w.report
              join report_arrival a on a.report = r.id join party p on p.id = a.reporter
              where p.name = ? and r.digest = ? and w.ordinal >= ?
              order by w.ordinal limit ?\
              """)) {
        query.setString(1, reporter.text());
        query.setString(2, digest.hex());
        query.setInt(3, from);
        query.setInt(4, most);
        return warnings(query);
      }
    });
  }

  @Override
  public Optional<Path> raw(MemberId reporter, Digest digest) {
    String hex = digest.hex();
    return report(reporter, digest)
        .map(known -> raw.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex))
        .filter(Files::isReadable);
  }

  private static List<Warning> warnings(PreparedStatement query) throws SQLException {
    List<Warning> found = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        Place place = new Place(row.getString(2), row.getLong(3), row.getLong(4));
        found.add(new Warning(Fault.valueOf(row.getString(1)), place, row.getString(5)));
      }
    }
    return found;
  }

  private static List<ReportStatus> statuses(
      Connection connection, PreparedStatement query, MemberId reporter) throws SQLException {
    List<ReportStatus> found = new ArrayList<>();
    try (ResultSet row = query.executeQuery()) {
      while (row.next()) {
        found.add(
            new ReportStatus(
                new Digest(row.getString(2)),
                reporter,
                row.getString(3),
                row.getLong(4),
                row.getTimestamp(5).toInstant(),
                ReportStatus.State.valueOf(row.getString(6)),
                row.getString(7),
                row.getLong(8),
                row.getLong(9),
                row.getLong(10),
                faults(connection, row.getInt(1))));
      }
    }
    return found;
  }

  private static Map<Fault, Long> faults(Connection connection, int report) throws SQLException {
    Map<Fault, Long> faults = new EnumMap<>(Fault.class);
    try (PreparedStatement query =
        connection.prepareStatement("select fault, times from report_fault where report = ?")) {
      query.setInt(1, report);
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          faults.put(Fault.valueOf(row.getString(1)), row.getLong(2));
        }
      }
    }
    return faults;
  }

  /** PostgreSQL's own range ends in the year 294276. */
  private static Timestamp timestamp(Instant at) {
    Instant last = Instant.parse("9999-12-31T00:00:00Z");
    return Timestamp.from(at.isAfter(last) ? last : at);
  }
}
