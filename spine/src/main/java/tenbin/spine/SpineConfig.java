package tenbin.spine;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import tenbin.spine.collect.IntakeLimits;
import tenbin.spine.collect.Way;
import tenbin.wire.Formats;
import tenbin.wire.Limits;
import tenbin.wire.standard.StandardFormats;

/**
 * What a spine is opened with.
 *
 * @param data the hub's folder: raw reports, secrets, tables, the embedded database
 * @param database the URL of a PostgreSQL of the operator's own; empty for the embedded one
 * @param circle the circle file; empty goes on with the circle that is stored
 * @param policy the folder of policy files; empty goes on with those that are stored
 * @param formats that are read
 * @param findings takes what correlation finds, after it is committed; must bear one twice
 * @param intake what may wait
 * @param reading what may be spent on one report
 * @param foldBytes memory for knowing duplicates, 30 to 38 bytes a row: 384 MiB hold a day of ten
 *     million rows. Beyond it the days used longest ago are forgotten, and loaded again from the
 *     database before their next row is looked up; the day in use is always held whole, however
 *     many rows it has
 * @param clock the hub's time
 */
public record SpineConfig(
    Path data,
    Optional<String> database,
    Optional<Path> circle,
    Optional<Path> policy,
    Formats formats,
    Way.FindingSink findings,
    IntakeLimits intake,
    Limits reading,
    long foldBytes,
    Clock clock) {
  private static final long USUAL_FOLD_BYTES = 384L << 20;

  /** The usual limits, the embedded database, the system's clock, findings told to nobody. */
  public static SpineConfig of(Path data, Optional<Path> circle, Formats formats) {
    return new SpineConfig(
        data,
        Optional.empty(),
        circle,
        Optional.empty(),
        formats,
        findings -> {},
        IntakeLimits.USUAL,
        Limits.USUAL,
        USUAL_FOLD_BYTES,
        Clock.systemUTC());
  }

  /** As {@link #of} with every format of this version. */
  public static SpineConfig of(Path data, Optional<Path> circle) {
    return of(data, circle, StandardFormats.all());
  }

  public SpineConfig withDatabase(String url) {
    return new SpineConfig(
        data,
        Optional.of(url),
        circle,
        policy,
        formats,
        findings,
        intake,
        reading,
        foldBytes,
        clock);
  }

  public SpineConfig withPolicy(Path folder) {
    return new SpineConfig(
        data,
        database,
        circle,
        Optional.of(folder),
        formats,
        findings,
        intake,
        reading,
        foldBytes,
        clock);
  }

  public SpineConfig withFindings(Way.FindingSink sink) {
    return new SpineConfig(
        data, database, circle, policy, formats, sink, intake, reading, foldBytes, clock);
  }

  public SpineConfig withIntake(IntakeLimits limits) {
    return new SpineConfig(
        data, database, circle, policy, formats, findings, limits, reading, foldBytes, clock);
  }

  public SpineConfig withFoldBytes(long bytes) {
    return new SpineConfig(
        data, database, circle, policy, formats, findings, intake, reading, bytes, clock);
  }

  public SpineConfig withClock(Clock other) {
    return new SpineConfig(
        data, database, circle, policy, formats, findings, intake, reading, foldBytes, other);
  }
}
