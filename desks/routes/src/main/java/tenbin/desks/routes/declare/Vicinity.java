package tenbin.desks.routes.declare;

import java.util.List;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * Where prefixes of one family lie, coarsely: a bit for each /16 of IPv4, and for what of IPv6
 * shares its /28 by hash. Nearly all that is announced lies elsewhere, and that is seen at one
 * look.
 */
final class Vicinity {
  private static final int V4_BITS = 16;
  private static final int V6_BITS = 28;
  private static final int PLACE_BITS = 16;

  /** A block of so many bits less touches too many places: then it touches all. */
  private static final int MOST_SPREAD = 12;

  private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L; // 2^64 by the golden ratio

  private final long[] places = new long[(1 << PLACE_BITS) / Long.SIZE];
  private boolean everywhere;

  Vicinity(List<Prefix> prefixes) {
    prefixes.forEach(this::add);
  }

  private void add(Prefix prefix) {
    int missing = Math.max(0, bits(prefix) - prefix.length());
    if (missing > MOST_SPREAD) {
      everywhere = true;
      return;
    }
    long first = block(prefix.first(), prefix.isV4());
    for (long block = first; block < first + (1L << missing); block++) {
      int place = place(block);
      places[place >>> 6] |= 1L << place;
    }
  }

  private static int bits(Prefix prefix) {
    return prefix.isV4() ? V4_BITS : V6_BITS;
  }

  private static long block(Address address, boolean v4) {
    return v4 ? address.low() >>> 32 - V4_BITS & 0xffff : address.high() >>> Long.SIZE - V6_BITS;
  }

  private static int place(long block) {
    return (int) (block * SPREAD >>> Long.SIZE - PLACE_BITS);
  }

  /** False where none of them is the asked one nor lies around it; true where that may be. */
  boolean mayHold(Prefix prefix) {
    if (everywhere || prefix.length() < bits(prefix)) {
      return true;
    }
    int place = place(block(prefix.first(), prefix.isV4()));
    return (places[place >>> 6] >>> place & 1) != 0;
  }
}
