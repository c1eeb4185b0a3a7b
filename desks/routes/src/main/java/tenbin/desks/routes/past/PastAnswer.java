package tenbin.desks.routes.past;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;

/**
 * What was, as far as it was heard and kept.
 *
 * @param kept whether it is kept from the time on that was asked for; else there is nothing here
 * @param first the first time that can be asked; empty where all is kept since the beginning
 * @param lines who had which path at the time, by prefix and vantage point
 * @param steps what changed behind it, in the order of time
 * @param heard how each vantage point stood at the time
 * @param holes times of which something is missing
 * @param next behind which prefix there is more; empty where that was all
 * @param stepsLeft how many changes found no place
 */
public record PastAnswer(
    boolean kept,
    Optional<Instant> first,
    List<Line> lines,
    List<Step> steps,
    List<Heard> heard,
    List<Hole> holes,
    Optional<Prefix> next,
    long stepsLeft) {
  public PastAnswer {
    lines = List.copyOf(lines);
    steps = List.copyOf(steps);
    heard = List.copyOf(heard);
    holes = List.copyOf(holes);
  }

  /** How sure it is. */
  public enum Sure {
    YES,
    /** Words of this vantage point are missing since it told this. */
    PERHAPS
  }

  /**
   * A route that somebody had.
   *
   * @param since when it told so
   */
  public record Line(Vantage from, Prefix prefix, PastRoute route, Instant since, Sure sure) {}

  /**
   * A change.
   *
   * @param route {@link PastRoute#WITHDRAWN} where there is none any more
   */
  public record Step(Instant at, Vantage from, Prefix prefix, PastRoute route, Why why) {}

  /** What made a step. */
  public enum Why {
    ANNOUNCED,
    WITHDRAWN,
    /** Its session ended: nobody knows what it had from then on. */
    LOST
  }

  /** How a vantage point stood. */
  public enum Hearing {
    /** Nothing was heard of it: that it has no line says nothing. */
    NOT,
    /** It told something, not that it was all: what it does not have it may have. */
    PARTLY,
    /** It had told all that it has: where it has no line it had no route. */
    WHOLE
  }

  /**
   * A vantage point at the time.
   *
   * @param since when that was so
   */
  public record Heard(Vantage from, Hearing hearing, Optional<Instant> since) {}

  /**
   * Something is missing.
   *
   * @param from of whom; empty: of all, because what was kept is damaged
   * @param words how many; 0 where nobody knows
   */
  public record Hole(Optional<Vantage> from, Instant begin, Instant end, long words) {}
}
