package tenbin.wire.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import tenbin.nouns.report.Fault;
import tenbin.nouns.time.Moment;

/**
 * Reads the times of one report: "2026-03-24 12:34:56" and the forms of RFC 3339 section 5.6, with
 * "T" or blank, up to nine digits of fraction, "Z", "UTC", "GMT", "+09:00", "+0900" or nothing for
 * the zone (then UTC, and {@link #hadZone} says so). The clock error is what the last written digit
 * leaves open. Times before 1990 or more than a day after the report came are implausible.
 *
 * <p>Not for several threads: it keeps the last date, because neighbouring rows share it.
 */
public final class Times {
  /** No sensor of the field is older: the oldest archives of incidents begin in the nineties. */
  public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  /** How far a sensor's clock or its zone may run ahead of ours. */
  public static final Duration MOST_AHEAD = Duration.ofDays(1);

  private static final long DAY_SECONDS = 86_400;
  private static final int SECONDS_END = 19;

  private final long earliest = EARLIEST.getEpochSecond();
  private final long latest;

  private long dateBytes;
  private int dateRest;
  private long dateSeconds = Long.MIN_VALUE;

  private Fault fault = Fault.TIME_MISSING;
  private long epochNanos;
  private long errorNanos = Moment.SECOND;
  private boolean zoned;

  public Times(Instant receivedAt) {
    latest = receivedAt.plus(MOST_AHEAD).getEpochSecond();
  }

  /** Reads a slice; where it says no, {@link #fault} says why. */
  public boolean read(byte[] bytes, int from, int to) {
    if (from == to) {
      return refuse(Fault.TIME_MISSING);
    }
    long seconds = to - from < SECONDS_END ? Long.MIN_VALUE : dateAndTime(bytes, from);
    if (seconds == Long.MIN_VALUE) {
      return refuse(Fault.TIME_UNREADABLE);
    }
    return to - from == SECONDS_END ? accept(seconds, 0, 1, false) : tail(bytes, from, to, seconds);
  }

  /** Reads a text as {@link #read(byte[], int, int)} does; blanks around it are forgiven. */
  public Optional<Moment> read(String text) {
    byte[] bytes = text.trim().getBytes(ISO_8859_1);
    return read(bytes, 0, bytes.length) ? Optional.of(moment()) : Optional.empty();
  }

  /** Takes seconds since 1970-01-01T00:00Z, as some logs write them. */
  public boolean readEpochSeconds(byte[] bytes, int from, int to) {
    if (from == to) {
      return refuse(Fault.TIME_MISSING);
    }
    long seconds = Numbers.read(bytes, from, to, Long.MAX_VALUE);
    return seconds < 0 ? refuse(Fault.TIME_UNREADABLE) : accept(seconds, 0, 1, true);
  }

  /** The last time that was read. */
  public Moment moment() {
    return new Moment(epochNanos, errorNanos);
  }

  /** What was wrong with the last text that was refused. */
  public Fault fault() {
    return fault;
  }

  /** Whether the last time that was read named its zone. */
  public boolean hadZone() {
    return zoned;
  }

  /** Whether a time that came another way lies inside the plausible span. */
  public boolean isPlausible(Moment moment) {
    long seconds = moment.epochSecond();
    return seconds >= earliest && seconds <= latest;
  }

  private boolean refuse(Fault why) {
    fault = why;
    return false;
  }

  private boolean accept(long seconds, long nanos, long unit, boolean zone) {
    if (seconds < earliest || seconds > latest) {
      return refuse(Fault.TIME_IMPLAUSIBLE);
    }
    epochNanos = seconds * Moment.SECOND + nanos;
    errorNanos = Moment.SECOND / unit;
    zoned = zone;
    return true;
  }

  /** Seconds since 1970 of "yyyy-MM-dd HH:mm:ss", {@link Long#MIN_VALUE} where it is none. */
  private long dateAndTime(byte[] b, int at) {
    byte between = b[at + 10];
    int hour = two(b, at + 11);
    int minute = two(b, at + 14);
    int second = two(b, at + 17);
    boolean good =
        (between == ' ' || between == 'T' || between == 't')
            && b[at + 13] == ':'
            && b[at + 16] == ':'
            && hour >= 0
            && hour < 24
            && minute >= 0
            && minute < 60
            && second >= 0
            && second <= 60;
    long date = good ? date(b, at) : Long.MIN_VALUE;
    return date == Long.MIN_VALUE ? date : date + hour * 3_600L + minute * 60L + second;
  }

