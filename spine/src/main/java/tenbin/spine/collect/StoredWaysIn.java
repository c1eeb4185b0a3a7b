package tenbin.spine.collect;

import java.io.IOException;
import java.io.InputStream;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.storage.Database;

/** The ways in, with one line each in the database. */
public final class StoredWaysIn implements WaysIn {
  private final Intake intake;
  private final Database database;
  private final InstantSource clock;

  public StoredWaysIn(Intake intake, Database database, InstantSource clock) {
    this.intake = intake;
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Intake by(String way) {
    return new Counted(way);
  }

  @Override
  public List<LastIn> last() {
    return database.transact(connection -> {
      try (PreparedStatement query =
              connection.prepareStatement("select name, last_at, reports from way_in order by 1");
          ResultSet row = query.executeQuery()) {
        List<LastIn> all = new ArrayList<>();
        while (row.next()) {
          all.add(new LastIn(row.getString(1), row.getTimestamp(2).toInstant(), row.getLong(3)));
        }
        return all;
      }
    });
  }

  private void count(String way) {
    database.transact(connection -> {
      try (PreparedStatement upsert =
          connection.prepareStatement(
              "insert into way_in as w (name, last_at, reports) values (?, ?, 1) on conflict"
                  + " (name) do update set last_at = greatest(w.last_at, excluded.last_at),"
                  + " reports = w.reports + 1")) {
        upsert.setString(1, way);
        upsert.setTimestamp(2, Timestamp.from(clock.instant()));
        return upsert.executeUpdate();
      }
    });
  }

  /** The intake under a name. */
  private final class Counted implements Intake {
    private final String way;

    Counted(String way) {
      this.way = way;
    }

    private Progress counted(Progress progress) {
      if (progress.acknowledged() && !progress.knownBefore()) {
        count(way);
      }
      return progress;
    }

    @Override
    public Progress progress(MemberId reporter, Digest digest) {
      return intake.progress(reporter, digest);
    }

    @Override
    public Progress append(Upload upload, long offset, InputStream bytes)
        throws IOException, UploadRefused {
      return counted(intake.append(upload, offset, bytes));
    }

    @Override
    public Progress accept(Arrival arrival, InputStream bytes) throws IOException, UploadRefused {
      return counted(intake.accept(arrival, bytes));
    }
  }
}
