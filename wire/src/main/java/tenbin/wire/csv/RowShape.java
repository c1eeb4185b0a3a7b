package tenbin.wire.csv;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tenbin.nouns.consent.Category;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Sides;
import tenbin.nouns.observation.Transport;

/**
 * How the rows of a table become observations.
 *
 * @param sides whose network it is about, and which side is the sensor
 * @param roles the columns of each role; of several the first that tells something wins
 * @param kind class, identifier and family where no column tells them
 * @param severity where no column tells one
 * @param transport where no column tells one
 * @param sensor where no column tells one
 * @param time how the time is written
 * @param categories the category of each column that is kept
 */
public record RowShape(
    Sides sides,
    Map<Role, List<String>> roles,
    Kind kind,
    Severity severity,
    Transport transport,
    String sensor,
    TimeForm time,
    Function<String, Category> categories) {
  public RowShape {
    roles = Map.copyOf(roles);
  }

  /** How times are written. */
  public sealed interface TimeForm {
    /** "2026-03-24 12:34:56" and RFC 3339; without a zone it is UTC, as the format says. */
    TimeForm UTC = new Written(false);

    /** The same, but nobody said that it is UTC: noted for every row without a zone. */
    TimeForm UNSAID = new Written(true);

    /** As {@link tenbin.wire.text.Times} reads it. */
    record Written(boolean notesMissingZone) implements TimeForm {}

    /** Seconds since 1970-01-01T00:00Z. */
    record EpochSeconds() implements TimeForm {}

    /** A form of one's own, in a declared zone where a time names none. */
    record Pattern(DateTimeFormatter form, ZoneId zone) implements TimeForm {}
  }
}
