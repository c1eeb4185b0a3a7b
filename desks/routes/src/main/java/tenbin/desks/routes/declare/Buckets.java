package tenbin.desks.routes.declare;

import tenbin.nouns.net.Address;

/**
 * Where in a row of sorted addresses those begin that share their first bits: about as many buckets
 * as addresses, by the bits behind those that all of them have in common.
 */
final class Buckets {
  /** A bucket of /24s, and 67 MB at most. */
  private static final int MOST_BITS = 24;

  private final boolean inHigh;
  private final int skipped;
  private final int taken;
  private final long common;
  private final int[] starts;

  Buckets(long[] high, long[] low) {
    int size = high.length;
    inHigh = size > 0 && !(isV4(high[0], low[0]) && isV4(high[size - 1], low[size - 1]));
    long first = size == 0 ? 0 : key(high[0], low[0]);
    long last = size == 0 ? 0 : key(high[size - 1], low[size - 1]);
    int width = Math.min(MOST_BITS, 32 - Integer.numberOfLeadingZeros(size));
    skipped = Math.min(Long.numberOfLeadingZeros(first ^ last), Long.SIZE - width);
    taken = width;
    common = skipped == 0 ? 0 : first >>> Long.SIZE - skipped;
    starts = new int[(1 << taken) + 1];
    for (int i = 0; i < size; i++) {
      starts[of(key(high[i], low[i])) + 1] = i + 1;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] = Math.max(starts[i], starts[i - 1]);
    }
  }

  private static boolean isV4(long high, long low) {
    return new Address(high, low).isV4();
  }

  /** The half in which the addresses differ first; of IPv4 its 32 bits in front. */
  private long key(long high, long low) {
    return inHigh ? high : low << 32;
  }

  /** The bucket of an address; one outside of all is in the first or last. */
  int of(Address address) {
    return of(key(address.high(), address.low()));
  }

  private int of(long key) {
    int side = skipped == 0 ? 0 : Long.compareUnsigned(key >>> Long.SIZE - skipped, common);
    if (side != 0) {
      return side < 0 ? 0 : (1 << taken) - 1;
    }
    return taken == 0 ? 0 : (int) (key << skipped >>> Long.SIZE - taken);
  }

  /** The place of its first. */
  int from(int bucket) {
    return starts[bucket];
  }

  /** The place behind its last. */
  int to(int bucket) {
    return starts[bucket + 1];
  }
}
