package tenbin.spine.attribute;

import java.util.Arrays;

/**
 * From when on which row of a table holds, where a prefix has several: each row points to the one
 * of the same prefix before it. A row whose one origin is AS 0 says that nobody originates the
 * prefix any more (RFC 7607): then the less specific one holds. Flat and immutable; any thread.
 */
final class OriginVersions {
  /** Every row holds always. */
  static final OriginVersions NONE =
      new OriginVersions(new Rows(new long[0], new long[0], new byte[0], new long[0]), new long[0]);

  /** Columns of a table: halves of the first address, length, origin. */
  @SuppressWarnings("ArrayRecordComponent")
  record Rows(long[] highs, long[] lows, byte[] lengths, long[] origins) {}

  private static final int V4_BITS = 96;

  private final Rows rows;
  private final long[] from;
  private final int[] before;

  /** The last row of each prefix, by its hash; open addressing. */
  private final int[] slots;

  OriginVersions(Rows rows, long[] fromNanos) {
    this.rows = rows;
    this.from = fromNanos;
    this.before = new int[from.length];
    this.slots = new int[Integer.highestOneBit(Math.max(8, from.length)) * 4];
    Arrays.fill(slots, PrefixTable.NONE);
    for (int row = 0; row < from.length; row++) {
      int slot = slot(rows.highs[row], rows.lows[row], rows.lengths[row] & 0xff);
      before[row] = slots[slot];
      slots[slot] = row;
    }
  }

  private int slot(long high, long low, int bits) {
    long mixed = (high * 0x9e37_79b9_7f4a_7c15L ^ low) * 0xbf58_476d_1ce4_e5b9L + bits;
    mixed = (mixed ^ mixed >>> 31) * 0x94d0_49bb_1331_11ebL;
    int at = (int) (mixed >>> 33) & slots.length - 1;
    while (slots[at] != PrefixTable.NONE && !isOf(slots[at], high, low, bits)) {
      at = at + 1 & slots.length - 1;
    }
    return at;
  }

  private boolean isOf(int row, long high, long low, int bits) {
    return rows.lows[row] == low && rows.highs[row] == high && (rows.lengths[row] & 0xff) == bits;
  }

  boolean isAny() {
    return from.length > 0;
  }

  /** From when on a row holds, in nanoseconds of the epoch. */
  long from(int row) {
    return from[row];
  }

  /** The row that held at a time in place of the last one of the closest prefix. */
  int at(int last, long nanos) {
    int closest = last;
    while (closest != PrefixTable.NONE && from.length > 0) {
      int row = closest;
      while (row != PrefixTable.NONE && from[row] > nanos) {
        row = before[row];
      }
      if (row != PrefixTable.NONE && rows.origins[row] != 0) {
        return row;
      }
      closest = lessSpecific(closest);
    }
    return closest;
  }

  private int lessSpecific(int row) {
    long high = rows.highs[row];
    long low = rows.lows[row];
    int bits = rows.lengths[row] & 0xff;
    boolean isV4 = high == 0 && low >>> 32 == 0xffff && bits >= V4_BITS;
    for (int shorter = bits - 1; shorter >= (isV4 ? V4_BITS : 0); shorter--) {
      long highMask = shorter >= 64 ? -1L : shorter == 0 ? 0 : -1L << 64 - shorter;
      long lowMask = shorter <= 64 ? 0 : -1L << 128 - shorter;
      int found = slots[slot(high & highMask, low & lowMask, shorter)];
      if (found != PrefixTable.NONE) {
        return found;
      }
    }
    return PrefixTable.NONE;
  }
}
