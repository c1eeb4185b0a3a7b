package tenbin.desks.routes.table;

import java.util.Arrays;

/** One round of forgetting: of clean rows, those that nobody has and nobody had for long. */
final class Forgetting {
  private final RouteRows routes;
  private final Rows rows;
  private final int before;
  private int[] empty = new int[64];
  private int empties;
  private int forgotten;

  Forgetting(RouteRows routes, int before) {
    this.routes = routes;
    this.rows = routes.rows;
    this.before = before;
  }

  /** How many rows went. */
  int all() {
    SortedRows sorted = routes.sorted;
    for (long at = sorted.begin(); at != sorted.end(); at = sorted.after(at)) {
      ofPrefix(sorted.row(at));
    }
    for (int i = 0; i < empties; i++) {
      dropPrefix(empty[i]);
    }
    return forgotten;
  }

  private boolean isOld(int row) {
    return rows.last(row) < before && !routes.columns.isSeen(row);
  }

  /** The first row of a prefix keeps its place: what it holds may be another's afterwards. */
  private void ofPrefix(int head) {
    int kept = head;
    for (int row = rows.next(head); row != Rows.NONE; row = rows.next(kept)) {
      if (isOld(row)) {
        unlink(kept, row);
      } else {
        kept = row;
      }
    }
    if (!isOld(head)) {
      return;
    }
    int second = rows.next(head);
    if (second == Rows.NONE) {
      remember(head);
    } else {
      rows.copy(second, head);
      rows.free(second);
      forgotten++;
    }
  }

  private void unlink(int kept, int row) {
    rows.link(kept, rows.next(row));
    rows.free(row);
    forgotten++;
  }

  private void remember(int head) {
    if (empties == empty.length) {
      empty = Arrays.copyOf(empty, empties * 2);
    }
    empty[empties++] = head;
  }

  private void dropPrefix(int head) {
    routes.neighbours.count(head, -1);
    routes.sorted.remove(head);
    routes.index.remove(head);
    rows.free(head);
    forgotten++;
  }
}
