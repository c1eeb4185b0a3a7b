package tenbin.desks.routes.table;

/**
 * Finds the first row of a prefix: open addressing, a part of the hash kept beside each row so that
 * strangers cost no look at the rows.
 */
final class PrefixIndex {
  private static final long ROW = 0xffff_ffffL;

  private final Rows rows;
  private final long seed;

  /** Upper half: the hash; lower half: the row and one; zero: empty. */
  private long[] slots = new long[1 << 10];

  private int size;

  PrefixIndex(Rows rows, long seed) {
    this.rows = rows;
    this.seed = seed;
  }

  private int hash(long high, long low, int bits) {
    long mixed = (high ^ seed) * 0x9e37_79b9_7f4a_7c15L;
    mixed = (mixed ^ mixed >>> 29 ^ low ^ (long) bits << 56) * 0xbf58_476d_1ce4_e5b9L;
    mixed = (mixed ^ mixed >>> 32) * 0x94d0_49bb_1331_11ebL;
    return (int) (mixed >>> 32);
  }

  int find(long high, long low, int bits) {
    int hash = hash(high, low, bits);
    int mask = slots.length - 1;
    for (int at = hash & mask; ; at = at + 1 & mask) {
      long slot = slots[at];
      if (slot == 0) {
        return Rows.NONE;
      }
      int row = (int) slot - 1;
      if ((int) (slot >>> 32) == hash && rows.isOf(row, high, low, bits)) {
        return row;
      }
    }
  }

  /** Looks where {@link #find} will look; what it gives means nothing. */
  long warm(long high, long low, int bits) {
    long slot = slots[hash(high, low, bits) & slots.length - 1];
    int row = (int) slot - 1;
    return row < 0 ? slot : rows.low(row);
  }

  /** Puts in a row whose prefix is not there yet. */
  void add(int row) {
    if (++size * 4L > slots.length * 3L) {
      grow();
    }
    int hash = hash(rows.high(row), rows.low(row), rows.bits(row));
    put((long) hash << 32 | (row + 1) & ROW);
  }

  private void put(long slot) {
    int mask = slots.length - 1;
    int at = (int) (slot >>> 32) & mask;
    while (slots[at] != 0) {
      at = at + 1 & mask;
    }
    slots[at] = slot;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (long slot : old) {
      if (slot != 0) {
        put(slot);
      }
    }
  }

  /** Takes out a row that is there, while it still has its prefix. */
  void remove(int row) {
    int mask = slots.length - 1;
    int hole = hash(rows.high(row), rows.low(row), rows.bits(row)) & mask;
    while ((int) slots[hole] != row + 1) {
      hole = hole + 1 & mask;
    }
    close(hole, mask);
    size--;
  }

  /** Those behind the hole move up, as far as each may from where it belongs. */
  private void close(int hole, int mask) {
    int empty = hole;
    for (int at = hole + 1 & mask; slots[at] != 0; at = at + 1 & mask) {
      int home = (int) (slots[at] >>> 32) & mask;
      if ((at - home & mask) >= (at - empty & mask)) {
        slots[empty] = slots[at];
        empty = at;
      }
    }
    slots[empty] = 0;
  }

  /** How many prefixes there are. */
  int size() {
    return size;
  }
}
