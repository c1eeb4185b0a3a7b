package tenbin.proof.lookup;

import java.util.random.RandomGenerator;

/** Addresses to look up: most lie inside a prefix of the table, the rest anywhere. */
final class Probes {
  final long[] high;
  final long[] low;

  private Probes(int count) {
    high = new long[count];
    low = new long[count];
  }

  /**
   * Draws addresses.
   *
   * @param v4Share of them that are IPv4, 0 to 1
   * @param insideShare of them that lie inside a prefix of the table, 0 to 1
   */
  static Probes draw(
      FlatTable table, int count, double v4Share, double insideShare, RandomGenerator random) {
    Probes probes = new Probes(count);
    for (int i = 0; i < count; i++) {
      boolean v4 = table.v6Count() == 0 || table.v4Count() > 0 && random.nextDouble() < v4Share;
      if (random.nextDouble() < insideShare) {
        int at = v4 ? random.nextInt(table.v4Count()) : random.nextInt(table.v6Count());
        probes.putInside(i, table, v4 ? at : table.v4Count() + at, random);
      } else if (v4) {
        probes.low[i] = 0xffff_0000_0000L | random.nextInt() & 0xffff_ffffL;
      } else {
        probes.high[i] = 0x2000L << 48 | random.nextLong() >>> 3;
        probes.low[i] = random.nextLong();
      }
    }
    return probes;
  }

  private void putInside(int i, FlatTable table, int entry, RandomGenerator random) {
    int bits = table.bits(entry);
    long highRest = bits >= 64 ? 0 : -1L >>> bits;
    long lowRest = bits <= 64 ? -1L : bits == 128 ? 0 : -1L >>> (bits - 64);
    high[i] = table.high(entry) | random.nextLong() & highRest;
    low[i] = table.low(entry) | random.nextLong() & lowRest;
  }

  int size() {
    return high.length;
  }
}
