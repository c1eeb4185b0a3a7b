package tenbin.desks.routes.declare;

import java.util.List;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

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

  /** Of the blocks' first addresses; what is asked is of the same family. */
  Buckets(List<Prefix> sorted) {
    int size = sorted.size();
    inHigh = size > 0 && !sorted.getFirst().isV4();
    long first = size == 0 ? 0 : key(sorted.getFirst().first());
    long last = size == 0 ? 0 : key(sorted.getLast().first());
    int width = Math.min(MOST_BITS, 32 - Integer.numberOfLeadingZeros(size));
    skipped = Math.min(Long.numberOfLeadingZeros(first ^ last), Long.SIZE - width);
    taken = width;
    common = skipped == 0 ? 0 : first >>> Long.SIZE - skipped;
    starts = new int[(1 << taken) + 1];
    for (int i = 0; i < size; i++) {
      starts[of(sorted.get(i).first()) + 1] = i + 1;
    }
    for (int i = 1; i < starts.length; i++) {
      starts[i] = Math.max(starts[i], starts[i - 1]);
    }
  }

  /** The half in which the addresses differ first; of IPv4 its 32 bits in front. */
  private long key(Address address) {
    return inHigh ? address.high() : address.low() << 32;
  }

  /** The bucket of an address; one outside of all is in the first or last. */
  int of(Address address) {
    long key = key(address);
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
