package tenbin.web.layout;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.Locale;

/**
 * How a reader sees times: in its own zone, with UTC beside.
 *
 * @param zone the reader's
 * @param locale the reader's language
 */
public record ReaderTime(ZoneId zone, Locale locale) {
  private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
  private static final DateTimeFormatter UTC_CLOCK = DateTimeFormatter.ofPattern("HH:mm 'UTC'");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

  /** "2026-11-21 05:49 JST". */
  public String local(Instant at) {
    return MINUTES.format(at.atZone(zone)) + " " + zoneName(at.atZone(zone));
  }

  /** As {@link #local} with seconds. */
  public String seconds(Instant at) {
    return SECONDS.format(at.atZone(zone)) + " " + zoneName(at.atZone(zone));
  }

  /** The same moment in UTC: "20:49 UTC", with the date where it is another one. */
  public String utc(Instant at) {
    ZonedDateTime there = at.atZone(ZoneOffset.UTC);
    boolean sameDay = there.toLocalDate().equals(at.atZone(zone).toLocalDate());
    return sameDay ? UTC_CLOCK.format(there) : MINUTES.format(there) + " UTC";
  }

  public boolean isUtc() {
    return isUtc(zone);
  }

  private static boolean isUtc(ZoneId zone) {
    return zone.getRules().isFixedOffset()
        && zone.getRules().getOffset(Instant.EPOCH).equals(ZoneOffset.UTC);
  }

  /** A deadline in the zone in which people said it, whatever zone its reader has. */
  public String said(ZonedDateTime due) {
    return MINUTES.format(due) + " " + zoneName(due);
  }

  public String day(Instant at) {
    return DAY.format(at.atZone(zone));
  }

  /** How long from one moment to another: "3 h 20 min". */
  public String span(Instant from, Instant to) {
    Duration length = Duration.between(from, to).abs();
    boolean ja = locale.getLanguage().equals("ja");
    if (length.toDays() > 0) {
      return length.toDays() + (ja ? " 日 " : " d ") + length.toHoursPart() + (ja ? " 時間" : " h");
    }
    return length.toHours() + (ja ? " 時間 " : " h ") + length.toMinutesPart() + (ja ? " 分" : " min");
  }

  private static String zoneName(ZonedDateTime at) {
    ZoneId zone = at.getZone();
    if (isUtc(zone)) {
      return "UTC";
    }
    String name = DateTimeFormatter.ofPattern("zzz", Locale.ENGLISH).format(at);
    boolean named = !name.isEmpty() && Character.isLetter(name.charAt(0)) && !name.equals("GMT");
    return named || zone.getId().isEmpty()
        ? name
        : zone.getDisplayName(TextStyle.SHORT, Locale.ENGLISH);
  }
}
