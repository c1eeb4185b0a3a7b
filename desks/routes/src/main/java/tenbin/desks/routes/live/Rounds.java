package tenbin.desks.routes.live;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * What the watch does by the clock: it begins, decides who counts, tells what is due, has put up
 * how things are and written what is kept. One thread, but for {@link #hasBegun}.
 */
final class Rounds {
  private static final long MINUTE = 60_000_000;

  /** Ten times a second. */
  private static final long BEAT = 100_000;

  /** What is to be done now and then, by the same thread. */
  interface Work {
    /** Puts up how things are. */
    void publish(long micros);

    /** Writes what is kept. */
    void keep(Keeping.Why why);

    /** Says something that people should know. */
    void say(String words);
  }

  private final Heart heart;
  private final LiveTiming timing;
  private final Clock clock;
  private final Work work;
  private volatile boolean begun;
  private long newest;
  private long beat;
  private long review;
  private long published;
  private long keepAt;

  Rounds(Heart heart, LiveTiming timing, Clock clock, Work work) {
    this.heart = heart;
    this.timing = timing;
    this.clock = clock;
    this.work = work;
  }

  static long micros(Duration time) {
    return time.toNanos() / 1_000;
  }

  /** The clock's time, microseconds of the epoch. */
  long now() {
    Instant now = clock.instant();
    return now.getEpochSecond() * 1_000_000 + now.getNano() / 1_000;
  }

  /** A route came of this time. */
  void told(long micros) {
    newest = micros;
  }

  boolean hasBegun() {
    return begun;
  }

  /** What is new from a time on is news. */
  void begin(long micros) {
    heart.counted().begin(micros, now());
    keepAt = now() + micros(timing.firstKept());
    work.say(
        "the watch begins: %d prefixes, %d routers"
            .formatted(heart.table().prefixes(), heart.table().vantages()));
    begun = true;
  }

  /**
   * Looks at the clock.
   *
   * @param isOnlyFiles what is news is then said by their times
   */
  void pulse(boolean isOnlyFiles) {
    long now = now();
    if (now - beat < BEAT) {
      return;
    }
    beat = now;
    heart.counted().now(now);
    if (!begun && heart.beginning().isDue()) {
      begin(isOnlyFiles ? Math.max(newest, 1) + MINUTE : now);
    }
    review(now);
    heart.watch().tick(now);
    if (now - published >= micros(timing.look())) {
      published = now;
      work.publish(now);
    }
    keep(now);
  }

  private void review(long now) {
    heart.counted().reviewIfAsked(now);
    if (now - review >= micros(timing.review())) {
      review = now;
      heart.counted().review(now);
    }
  }

  private void keep(long now) {
    if (begun && now >= keepAt) {
      keepAt = now + micros(timing.kept());
      heart.table().forget((int) (now / MINUTE));
      work.keep(Keeping.Why.HOUR);
    }
  }
}
