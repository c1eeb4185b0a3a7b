package tenbin.desks.routes.registry;

import java.util.Arrays;
import tenbin.nouns.net.Prefix;

/** Prefixes in the order in which they are told, equal ones each time. Not for several threads. */
final class PrefixList {
  /** What {@link PrefixIndex} can number; all registries together have a tenth of it. */
  static final int MOST = 1 << 25;

  private long[] high = new long[1024];
  private long[] low = new long[1024];
  private byte[] bits = new byte[1024];
  private int size;

  void add(Prefix prefix) {
    if (size == MOST) {
      throw new IllegalStateException("more than " + MOST + " prefixes in one table");
    }
    if (size == high.length) {
      int more = size + (size >> 1);
      high = Arrays.copyOf(high, more);
      low = Arrays.copyOf(low, more);
      bits = Arrays.copyOf(bits, more);
    }
    high[size] = prefix.first().high();
    low[size] = prefix.first().low();
    bits[size++] = (byte) prefix.bits();
  }

  int size() {
    return size;
  }

  long high(int at) {
    return high[at];
  }

  long low(int at) {
    return low[at];
  }

  int bits(int at) {
    return bits[at] & 0xff;
  }

  boolean isV4(int at) {
    return bits(at) >= PrefixIndex.V4_OFFSET && high[at] == 0 && low[at] >>> 32 == 0xffff;
  }
}
