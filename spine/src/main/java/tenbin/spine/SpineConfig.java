package tenbin.spine;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import tenbin.spine.collect.IntakeLimits;
import tenbin.wire.Limits;
import tenbin.wire.Reader;

/**
 * What a spine is opened with.
 *
 * @param data the hub's folder: raw reports, secrets, tables, the embedded database
 * @param database the URL of a PostgreSQL of the operator's own; empty for the embedded one
 * @param circle the circle file; empty goes on with the circle that is stored
 * @param readers of every format, the more particular ones first
 * @param intake what may wait
 * @param reading what may be spent on one report
 * @param clock the hub's time
 */
public record SpineConfig(
    Path data,
    Optional<String> database,
    Optional<Path> circle,
    List<Reader> readers,
    IntakeLimits intake,
    Limits reading,
    Clock clock) {
  public SpineConfig {
    readers = List.copyOf(readers);
  }

  /** The usual limits, the embedded database, the system's clock. */
  public static SpineConfig of(Path data, Optional<Path> circle, List<Reader> readers) {
    return new SpineConfig(
        data,
        Optional.empty(),
        circle,
        readers,
        IntakeLimits.USUAL,
        Limits.USUAL,
        Clock.systemUTC());
  }

  public SpineConfig withDatabase(String url) {
    return new SpineConfig(data, Optional.of(url), circle, readers, intake, reading, clock);
  }

  public SpineConfig withIntake(IntakeLimits limits) {
    return new SpineConfig(data, database, circle, readers, limits, reading, clock);
  }

  public SpineConfig withClock(Clock other) {
    return new SpineConfig(data, database, circle, readers, intake, reading, other);
  }
}
