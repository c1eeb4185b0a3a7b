package tenbin.spine.collect;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Optional;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Database;

/** The reports that wait, oldest first: on disk, however many. */
final class ReportQueue {
  private final Database database;

  ReportQueue(Database database) {
    this.database = database;
  }

  /** The oldest, some left out. */
  Optional<WaitingReport> oldest(Collection<Integer> without) {
    return database.transact(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement(
              """
              select r.id, r.digest, p.name, r.reporter, r.name, r.marking, r.mapping,
                r.received_at, r.progress, r.warnings_kept
              from report r join party p on p.id = r.reporter
              where r.state in ('WAITING', 'READING') and r.id <> all (?)
              order by r.id limit 1\
              """)) {
        query.setArray(1, connection.createArrayOf("int4", without.toArray()));
        try (ResultSet row = query.executeQuery()) {
          return row.next() ? Optional.of(waiting(row)) : Optional.empty();
        }
      }
    });
  }

  private static WaitingReport waiting(ResultSet row) throws SQLException {
    return new WaitingReport(
        row.getInt(1),
        new Digest(row.getString(2)),
        new MemberId(row.getString(3)),
        row.getInt(4),
        row.getString(5),
        Optional.ofNullable(row.getString(6)).map(Tlp::valueOf),
        Optional.ofNullable(row.getString(7)),
        row.getTimestamp(8).toInstant(),
        row.getLong(9),
        row.getInt(10));
  }
}
