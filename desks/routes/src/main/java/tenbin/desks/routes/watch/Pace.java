package tenbin.desks.routes.watch;

import java.time.Duration;

/**
 * How much there has to be, and how often people are told.
 *
 * @param settle how long an incident is looked at before people are told: what turns out to be part
 *     of a mass within it is told as that
 * @param alone how long a single vantage point has to say it before people are told
 * @param between notices of one incident
 * @param over how long all of it has to be gone before it counts as over
 * @param fold how long after its end the same cause is the same incident
 * @param score reasons below this are kept, but nobody is told
 * @param massPrefixes so many prefixes with one pivot are one thing
 * @param massNetworks and so many origins
 * @param massWithin in this time
 */
public record Pace(
    Duration settle,
    Duration alone,
    Duration between,
    Duration over,
    Duration fold,
    int score,
    int massPrefixes,
    int massNetworks,
    Duration massWithin) {
  /** What circles begin with; each number's reason is in docs/desks/routes.md. */
  public static final Pace USUAL =
      new Pace(
          Duration.ofSeconds(5),
          Duration.ofMinutes(10),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          3,
          50,
          10,
          Duration.ofMinutes(5));
}
