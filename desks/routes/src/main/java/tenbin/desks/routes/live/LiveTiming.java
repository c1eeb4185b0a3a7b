package tenbin.desks.routes.live;

import java.time.Duration;
import tenbin.desks.routes.rislive.RisTiming;

/**
 * How often a watch looks at what.
 *
 * @param settle so long after the last table is whole the watch begins; one who has no table to
 *     tell counts so long after its first word
 * @param quiet a router that sends no end of its table has told it when nothing came for so long
 * @param look pause between two looks at references and at how things are
 * @param review pause between two decisions about who counts
 * @param firstKept so long after the begin the state is written for the first time
 * @param kept and so often from then on
 * @param ris how RIS Live is listened to
 */
public record LiveTiming(
    Duration settle,
    Duration quiet,
    Duration look,
    Duration review,
    Duration firstKept,
    Duration kept,
    RisTiming ris) {
  /** Routers that came up at one time tell their tables within a minute. */
  public static final LiveTiming USUAL =
      new LiveTiming(
          Duration.ofSeconds(60),
          Duration.ofSeconds(60),
          Duration.ofSeconds(2),
          Duration.ofMinutes(1),
          Duration.ofMinutes(1),
          Duration.ofHours(1),
          RisTiming.USUAL);

  public LiveTiming {
    if (settle.isNegative() || quiet.isNegative()) {
      throw new IllegalArgumentException(
          "settle and quiet are numbers of seconds: " + settle + ", " + quiet);
    }
  }

  /** The same with another time to settle. */
  public LiveTiming settling(Duration other) {
    return new LiveTiming(other, quiet, look, review, firstKept, kept, ris);
  }

  /** The same with another pause between two looks. */
  public LiveTiming looking(Duration other) {
    return new LiveTiming(settle, quiet, other, review, firstKept, kept, ris);
  }

  /** The same with another time after which quiet is the end of a table. */
  public LiveTiming quietFor(Duration other) {
    return new LiveTiming(settle, other, look, review, firstKept, kept, ris);
  }
}
