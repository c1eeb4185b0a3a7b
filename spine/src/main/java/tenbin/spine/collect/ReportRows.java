package tenbin.spine.collect;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.OneWriter;
import tenbin.spine.storage.Parties;

/** The tables of reports as the intake writes them. */
final class ReportRows {
  private final Database database;
  private final OneWriter only;
  private final Parties parties;

  ReportRows(Database database, OneWriter only, Parties parties) {
    this.database = database;
    this.only = only;
    this.parties = parties;
  }

  /** Size of a report that this reporter was acknowledged for; -1 when it was not. */
  long acknowledged(MemberId reporter, Digest digest) {
    return database.transact(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              """
              select r.size from report r join report_arrival a on a.report = r.id
              join party p on p.id = a.reporter where p.name = ? and r.digest = ?\
              """)) {
        query.setString(1, reporter.text());
        query.setString(2, digest.hex());
        return number(query, -1);
      }
    });
  }

  /** Whether a report has still to be read: only then are its bytes needed. */
  boolean isStillToRead(Digest digest) {
    return database.transact(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              "select count(*) from report where digest = ? and state in ('WAITING', 'READING')")) {
        query.setString(1, digest.hex());
        return number(query, 0) > 0;
      }
    });
  }

  /** Reports and bytes that wait: of one reporter, then of all. */
  record Waiting(long reports, long bytes, long hubReports, long hubBytes) {}

  Waiting waiting(MemberId reporter) {
    int party = parties.find(reporter).orElse(Parties.NOBODY);
    return database.transact(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              """
              select count(*) filter (where reporter = ?),
                coalesce(sum(size) filter (where reporter = ?), 0),
                count(*), coalesce(sum(size), 0)
              from report where state in ('WAITING', 'READING')\
              """)) {
        query.setInt(1, party);
        query.setInt(2, party);
        try (ResultSet row = query.executeQuery()) {
          row.next();
          return new Waiting(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
      }
    });
  }

  /** Refuses while another session may have the hub's lock. */
  void refuseWithoutLock() throws UploadRefused {
    if (!database.transact(only::isHeld)) {
      throw withoutLock();
    }
  }

  private static UploadRefused withoutLock() {
    return new UploadRefused(
        UploadRefused.Cause.NOT_NOW, "the hub has lost its place at the database; come again soon");
  }

  /**
   * Files the acknowledged report as its reporter's own, whoever sent the same bytes before. The
   * lock is looked for in the same transaction: who lost it must not promise anything.
   */
  void acknowledge(Arrival arrival, Digest digest, long size, Instant at) throws UploadRefused {
    int party = parties.numberOf(arrival.reporter());
    boolean filed =
        database.transact(connection -> {
          if (!only.isHeld(connection)) {
            return false;
          }
          insertReport(connection, arrival, party, digest, size, at);
          insertArrival(connection, arrival, party, digest, at);
          return true;
        });
    if (!filed) {
      throw withoutLock();
    }
  }

  private static void insertReport(
      Connection connection, Arrival arrival, int party, Digest digest, long size, Instant at)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into report (digest, reporter, name, feed, marking, mapping, size, received_at,
              state) values (?, ?, ?, ?, ?, ?, ?, ?, 'WAITING') on conflict do nothing\
            """)) {
      insert.setString(1, digest.hex());
      insert.setInt(2, party);
      insert.setString(3, arrival.name());
      insert.setString(4, arrival.feed());
      insert.setString(5, arrival.marking().map(Enum::name).orElse(null));
      insert.setString(6, arrival.mapping().orElse(null));
      insert.setLong(7, size);
      insert.setTimestamp(8, Timestamp.from(at));
      insert.executeUpdate();
    }
  }

  private static void insertArrival(
      Connection connection, Arrival arrival, int party, Digest digest, Instant at)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            insert into report_arrival (reporter, report, name, received_at)
            select reporter, id, ?, ? from report where digest = ? and reporter = ?
            on conflict do nothing\
            """)) {
      insert.setString(1, arrival.name());
      insert.setTimestamp(2, Timestamp.from(at));
      insert.setString(3, digest.hex());
      insert.setInt(4, party);
      insert.executeUpdate();
    }
  }

  private static long number(PreparedStatement query, long otherwise) throws SQLException {
    try (ResultSet row = query.executeQuery()) {
      return row.next() ? row.getLong(1) : otherwise;
    }
  }
}
