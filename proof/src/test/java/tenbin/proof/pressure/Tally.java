package tenbin.proof.pressure;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** How many rows each member has, and the sum of their hashes: a row twice or lost shows. */
final class Tally {
  private final long[] rows;
  private final long[] sums;

  Tally(int members) {
    this.rows = new long[members];
    this.sums = new long[members];
  }

  void add(int member, int v4Bits, int port, long epochSecond) {
    long hash = ((long) v4Bits << 32 ^ port) * 0x9e37_79b9_7f4a_7c15L + epochSecond;
    rows[member]++;
    sums[member] += (hash ^ hash >>> 29) * 0xc2b2_ae3d_27d4_eb4fL;
  }

  long total() {
    return LongStream.of(rows).sum();
  }

  @Override
  public String toString() {
    return Arrays.toString(rows)
        + LongStream.of(sums).mapToObj(Long::toHexString).collect(Collectors.joining(","));
  }
}
