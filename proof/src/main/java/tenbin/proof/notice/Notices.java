package tenbin.proof.notice;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.function.IntPredicate;

/**
 * When each row was acknowledged and when its member got it, in {@link System#nanoTime}. Any
 * thread.
 */
final class Notices {
  private static final double NANOS = 1e9;

  private final AtomicLongArray acknowledged = new AtomicLongArray(NoticeCircle.MOST_ROWS);
  private final AtomicLongArray noticed = new AtomicLongArray(NoticeCircle.MOST_ROWS);
  private final AtomicInteger rowsNoticed = new AtomicInteger();
  private final AtomicInteger twice = new AtomicInteger();
  private final AtomicInteger astray = new AtomicInteger();

  /** The rows from the first to before the last stood in a report that was acknowledged now. */
  void acknowledged(int first, int last) {
    long now = System.nanoTime();
    for (int row = first; row < last; row++) {
      acknowledged.set(row, now);
    }
  }

  /** A member has a row in its hands. */
  void noticed(int member, int row) {
    if (NoticeCircle.memberOf(row) != member) {
      astray.incrementAndGet();
    } else if (noticed.compareAndSet(row, 0, System.nanoTime())) {
      rowsNoticed.incrementAndGet();
    } else {
      twice.incrementAndGet();
    }
  }

  int rowsNoticed() {
    return rowsNoticed.get();
  }

  int twice() {
    return twice.get();
  }

  /** Rows that came to a member whom they do not concern. */
  int astray() {
    return astray.get();
  }

  /** Seconds from acknowledgement to notice of the first rows that fit, in order. */
  double[] latencies(int rows, IntPredicate fits) {
    double[] all = new double[rows];
    int count = 0;
    for (int row = 0; row < rows; row++) {
      if (noticed.get(row) != 0 && acknowledged.get(row) != 0 && fits.test(row)) {
        // A notice may overtake the acknowledgement's way back to who sent the report.
        all[count++] = Math.max(0, noticed.get(row) - acknowledged.get(row)) / NANOS;
      }
    }
    double[] found = Arrays.copyOf(all, count);
    Arrays.sort(found);
    return found;
  }

  /** The value below which so much of the sorted ones lies, in thousandths; 0 of none. */
  static double quantile(double[] sorted, double part) {
    if (sorted.length == 0) {
      return 0;
    }
    int at = (int) Math.ceil(part * sorted.length) - 1;
    return Math.round(sorted[Math.max(0, at)] * 1e3) / 1e3;
  }
}
