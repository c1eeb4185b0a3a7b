package tenbin.desks.routes.origins;

import java.time.Duration;

/**
 * What is written when, and how much of it is kept.
 *
 * @param least so many vantage points must have a route; all, where there are fewer of them
 * @param every files have at least this time between them
 * @param newest so many of the latest files are kept
 * @param days and of so many days before them the last one each
 */
public record ExportRules(int least, Duration every, int newest, int days) {
  /** Attribution holds each file in memory, some 120 MB of a whole table. */
  public static final ExportRules USUAL = new ExportRules(3, Duration.ofHours(1), 2, 3);

  public ExportRules {
    if (least < 1 || newest < 1 || days < 0 || every.isNegative()) {
      throw new IllegalArgumentException(
          "no such rules: " + least + ", " + every + ", " + newest + ", " + days);
    }
  }
}
