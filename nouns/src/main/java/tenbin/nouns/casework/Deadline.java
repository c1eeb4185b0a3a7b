package tenbin.nouns.casework;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/**
 * Until when an answer is due: a date, an hour and the zone in which people said it.
 *
 * @param due the instant in its zone
 */
public record Deadline(ZonedDateTime due) {
  public static Deadline at(Instant instant, ZoneId zone) {
    return new Deadline(instant.atZone(zone));
  }

  public boolean isPast(Instant now) {
    return !now.isBefore(due.toInstant());
  }
}
