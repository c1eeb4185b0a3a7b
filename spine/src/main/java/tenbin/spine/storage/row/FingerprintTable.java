package tenbin.spine.storage.row;

/**
 * A map from 128 bits to 63 bits without an object per entry: 24 bytes a slot, 64 to 80 of a
 * hundred filled, so 30 to 38 bytes an entry. Its keys are hashes already, so their bits choose the
 * place. It keeps and compares every bit of a key: two different keys are never taken for one. Not
 * for several threads.
 *
 * <p>It grows segment by segment, so that growing needs hardly any room beside it.
 */
public final class FingerprintTable {
  /** What {@link #get} gives for a key that is not there; values are zero or more. */
  public static final long ABSENT = -1;

  private static final int SEGMENT_BITS = 12;
  private static final int LONGS_PER_SLOT = 3;
  private static final int LOW = 1;
  private static final int VALUE = 2;

  /** Segments begin with one of eight sizes, so that they do not all grow at once. */
  private static final int LEAST_SLOTS = 8;

  private static final int SIZES = 8;
  private static final long[] NONE = {};

  private final long[][] segments = new long[1 << SEGMENT_BITS][];
  private final int[] sizes = new int[1 << SEGMENT_BITS];
  private long slots;
  private int size;

  public FingerprintTable() {
    java.util.Arrays.fill(segments, NONE);
  }

  public int size() {
    return size;
  }

  /** Bytes of memory that its slots hold. */
  public long bytes() {
    return slots * LONGS_PER_SLOT * Long.BYTES;
  }

  public long get(long high, long low) {
    long[] segment = segments[segmentOf(high)];
    return segment.length == 0 ? ABSENT : segment[find(segment, high, low) + VALUE] - 1;
  }

  /** Puts a value, in place of an earlier one. */
  public void put(long high, long low, long value) {
    int number = segmentOf(high);
    long[] segment = roomIn(number);
    int at = find(segment, high, low);
    if (segment[at + VALUE] == 0) {
      size++;
      sizes[number]++;
      segment[at] = high;
      segment[at + LOW] = low;
    }
    segment[at + VALUE] = value + 1;
  }

  private static int segmentOf(long high) {
    return (int) (high >>> Long.SIZE - SEGMENT_BITS);
  }

  private long[] roomIn(int number) {
    long[] segment = segments[number];
    int capacity = segment.length / LONGS_PER_SLOT;
    if ((sizes[number] + 1) * 5L <= capacity * 4L) {
      return segment;
    }
    int wider = capacity == 0 ? LEAST_SLOTS + number % SIZES : capacity + Math.max(1, capacity / 4);
    long[] fresh = new long[Math.multiplyExact(wider, LONGS_PER_SLOT)];
    for (int i = 0; i < segment.length; i += LONGS_PER_SLOT) {
      if (segment[i + VALUE] != 0) {
        int at = find(fresh, segment[i], segment[i + LOW]);
        System.arraycopy(segment, i, fresh, at, LONGS_PER_SLOT);
      }
    }
    slots += wider - capacity;
    segments[number] = fresh;
    return fresh;
  }

  /** Where the key stands, or the free slot where it would. */
  private static int find(long[] segment, long high, long low) {
    long place = low ^ high * 0x9e37_79b9_7f4a_7c15L;
    int capacity = segment.length / LONGS_PER_SLOT;
    int at = (int) Math.unsignedMultiplyHigh(place, capacity) * LONGS_PER_SLOT;
    while (segment[at + VALUE] != 0 && (segment[at] != high || segment[at + LOW] != low)) {
      at += LONGS_PER_SLOT;
      if (at == segment.length) {
        at = 0;
      }
    }
    return at;
  }
}
