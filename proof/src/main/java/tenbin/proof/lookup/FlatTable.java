package tenbin.proof.lookup;

import java.util.Arrays;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.spine.attribute.PrefixTable;

/** The prefixes of a benchmark in flat arrays, IPv4 first. */
final class FlatTable {
  private long[] high = new long[1024];
  private long[] low = new long[1024];
  private byte[] bits = new byte[1024];
  private int v4Count;
  private int size;

  static FlatTable of(RoutingShape shape) {
    FlatTable table = new FlatTable();
    shape.forEach((high, low, bits, origin) -> table.add(high, low, bits));
    return table;
  }

  /** Adds a prefix; all of IPv4 must come before the first of IPv6. */
  void add(long newHigh, long newLow, int newBits) {
    if (size == high.length) {
      high = Arrays.copyOf(high, size * 2);
      low = Arrays.copyOf(low, size * 2);
      bits = Arrays.copyOf(bits, size * 2);
    }
    high[size] = newHigh;
    low[size] = newLow;
    bits[size++] = (byte) newBits;
    if (newHigh == 0 && newLow >>> 32 == 0xffff) {
      v4Count = size;
    }
  }

  int size() {
    return size;
  }

  int v4Count() {
    return v4Count;
  }

  int v6Count() {
    return size - v4Count;
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

  Prefix prefix(int at) {
    return new Prefix(new Address(high[at], low[at]), bits(at));
  }

  /** Every prefix answers with its own position: the hardest case, no two answers are equal. */
  PrefixTable build() {
    PrefixTable.Builder builder = PrefixTable.builder();
    for (int at = 0; at < size; at++) {
      builder.add(high[at], low[at], bits(at), at);
    }
    return builder.build();
  }
}
