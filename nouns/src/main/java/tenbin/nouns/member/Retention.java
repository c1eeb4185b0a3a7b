package tenbin.nouns.member;

import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;

/**
 * How long a circle's hub keeps what it holds, counted in whole days of UTC from its receipt. The
 * ledger's lines have no end.
 *
 * @param raw reports as received, with the warnings that quote them
 * @param rows observations
 * @param deliveries what was tried, answered, bounced, and the salts that tie a ledger's line to
 *     its bytes
 * @param cases what people wrote into cases: comments, hand-overs, method, defence, files
 * @param hold why nothing at all is removed, an order of a court for example; "" for no such reason
 */
public record Retention(Period raw, Period rows, Period deliveries, Period cases, String hold) {
  /**
   * A quarter for raw bytes: whoever doubts a row asks within it. Thirteen months for rows and
   * deliveries: this month can be held against the same one a year ago, and the yearly review of
   * what left still finds it. Three years for what was written into cases: the same comes again,
   * and then the lesson is looked for.
   */
  public static final Retention USUAL =
      new Retention(
          Period.ofDays(92), Period.ofDays(396), Period.ofDays(396), Period.ofYears(3), "");

  public Retention {
    for (Period each : new Period[] {raw, rows, deliveries, cases}) {
      if (each.isZero() || each.isNegative()) {
        throw new IllegalArgumentException("not a time to keep anything: " + each);
      }
    }
  }

  /** Whether nothing may be removed now. */
  public boolean isHeld() {
    return !hold.isEmpty();
  }

  /** The first instant that a period still holds, seen from now. */
  public static Instant start(Period period, Instant now) {
    return now.atZone(ZoneOffset.UTC)
        .toLocalDate()
        .minus(period)
        .atStartOfDay(ZoneOffset.UTC)
        .toInstant();
  }
}
