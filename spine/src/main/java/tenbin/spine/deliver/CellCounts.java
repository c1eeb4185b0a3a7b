package tenbin.spine.deliver;

import java.util.Arrays;

/**
 * Counts of one cell by small numbers, in their order: 12 bytes a count, because a large member has
 * a million of them.
 */
final class CellCounts {
  private static final int FIRST = 4;

  private int[] keys = new int[FIRST];
  private long[] rows = new long[FIRST];
  private int size;

  /** What is done with each count. */
  @FunctionalInterface
  interface Each {
    void of(int key, long rows);
  }

  CellCounts copy() {
    CellCounts copy = new CellCounts();
    copy.keys = keys.clone();
    copy.rows = rows.clone();
    copy.size = size;
    return copy;
  }

  /** Adds rows to a count; returns how many counts that made new, 0 or 1. */
  int add(int key, long more) {
    int at = Arrays.binarySearch(keys, 0, size, key);
    if (at >= 0) {
      rows[at] += more;
      return 0;
    }
    int place = -at - 1;
    if (size == keys.length) {
      keys = Arrays.copyOf(keys, 2 * size);
      rows = Arrays.copyOf(rows, 2 * size);
    }
    System.arraycopy(keys, place, keys, place + 1, size - place);
    System.arraycopy(rows, place, rows, place + 1, size - place);
    keys[place] = key;
    rows[place] = more;
    size++;
    return 1;
  }

  void forEach(Each each) {
    for (int i = 0; i < size; i++) {
      each.of(keys[i], rows[i]);
    }
  }
}
