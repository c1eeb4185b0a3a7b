package tenbin.desks.routes.registry;

import java.util.Arrays;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * Distinct prefixes in order, each with its number (slot), the slot of the next one around it, and
 * where its entries lie in the table that owns this. Immutable; any thread.
 *
 * <p>All prefixes around a given one lie on the chain of parents of the last one that is not behind
 * it in order: a search by halves and a few steps, without allocation. IPv4 and IPv6 are two
 * spaces, as in routing.
 */
final class PrefixIndex {
  /** No slot. */
  static final int NONE = -1;

  static final int V4_OFFSET = 96;

  /** IPv4: the address, and its length in the last bits. */
  static final int LENGTH_BITS = 6;

  private static final int LENGTH = (1 << LENGTH_BITS) - 1;

  /** So many first bits of an IPv4 address are looked up, the rest is searched. */
  static final int BUCKET_BITS = 16;

  private final long[] v4;
  private final int[] bucket;
  private final long[] high;
  private final long[] low;
  private final byte[] bits;
  private final int[] parent;
  private final int[] begin;

  /** Only {@link PrefixIndexBuilder} knows how to fill these. */
  PrefixIndex(long[] v4, int[] bucket, V6Keys v6, int[] begin) {
    this.v4 = v4;
    this.bucket = bucket;
    this.high = v6.high();
    this.low = v6.low();
    this.bits = v6.bits();
    this.begin = begin;
    this.parent = new int[v4.length + high.length];
    for (int slot = 0; slot < parent.length; slot++) {
      int before = slot == 0 || slot == v4.length ? NONE : slot - 1;
      parent[slot] = climb(before, high(slot), low(slot), bits(slot));
    }
  }

  /** The IPv6 half, in order. */
  @SuppressWarnings("ArrayRecordComponent") // handed over once, never compared
  record V6Keys(long[] high, long[] low, byte[] bits) {}

  /** How many distinct prefixes. */
  int size() {
    return parent.length;
  }

  /** The most specific prefix around this one, or this one itself; NONE where there is none. */
  int nearest(Prefix prefix) {
    long first = prefix.first().high();
    long second = prefix.first().low();
    int last = prefix.isV4() ? lastV4(prefix) : lastV6(first, second, prefix.bits());
    return climb(last, first, second, prefix.bits());
  }

  /** This very prefix; NONE where it is not there. */
  int exact(Prefix prefix) {
    int slot = nearest(prefix);
    return slot != NONE && bits(slot) == prefix.bits() ? slot : NONE;
  }

  /** The next one around a slot; NONE for the outermost. */
  int parent(int slot) {
    return parent[slot];
  }

  /** Where the entries of a slot begin. */
  int begin(int slot) {
    return begin[slot];
  }

  /** Where the entries of a slot end. */
  int end(int slot) {
    return begin[slot + 1];
  }

  Prefix prefix(int slot) {
    return new Prefix(new Address(high(slot), low(slot)), bits(slot));
  }

  /** What it holds in memory, but for a few hundred bytes of object headers. */
  long bytes() {
    return 8L * v4.length + 4L * bucket.length + 17L * high.length + 8L * parent.length;
  }

  private int lastV4(Prefix prefix) {
    long address = prefix.first().v4Bits() & 0xffff_ffffL;
    long key = address << LENGTH_BITS | prefix.bits() - V4_OFFSET;
    int top = (int) (address >>> 32 - BUCKET_BITS);
    int found = Arrays.binarySearch(v4, bucket[top], bucket[top + 1], key);
    return found >= 0 ? found : -found - 2;
  }

  private int lastV6(long first, long second, int length) {
    int from = 0;
    int to = high.length;
    while (from < to) {
      int middle = from + to >>> 1;
      if (isBehind(middle, first, second, length)) {
        to = middle;
      } else {
        from = middle + 1;
      }
    }
    return from == 0 ? NONE : v4.length + from - 1;
  }

  private boolean isBehind(int at, long first, long second, int length) {
    if (high[at] != first) {
      return Long.compareUnsigned(high[at], first) > 0;
    }
    if (low[at] != second) {
      return Long.compareUnsigned(low[at], second) > 0;
    }
    return (bits[at] & 0xff) > length;
  }

  /** The first of a slot and its parents that has the prefix inside. */
  private int climb(int slot, long first, long second, int length) {
    int at = slot;
    while (at != NONE && !covers(at, first, second, length)) {
      at = parent[at];
    }
    return at;
  }

  private boolean covers(int slot, long first, long second, int length) {
    int own = bits(slot);
    if (own > length) {
      return false;
    }
    if (own <= 64) {
      return own == 0 || (high(slot) ^ first) >>> 64 - own == 0;
    }
    return high(slot) == first && (own == 64 || (low(slot) ^ second) >>> 128 - own == 0);
  }

  private long high(int slot) {
    return slot < v4.length ? 0 : high[slot - v4.length];
  }

  private long low(int slot) {
    return slot < v4.length ? 0xffffL << 32 | v4[slot] >>> LENGTH_BITS : low[slot - v4.length];
  }

  private int bits(int slot) {
    return slot < v4.length ? V4_OFFSET + (int) (v4[slot] & LENGTH) : bits[slot - v4.length] & 0xff;
  }
}
