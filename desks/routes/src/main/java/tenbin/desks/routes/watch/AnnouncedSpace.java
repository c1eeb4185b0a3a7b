package tenbin.desks.routes.watch;

import java.util.BitSet;
import tenbin.nouns.net.Prefix;

/**
 * Where anything was announced when the watch began, in blocks of /16 of IPv4 and /28 of IPv6:
 * coarse on purpose, because a new customer's block beside others is no news.
 */
final class AnnouncedSpace {
  private static final int V4_BITS = 16;
  private static final int V6_BITS = 28;

  private final BitSet v4 = new BitSet(1 << V4_BITS);
  private final LongSet v6 = new LongSet();
  private boolean any;

  void add(Prefix prefix) {
    any = true;
    int first = block(prefix);
    int bits = prefix.isV4() ? V4_BITS : V6_BITS;
    int count = prefix.length() >= bits ? 1 : 1 << Math.min(bits - prefix.length(), 12);
    if (prefix.isV4()) {
      v4.set(first, Math.min(first + count, 1 << V4_BITS));
    } else {
      for (int i = 0; i < count; i++) {
        v6.add(first + (long) i + 1);
      }
    }
  }

  /** Whether nothing was announced near it; false where nothing is known at all. */
  boolean isFree(Prefix prefix) {
    int block = block(prefix);
    return any && !(prefix.isV4() ? v4.get(block) : v6.has(block + 1L));
  }

  private static int block(Prefix prefix) {
    return prefix.isV4()
        ? (int) (prefix.first().low() >>> 16) & 0xffff
        : (int) (prefix.first().high() >>> 64 - V6_BITS);
  }
}
