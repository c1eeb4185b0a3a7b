package tenbin.spine.roster;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.MemberId;
import tenbin.spine.storage.Database;

/** The roster whose versions lie in the database as the text that people wrote. */
public final class StoredRoster implements Roster {
  private static final Logger AUDIT = LoggerFactory.getLogger("tenbin.audit");

  private final Database database;
  private final Clock clock;
  private final Rules rules;
  private volatile State state;

  /** The circle file's own circle, from which the one that stands has grown. */
  private Circle file;

  /**
   * What the roster asks others for.
   *
   * @param read makes the circle of its text
   * @param growth what it grew by beside its file
   * @param settling who is invited and has not signed yet
   * @param conflicts finds what two members claim at once
   * @param judged refuses a circle that cannot stand, before it is stored
   * @param swapped is told every new circle before it stands
   */
  public record Rules(
      Function<String, Circle> read,
      UnaryOperator<Circle> growth,
      Predicate<MemberId> settling,
      Function<Circle, List<Conflict>> conflicts,
      Consumer<Circle> judged,
      Consumer<Circle> swapped) {}

  private record State(Circle circle, List<Conflict> conflicts) {}

  /** The roster with a text where one is given, else with the newest one stored. */
  public StoredRoster(
      Database database, Clock clock, Rules rules, Optional<String> given, Circle none) {
    this.database = database;
    this.clock = clock;
    this.rules = rules;
    this.state = new State(none, List.of());
    this.file = none;
    Optional<String> stored = newestFile(database);
    if (given.isPresent() && !given.equals(stored)) {
      replace(rules.read().apply(given.get()), given.get());
    } else {
      stored.map(rules.read()).ifPresentOrElse(this::take, () -> swap(none));
    }
  }

  @Override
  public Circle circle() {
    return state.circle;
  }

  @Override
  public List<Conflict> conflicts() {
    return state.conflicts;
  }

  @Override
  public synchronized void replace(Circle circle, String yaml) {
    rules.judged().accept(rules.growth().apply(circle));
    put(database, clock, circle, yaml);
    take(circle);
  }

  @Override
  public boolean isSettling(MemberId id) {
    return rules.settling().test(id);
  }

  @Override
  public synchronized void grow() {
    Circle grown = rules.growth().apply(file);
    if (!grown.version().equals(state.circle.version())) {
      rules.judged().accept(grown);
      take(file);
    }
  }

  /** Lets what grew out of a file's circle stand; that is kept too, as replays ask for it. */
  private void take(Circle read) {
    Circle grown = rules.growth().apply(read);
    if (!grown.version().equals(read.version())) {
      database.transact(
          connection -> store(connection, clock.instant(), grown, CircleFile.write(grown), true));
    }
    file = read;
    swap(grown);
  }

  /**
   * Takes the circle that somebody else put into the database, if there is a newer one.
   *
   * @return whether another circle stands now
   */
  public synchronized boolean look() {
    Optional<String> version = newestVersion();
    if (version.isEmpty() || version.get().equals(file.version())) {
      return false;
    }
    Circle circle = rules.read().apply(newestFile(database).orElseThrow());
    take(circle);
    AUDIT.info("actor=hub act=take-circle object={}", circle.version());
    return true;
  }

  /** Puts a circle into the database for the hub that runs on it. */
  public static void put(Database database, Clock clock, Circle circle, String yaml) {
    database.transact(connection -> store(connection, clock.instant(), circle, yaml, false));
  }

  private void swap(Circle circle) {
    List<Conflict> conflicts = List.copyOf(rules.conflicts().apply(circle));
    rules.swapped().accept(circle);
    state = new State(circle, conflicts);
  }

  private static Circle store(
      Connection connection, Instant since, Circle circle, String yaml, boolean grown)
      throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            "insert into circle (version, yaml, since, grown) values (?, ?, ?, ?) on conflict"
                + " (version) do update set since = excluded.since, grown = circle.grown and"
                + " excluded.grown")) {
      insert.setString(1, circle.version());
      insert.setString(2, yaml);
      insert.setTimestamp(3, Timestamp.from(since));
      insert.setBoolean(4, grown);
      insert.executeUpdate();
    }
    return circle;
  }

  private Optional<String> newestVersion() {
    return one(database, "version", "where not grown");
  }

  /** The circle file of a version that stood once, as people wrote it. */
  public static Optional<String> version(Database database, String version) {
    return database.transact(connection -> {
      try (PreparedStatement query =
          connection.prepareStatement("select yaml from circle where version = ?")) {
        query.setString(1, version);
        try (ResultSet row = query.executeQuery()) {
          return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
        }
      }
    });
  }

  /**
   * The circle that stands, as text: as people wrote it, or as it was written when it had grown.
   */
  public static Optional<String> newest(Database database) {
    return one(database, "yaml", "");
  }

  /** The newest circle file that a database holds, as people wrote it. */
  private static Optional<String> newestFile(Database database) {
    return one(database, "yaml", "where not grown");
  }

  private static Optional<String> one(Database database, String column, String which) {
    return database.transact(connection -> {
      try (PreparedStatement query =
              connection.prepareStatement(
                  "select "
                      + column
                      + " from circle "
                      + which
                      + " order by since desc, grown desc limit 1");
          ResultSet row = query.executeQuery()) {
        return row.next() ? Optional.of(row.getString(1)) : Optional.empty();
      }
    });
  }
}
