package tenbin.spine.deliver.channel;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/** When a subscription is served. Its text is what pages, files and the store write. */
public sealed interface Schedule {
  /** When to look again, after a look at this time. */
  Instant next(Instant now);

  /** Soon after there are rows: a webhook. */
  record AtOnce() implements Schedule {
    /** A sixth of the minute within which a notice is promised. */
    private static final Duration LOOK = Duration.ofSeconds(10);

    @Override
    public Instant next(Instant now) {
      return now.plus(LOOK);
    }

    @Override
    public String toString() {
      return "at-once";
    }
  }

  /** At every full hour. */
  record Hourly() implements Schedule {
    @Override
    public Instant next(Instant now) {
      return now.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
    }

    @Override
    public String toString() {
      return "hourly";
    }
  }

  /**
   * Once a day.
   *
   * @param hour 0 to 23; an hour that a change of clocks leaves out counts as the next one
   * @param zone whose hour
   */
  record Daily(int hour, ZoneId zone) implements Schedule {
    public Daily {
      if (hour < 0 || hour > 23) {
        throw new IllegalArgumentException("no such hour: " + hour);
      }
    }

    @Override
    public Instant next(Instant now) {
      ZonedDateTime here = now.atZone(zone);
      ZonedDateTime today = here.toLocalDate().atTime(hour, 0).atZone(zone);
      ZonedDateTime next =
          today.isAfter(here) ? today : here.toLocalDate().plusDays(1).atTime(hour, 0).atZone(zone);
      return next.toInstant();
    }

    @Override
    public String toString() {
      return "daily %02d %s".formatted(hour, zone);
    }
  }

  /**
   * As soon as so many rows wait, and after {@link #MOST_WAIT} in any case.
   *
   * @param rows 1 to 10,000
   */
  record AtRows(int rows) implements Schedule {
    static final Duration MOST_WAIT = Duration.ofDays(1);
    private static final Duration LOOK = Duration.ofMinutes(1);

    public AtRows {
      if (rows < 1 || rows > 10_000) {
        throw new IllegalArgumentException("1 to 10000 rows: " + rows);
      }
    }

    @Override
    public Instant next(Instant now) {
      return now.plus(LOOK);
    }

    @Override
    public String toString() {
      return "rows " + rows;
    }
  }

  /**
   * Reads "at-once", "hourly", "daily 07 Asia/Tokyo" or "rows 100".
   *
   * @throws IllegalArgumentException with the text
   */
  static Schedule parse(String text) {
    String[] words = text.trim().split("\\s+", -1);
    try {
      return switch (words[0] + "/" + words.length) {
        case "at-once/1" -> new AtOnce();
        case "hourly/1" -> new Hourly();
        case "daily/3" -> new Daily(Integer.parseInt(words[1]), ZoneId.of(words[2]));
        case "rows/2" -> new AtRows(Integer.parseInt(words[1]));
        default -> throw new IllegalArgumentException("no such word");
      };
    } catch (IllegalArgumentException | DateTimeException wrong) {
      throw new IllegalArgumentException(
          "not a schedule: \"" + text + "\": " + wrong.getMessage(), wrong);
    }
  }
}
