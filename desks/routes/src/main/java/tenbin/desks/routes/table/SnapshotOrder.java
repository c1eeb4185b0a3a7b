package tenbin.desks.routes.table;

import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Prefix;

/** Whether the rows of a snapshot come as a table has them. */
final class SnapshotOrder {
  private final Rows rows;
  private @Nullable Prefix last;
  private int chain;

  SnapshotOrder(Rows rows) {
    this.rows = rows;
  }

  /** Each prefix comes behind the one before. */
  void next(Prefix prefix) throws SnapshotRefused {
    boolean behind = last == null || last.compareTo(prefix) < 0;
    SnapshotRefused.unless(behind, "the order of prefixes");
    last = prefix;
    chain = 0;
  }

  /** A vantage point has one route to a prefix at most; a prefix has so many origins at most. */
  void check(int head, int row, long[] bits) throws SnapshotRefused {
    chain++;
    SnapshotRefused.unless(chain <= RouteRows.MOST_ORIGINS, "how many origins a prefix has");
    for (int each = head; each != Rows.NONE; each = rows.next(each)) {
      for (int i = 0; i < bits.length && each != row; i++) {
        SnapshotRefused.unless((rows.word(each, i) & bits[i]) == 0, "two routes of one router");
      }
    }
  }
}
