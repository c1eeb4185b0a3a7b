package tenbin.wire.record;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.SignStyle;
import java.time.format.TextStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;
import java.util.Map;
import tenbin.nouns.report.Fault;
import tenbin.nouns.time.Moment;
import tenbin.wire.text.Times;

/**
 * Reads the dates of mails: RFC 5322 section 3.3 and its obsolete zones (section 4.3), with or
 * without the day's name, seconds and the comment behind the zone.
 */
final class MailDates {
  /** Zones by name, hours east of UTC: RFC 5322 section 4.3, and those that mail servers write. */
  private static final Map<String, String> ZONES =
      Map.ofEntries(
          Map.entry("UT", "+0000"),
          Map.entry("UTC", "+0000"),
          Map.entry("GMT", "+0000"),
          Map.entry("Z", "+0000"),
          Map.entry("EST", "-0500"),
          Map.entry("EDT", "-0400"),
          Map.entry("CST", "-0600"),
          Map.entry("CDT", "-0500"),
          Map.entry("MST", "-0700"),
          Map.entry("MDT", "-0600"),
          Map.entry("PST", "-0800"),
          Map.entry("PDT", "-0700"),
          Map.entry("CET", "+0100"),
          Map.entry("CEST", "+0200"),
          Map.entry("JST", "+0900"));

  private static final DateTimeFormatter FORMAT =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendValue(ChronoField.DAY_OF_MONTH, 1, 2, SignStyle.NOT_NEGATIVE)
          .appendLiteral(' ')
          .appendText(ChronoField.MONTH_OF_YEAR, TextStyle.SHORT)
          .appendLiteral(' ')
          .appendValue(ChronoField.YEAR, 4)
          .appendLiteral(' ')
          .appendValue(ChronoField.HOUR_OF_DAY, 1, 2, SignStyle.NOT_NEGATIVE)
          .appendLiteral(':')
          .appendValue(ChronoField.MINUTE_OF_HOUR, 2)
          .optionalStart()
          .appendLiteral(':')
          .appendValue(ChronoField.SECOND_OF_MINUTE, 2)
          .optionalEnd()
          .appendLiteral(' ')
          .appendOffset("+HHMM", "+0000")
          .toFormatter(Locale.ENGLISH);

  private static final int LONGEST = 100;

  private final Times times;

  MailDates(Times times) {
    this.times = times;
  }

  Moment read(String name, String text, Values values) throws IOException, RecordLost {
    String plain = plain(text);
    boolean zoned = !plain.matches(".*:\\d\\d");
    if (!zoned) {
      values.note(Fault.TIME_WITHOUT_ZONE, name + " \"" + text + "\" taken as UTC");
    }
    Moment moment;
    try {
      Instant instant = OffsetDateTime.parse(zoned ? plain : plain + " +0000", FORMAT).toInstant();
      moment = Moment.of(instant, Moment.SECOND);
    } catch (DateTimeException unreadable) {
      throw new RecordLost(Fault.TIME_UNREADABLE, name + " \"" + text + "\"");
    }
    if (!times.isPlausible(moment)) {
      throw new RecordLost(Fault.TIME_IMPLAUSIBLE, name + " \"" + text + "\"");
    }
    return moment;
  }

  /** Without the day's name, without comments, one blank between words, zones as numbers. */
  private static String plain(String text) {
    String start = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    int comma = start.indexOf(',');
    String plain = start.substring(comma + 1);
    int comment = plain.indexOf('(');
    plain = (comment < 0 ? plain : plain.substring(0, comment)).strip().replaceAll("\\s+", " ");
    int last = plain.lastIndexOf(' ');
    String zone = plain.substring(last + 1).toUpperCase(Locale.ROOT);
    String offset = ZONES.get(zone);
    return offset == null ? plain : plain.substring(0, last + 1) + offset;
  }
}
