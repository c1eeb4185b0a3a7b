package tenbin.hub.run;

import java.time.Duration;
import java.util.List;
import tenbin.spine.Knowledge;
import tenbin.spine.Spine;
import tenbin.spine.health.HealthBook;

/** What a running hub does by itself every now and then. */
record Rounds(List<Round> all) implements AutoCloseable {
  /** What somebody who typed the command waits; a look reads one line. */
  private static final Duration CIRCLE = Duration.ofSeconds(2);

  /**
   * A ground that ended counts within a second, wherever it was recorded; a look reads a number.
   */
  private static final Duration GROUNDS = Duration.ofMillis(400);

  /** A new table is used within a minute: it came once a day, and one look reads names only. */
  private static final Duration TABLES = Duration.ofSeconds(20);

  /** A tenth of a head's tick: a look that finds nothing due compares two numbers. */
  private static final Duration HEADS = Duration.ofSeconds(1);

  /** A start is for the reports that wait; what is a year old waits a little longer. */
  private static final Round.Rhythm RETENTION =
      new Round.Rhythm(Duration.ofMinutes(10), Duration.ofDays(1));

  /** A day is published two days later; an hour more is nothing. A look compares days. */
  private static final Round.Rhythm STATISTICS =
      new Round.Rhythm(Duration.ofMinutes(1), Duration.ofHours(1));

  /** Fewer rows are counted before anybody notices. */
  private static final long MANY = 100_000;

  /** Before anybody looks after a start; then as rows come in. A look that finds few is nothing. */
  private static final Round.Rhythm COUNTS =
      new Round.Rhythm(Duration.ofSeconds(5), Duration.ofSeconds(20));

  static Rounds of(Spine spine, TableShelf tables, HealthBook health) {
    return new Rounds(
        List.of(
            new Round("circle", Round.Rhythm.every(CIRCLE), spine::lookForCircle, health),
            new Round("grounds", Round.Rhythm.every(GROUNDS), spine::lookForGrounds, health),
            new Round("pseudonyms", Round.Rhythm.every(CIRCLE), spine::lookForPseudonyms, health),
            new Round("statistics", STATISTICS, spine::publishStatistics, health),
            new Round("counts", COUNTS, () -> spine.deliveries().countAhead(MANY), health),
            new Round("retention", RETENTION, spine::removeOverdue, health),
            new Round(
                "tables",
                Round.Rhythm.every(TABLES),
                () -> tables.look(read -> spine.know(Knowledge.with(read))),
                health),
            new Round(
                "ledger-heads", Round.Rhythm.every(HEADS), () -> spine.heads().cutDue(), health)));
  }

  void start() {
    all.forEach(Round::start);
  }

  @Override
  public void close() {
    all.forEach(Round::close);
  }
}
