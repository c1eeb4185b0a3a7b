package tenbin.hub.wiring;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;
import tenbin.web.table.Habits;

/** Readers' own choices in the hub's database; forgotten a year after they were made. */
final class PostgresHabits implements Habits {
  private static final Duration KEPT = Duration.ofDays(366);

  private final DataSource source;
  private final Clock clock;

  PostgresHabits(DataSource source, Clock clock) {
    this.source = source;
    this.clock = clock;
  }

  @Override
  public Optional<String> of(String actor, String what) {
    return Sql.run(
        source,
        "select choice from habit where actor = ? and what = ?",
        query -> {
          query.setString(1, actor);
          query.setString(2, what);
          try (var row = query.executeQuery()) {
            return row.next() ? Optional.of(row.getString(1)) : Optional.<String>empty();
          }
        });
  }

  @Override
  public void keep(String actor, String what, String choice) {
    Instant now = clock.instant();
    Sql.run(
        source,
        "insert into habit (actor, what, choice, at) values (?, ?, ?, ?) on conflict (actor, what)"
            + " do update set choice = excluded.choice, at = excluded.at",
        put -> {
          put.setString(1, actor);
          put.setString(2, what);
          put.setString(3, choice);
          put.setTimestamp(4, Timestamp.from(now));
          return put.executeUpdate();
        });
    Sql.run(
        source,
        "delete from habit where at < ?",
        old -> {
          old.setTimestamp(1, Timestamp.from(now.minus(KEPT)));
          return old.executeUpdate();
        });
  }
}
