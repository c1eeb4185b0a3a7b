package tenbin.desks.routes.table;

import java.util.Arrays;

/**
 * Which ASes stand beside each other in paths, in either order, and by how many vantage points that
 * is borne out: a few are told apart, more are not counted. Open addressing in one flat array.
 */
final class LinkTable {
  /** So many vantage points are told apart. */
  static final int MOST_COUNTED = 6;

  private static final int STRIDE = 3;
  private static final int TIMES = 1;
  private static final int WHO = 2;
  private static final int ID_BITS = 10;
  private static final int COUNT_SHIFT = 60;
  private static final long ID = (1 << ID_BITS) - 1;
  private static final long MASK = 0xffff_ffffL;

  private final int most;
  private final long seed;

  /** The pair plus one; first and last minute; how many vantage points and which. */
  private long[] slots = new long[STRIDE << 10];

  private int size;
  private long refused;

  LinkTable(int most, long seed) {
    this.most = most;
    this.seed = seed;
  }

  private static long key(int a, int b) {
    boolean inOrder = Integer.compareUnsigned(a, b) <= 0;
    return ((long) (inOrder ? a : b) << 32 | (inOrder ? b : a) & MASK) + 1;
  }

  private int home(long key) {
    long mixed = (key ^ seed) * 0x9e37_79b9_7f4a_7c15L;
    mixed = (mixed ^ mixed >>> 31) * 0xbf58_476d_1ce4_e5b9L;
    return (int) (mixed >>> 33) & slots.length / STRIDE - 1;
  }

  /** Where the pair stands, or where it would. */
  private int place(long key) {
    int mask = slots.length / STRIDE - 1;
    int at = home(key);
    while (slots[at * STRIDE] != 0 && slots[at * STRIDE] != key) {
      at = at + 1 & mask;
    }
    return at * STRIDE;
  }

  void add(int a, int b, int minute, int vantage) {
    long key = key(a, b);
    int at = place(key);
    if (slots[at] == 0) {
      if (size >= most) {
        refused++;
        return;
      }
      put(key, (long) minute << 32 | minute & MASK, 1L << COUNT_SHIFT | vantage);
      return;
    }
    if (minute > (int) slots[at + TIMES]) {
      slots[at + TIMES] = slots[at + TIMES] & ~MASK | minute & MASK;
    }
    witness(at, vantage);
  }

  /** A row as it is kept, of a pair that is not there. */
  void put(long key, long times, long who) {
    if ((size + 1) * 2L * STRIDE > slots.length) {
      grow();
    }
    int at = place(key);
    slots[at] = key;
    slots[at + TIMES] = times;
    slots[at + WHO] = who;
    size++;
  }

  /** Takes a row of a snapshot; false where the pair is there already. */
  boolean putNew(long key, long times, long who) {
    boolean isNew = slots[place(key)] == 0;
    if (isNew) {
      put(key, times, who);
    }
    return isNew;
  }

  /** Whether a row of a snapshot can be one: a pair in order, as many witnesses as it says. */
  static boolean isSound(long key, long who, int vantages) {
    long pair = key - 1;
    int count = (int) (who >>> COUNT_SHIFT);
    boolean sound = count >= 1 && count <= MOST_COUNTED && pair != -1L;
    sound &= Integer.compareUnsigned((int) (pair >>> 32), (int) pair) < 0;
    for (int i = 0; i < MOST_COUNTED; i++) {
      long id = who >>> i * ID_BITS & ID;
      sound &= i < count ? id < vantages : id == 0;
    }
    return sound;
  }

  private void witness(int at, int vantage) {
    long who = slots[at + WHO];
    int count = (int) (who >>> COUNT_SHIFT);
    if (count == MOST_COUNTED) {
      return;
    }
    for (int i = 0; i < count; i++) {
      if ((who >>> i * ID_BITS & ID) == vantage) {
        return;
      }
    }
    long grown = who & -1L >>> 4 | (long) vantage << count * ID_BITS;
    slots[at + WHO] = grown | (count + 1L) << COUNT_SHIFT;
  }

  private void grow() {
    long[] old = slots;
    slots = new long[old.length * 2];
    for (int at = 0; at < old.length; at += STRIDE) {
      if (old[at] != 0) {
        System.arraycopy(old, at, slots, place(old[at]), STRIDE);
      }
    }
  }

  boolean isKnown(int a, int b) {
    return slots[place(key(a, b))] != 0;
  }

  /** How many vantage points showed it, {@link #MOST_COUNTED} at most. */
  int seenBy(int a, int b) {
    return (int) (slots[place(key(a, b)) + WHO] >>> COUNT_SHIFT);
  }

  /** When it was first shown; meaningless of a pair that is not known. */
  int first(int a, int b) {
    return (int) (slots[place(key(a, b)) + TIMES] >> 32);
  }

  /** Forgets what one vantage point alone showed and none since that minute; how many. */
  int forget(int before) {
    long[] old = slots;
    int was = size;
    slots = new long[old.length];
    size = 0;
    for (int at = 0; at < old.length; at += STRIDE) {
      boolean alone = old[at + WHO] >>> COUNT_SHIFT == 1;
      if (old[at] != 0 && !(alone && (int) old[at + TIMES] < before)) {
        put(old[at], old[at + TIMES], old[at + WHO]);
      }
    }
    return was - size;
  }

  /** Pair, times and witnesses of each link in no order, three numbers each. */
  long[] all() {
    long[] all = new long[size * STRIDE];
    int to = 0;
    for (int at = 0; at < slots.length; at += STRIDE) {
      if (slots[at] != 0) {
        System.arraycopy(slots, at, all, to, STRIDE);
        to += STRIDE;
      }
    }
    return Arrays.copyOf(all, to);
  }

  int size() {
    return size;
  }

  long refused() {
    return refused;
  }
}
