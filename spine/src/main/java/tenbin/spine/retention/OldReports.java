package tenbin.spine.retention;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * Raw reports that are read and that nobody sent lately. Their bytes go and the warnings that quote
 * them; the line with digest, counts and reporters stays, so that the same bytes sent again still
 * change nothing.
 */
final class OldReports {
  private static final String NEWEST =
      "(select max(a.received_at) from report_arrival a join report s on s.id = a.report"
          + " where s.digest = r.digest)";

  /**
   * Whoever sent the same bytes after they were gone gets their time anew; as long as one reporter
   * of theirs needs them, they stay.
   */
  private static final String OLD =
      " from report r where r.state in ('READ', 'REFUSED')"
          + " and not exists (select 1 from report s where s.digest = r.digest"
          + " and s.state not in ('READ', 'REFUSED')) and r.received_at < ? and "
          + NEWEST
          + " < ? and (r.raw_gone_at is null or r.raw_gone_at < "
          + NEWEST
          + ")";

  private OldReports() {}

  /** A report whose bytes go. */
  record Old(int id, String digest, long size) {}

  static Removal measure(Connection connection, Instant start) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement("select count(*), coalesce(sum(r.size), 0)" + OLD)) {
      bind(query, start);
      try (ResultSet row = query.executeQuery()) {
        row.next();
        return new Removal(Removal.What.RAW_REPORTS, start, row.getLong(1), row.getLong(2));
      }
    }
  }

  static List<Old> some(Connection connection, Instant start, int most) throws SQLException {
    try (PreparedStatement query =
        connection.prepareStatement(
            "select r.id, r.digest, r.size" + OLD + " order by r.id limit " + most)) {
      bind(query, start);
      List<Old> old = new ArrayList<>();
      try (ResultSet row = query.executeQuery()) {
        while (row.next()) {
          old.add(new Old(row.getInt(1), row.getString(2), row.getLong(3)));
        }
      }
      return old;
    }
  }

  private static void bind(PreparedStatement query, Instant start) throws SQLException {
    query.setTimestamp(1, Timestamp.from(start));
    query.setTimestamp(2, Timestamp.from(start));
  }

  /** First the bytes, then the mark: a crash between them is made good by the next round. */
  static void remove(Connection connection, Path raw, List<Old> old, Instant now)
      throws SQLException {
    try (PreparedStatement mark =
            connection.prepareStatement("update report set raw_gone_at = ? where id = ?");
        PreparedStatement warnings =
            connection.prepareStatement("delete from report_warning where report = ?")) {
      for (Old each : old) {
        delete(raw, each.digest);
        mark.setTimestamp(1, Timestamp.from(now));
        mark.setInt(2, each.id);
        mark.addBatch();
        warnings.setInt(1, each.id);
        warnings.addBatch();
      }
      mark.executeBatch();
      warnings.executeBatch();
    }
  }

  private static void delete(Path raw, String hex) {
    try {
      Files.deleteIfExists(
          raw.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex));
    } catch (IOException failed) {
      throw new UncheckedIOException("cannot remove raw report " + hex, failed);
    }
  }
}
