package tenbin.proof.lookup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Warning;
import tenbin.spine.attribute.PrefixTable;
import tenbin.wire.pfx2as.Pfx2asReader;
import tenbin.wire.pfx2as.Pfx2asRows;

/** The prefixes of a benchmark with their origins in flat arrays, IPv4 first. */
final class FlatTable {
  private long[] high = new long[1024];
  private long[] low = new long[1024];
  private byte[] bits = new byte[1024];
  private long[] origins = new long[1024];
  private int v4Count;
  private int size;

  static FlatTable of(RoutingShape shape) {
    FlatTable table = new FlatTable();
    shape.forEach(table::add);
    return table;
  }

  /** Reads a pfx2as file; its damaged lines are left out. */
  static FlatTable read(Path file) throws IOException {
    FlatTable v4 = new FlatTable();
    FlatTable v6 = new FlatTable();
    try (InputStream in = Files.newInputStream(file)) {
      Pfx2asReader.read(
          in,
          new Pfx2asRows() {
            @Override
            public void prefix(long high, long low, int bits, long[] asns) {
              (isV4(high, low) ? v4 : v6).add(high, low, bits, asns[0]);
            }

            @Override
            public void damaged(Warning warning) {}
          });
    }
    v6.forEach(v4::add);
    if (v4.size == 0) {
      throw new IOException("no prefix in " + file);
    }
    return v4;
  }

  /** Adds a prefix; all of IPv4 must come before the first of IPv6. */
  private void add(long newHigh, long newLow, int newBits, long origin) {
    if (size == high.length) {
      high = Arrays.copyOf(high, size * 2);
      low = Arrays.copyOf(low, size * 2);
      bits = Arrays.copyOf(bits, size * 2);
      origins = Arrays.copyOf(origins, size * 2);
    }
    high[size] = newHigh;
    low[size] = newLow;
    bits[size] = (byte) newBits;
    origins[size++] = origin;
    if (isV4(newHigh, newLow)) {
      v4Count = size;
    }
  }

  private static boolean isV4(long high, long low) {
    return high == 0 && low >>> 32 == 0xffff;
  }

  void forEach(RoutingShape.Visitor visitor) {
    for (int at = 0; at < size; at++) {
      visitor.prefix(high[at], low[at], bits(at), origins[at]);
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
