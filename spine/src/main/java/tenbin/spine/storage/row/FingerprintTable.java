package tenbin.spine.storage.row;

/**
 * A map from 128 bits to 63 bits without an object per entry: open addressing, linear probing, 24
 * bytes a slot, filled to three quarters at most. Its keys are hashes already, so their bits choose
 * the slot. Not for several threads.
 */
public final class FingerprintTable {
  /** What {@link #get} gives for a key that is not there; values are zero or more. */
  public static final long ABSENT = -1;

  private static final int START_SLOTS = 64;
  private static final int LONGS_PER_SLOT = 3;

  /** Grows by half, so that a large table is never more than half empty. */
  private static final double GROWTH = 1.5;

  private long[] slots = new long[START_SLOTS * LONGS_PER_SLOT];
  private int capacity = START_SLOTS;
  private int size;

  public int size() {
    return size;
  }

  /** Bytes of memory that it holds. */
  public long bytes() {
    return (long) slots.length * Long.BYTES;
  }

  public long get(long high, long low) {
    int at = find(slots, capacity, high, low);
    return slots[at + 2] - 1;
  }

  /** Puts a value, in place of an earlier one. */
  public void put(long high, long low, long value) {
    int at = find(slots, capacity, high, low);
    if (slots[at + 2] == 0) {
      if ((size + 1) * 4L > capacity * 3L) {
        grow();
        at = find(slots, capacity, high, low);
      }
      size++;
      slots[at] = high;
      slots[at + 1] = low;
    }
    slots[at + 2] = value + 1;
  }

  private void grow() {
    int wider = (int) Math.min((long) (capacity * GROWTH), Integer.MAX_VALUE / LONGS_PER_SLOT - 8);
    long[] fresh = new long[wider * LONGS_PER_SLOT];
    for (int i = 0; i < slots.length; i += LONGS_PER_SLOT) {
      if (slots[i + 2] != 0) {
        int at = find(fresh, wider, slots[i], slots[i + 1]);
        fresh[at] = slots[i];
        fresh[at + 1] = slots[i + 1];
        fresh[at + 2] = slots[i + 2];
      }
    }
    slots = fresh;
    capacity = wider;
  }

  private static int find(long[] slots, int capacity, long high, long low) {
    int at = (int) Math.unsignedMultiplyHigh(high, capacity) * LONGS_PER_SLOT;
    while (slots[at + 2] != 0 && (slots[at] != high || slots[at + 1] != low)) {
      at += LONGS_PER_SLOT;
      if (at == slots.length) {
        at = 0;
      }
    }
    return at;
  }
}
