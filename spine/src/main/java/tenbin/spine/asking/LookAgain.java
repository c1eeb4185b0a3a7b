package tenbin.spine.asking;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import tenbin.balance.Balance;

/**
 * Whether a look at all rows could find anything new: under other grounds, with other groups of
 * rows, or in another hour, because grounds begin and end by the clock. Any thread.
 */
final class LookAgain {
  private volatile String seen = "";

  /** What a look goes by. */
  static String mark(Balance standing, int groups, Instant now) {
    return standing.policy().grounds().version()
        + " "
        + groups
        + " "
        + now.truncatedTo(ChronoUnit.HOURS);
  }

  /** Whether nothing is new since the last look that was done. */
  boolean isDone(String mark) {
    return mark.equals(seen);
  }

  /** That look came to its end. */
  void done(String mark) {
    seen = mark;
  }
}