  private long date(byte[] b, int at) {
    long first = 0;
    for (int i = 0; i < 8; i++) {
      first = first << 8 | b[at + i] & 0xff;
    }
    int rest = (b[at + 8] & 0xff) << 8 | b[at + 9] & 0xff;
    if (first != dateBytes || rest != dateRest) {
      dateSeconds = readDate(b, at);
      dateBytes = first;
      dateRest = rest;
    }
    return dateSeconds;
  }

  private static long readDate(byte[] b, int at) {
    long year = Numbers.read(b, at, at + 4, 9_999);
    int month = two(b, at + 5);
    int day = two(b, at + 8);
    boolean good =
        year > 0
            && isDateSeparator(b[at + 4])
            && b[at + 7] == b[at + 4]
            && month >= 1
            && month <= 12
            && day >= 1
            && day <= daysIn((int) year, month);
    return good ? daysSince1970(year, month, day) * DAY_SECONDS : Long.MIN_VALUE;
  }

  private static boolean isDateSeparator(byte b) {
    return b == '-' || b == '/';
  }

  private static int daysIn(int year, int month) {
    return switch (month) {
      case 2 -> year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
      case 4, 6, 9, 11 -> 30;
      default -> 31;
    };
  }

  /** Days of the proleptic Gregorian calendar, counted in eras of 400 years that begin in March. */
  private static long daysSince1970(long year, int month, int day) {
    long y = month <= 2 ? year - 1 : year;
    long era = Math.floorDiv(y, 400L);
    long yearOfEra = y - era * 400;
    long dayOfYear = (153L * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468;
  }

  private static int two(byte[] b, int at) {
    int tens = b[at] - '0';
    int ones = b[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : tens * 10 + ones;
  }

  /** What stands behind the seconds: fraction, then zone. */
  private boolean tail(byte[] b, int from, int to, long seconds) {
    int at = from + SECONDS_END;
    long nanos = 0;
    long unit = 1;
    if (b[at] == '.' || b[at] == ',') {
      int start = ++at;
      while (at < to && b[at] >= '0' && b[at] <= '9') {
        if (unit < Moment.SECOND) {
          nanos = nanos * 10 + (b[at] - '0');
          unit *= 10;
        }
        at++;
      }
      if (at == start) {
        return refuse(Fault.TIME_UNREADABLE);
      }
      nanos *= Moment.SECOND / unit;
    }
    if (at == to) {
      return accept(seconds, nanos, unit, false);
    }
    int offset = offset(b, b[at] == ' ' ? at + 1 : at, to);
    return offset == Integer.MIN_VALUE
        ? refuse(Fault.TIME_UNREADABLE)
        : accept(seconds - offset, nanos, unit, true);
  }

  /** Seconds east of UTC, {@link Integer#MIN_VALUE} for what is no zone. */
  private static int offset(byte[] b, int at, int to) {
    int length = to - at;
    if (length == 1 && (b[at] == 'Z' || b[at] == 'z')) {
      return 0;
    }
    if (length == 3 && (b[at] & 0x40) != 0) {
      String name = new String(b, at, length, ISO_8859_1);
      boolean utc = name.equalsIgnoreCase("UTC") || name.equalsIgnoreCase("GMT");
      return utc ? 0 : Integer.MIN_VALUE;
    }
    boolean colon = length == 6 && b[at + 3] == ':';
    if (!colon && length != 5 && length != 3 || b[at] != '+' && b[at] != '-') {
      return Integer.MIN_VALUE;
    }
    int hours = two(b, at + 1);
    int minutes = length == 3 ? 0 : two(b, to - 2);
    if (hours < 0 || hours > 18 || minutes < 0 || minutes > 59) {
      return Integer.MIN_VALUE;
    }
    int seconds = hours * 3_600 + minutes * 60;
    return b[at] == '-' ? -seconds : seconds;
  }
}
