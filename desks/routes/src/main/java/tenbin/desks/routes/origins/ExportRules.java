package tenbin.desks.routes.origins;

import java.time.Duration;

/**
 * What is written when, and how much of it is kept.
 *
 * @param least so many vantage points must have a route; all, where there are fewer of them
 * @param every files have at least this time between them
 * @param days a whole table is written so often, and changes between; what is older than the last
 *     but one goes, so that attribution can look back at least so far
 */
public record ExportRules(int least, Duration every, int days) {
  /** A report of last month is still attributed by last month's origins. */
  public static final ExportRules USUAL = new ExportRules(3, Duration.ofHours(1), 31);

  public ExportRules {
    if (least < 1 || days < 1 || every.isNegative()) {
      throw new IllegalArgumentException("no such rules: " + least + ", " + every + ", " + days);
    }
  }
}
