package tenbin.desks.routes.health;

import java.time.Duration;

/**
 * From where on a vantage point is what.
 *
 * @param silent at least this long, however lively it usually is
 * @param silentAtMost after this long in any case
 * @param stale so long after the last of the others withdrew a route
 * @param oldRoutes so many of those
 * @param fullShare a table of this share of the largest is a full one; one of IPv4 alone is
 * @param garbage so many announcements of what is never announced, within about an hour
 * @param garbageShare and this share of what it announces
 * @param alone so many things that look wrong and that nobody else shows
 * @param aloneShare and this share of all that look wrong at it
 * @param storm so many withdrawals within about five minutes
 * @param stormShare and this share of its table
 */
public record Thresholds(
    Duration silent,
    Duration silentAtMost,
    Duration stale,
    int oldRoutes,
    double fullShare,
    int garbage,
    double garbageShare,
    int alone,
    double aloneShare,
    int storm,
    double stormShare) {
  /**
   * The usual ones. Routes that hang on are few and last longer than an hour and a half (Fontugne
   * et al., PAM 2019, "BGP Zombies").
   */
  public static final Thresholds USUAL =
      new Thresholds(
          Duration.ofMinutes(5),
          Duration.ofHours(24),
          Duration.ofMinutes(90),
          20,
          0.75,
          1_000,
          0.2,
          100,
          0.9,
          1_000,
          0.05);
}
