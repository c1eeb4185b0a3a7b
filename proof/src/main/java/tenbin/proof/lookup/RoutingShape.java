package tenbin.proof.lookup;

import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * A seeded prefix-to-origin table of the shape that the global routing table has: most prefixes of
 * IPv4 are /24 to /22 and about half lie inside a shorter one, most of IPv6 are /48 and /32 inside
 * the blocks that the registries give out of. Invented throughout.
 */
public final class RoutingShape {
  /** What DESIGN's figures are for. */
  public static final int V4_PREFIXES = 1_000_000;

  public static final int V6_PREFIXES = 200_000;

  /** Parts per length, rounded from public statistics of the global table. */
  private static final int[][] V4_LENGTHS = {
    {24, 60_500},
    {23, 10_000},
    {22, 11_000},
    {21, 5_200},
    {20, 4_500},
    {19, 2_600},
    {18, 1_400},
    {17, 900},
    {16, 1_400},
    {15, 200},
    {14, 120},
    {13, 60},
    {12, 30},
    {11, 10},
    {10, 4},
    {9, 2},
    {8, 2}
  };

  private static final int[][] V6_LENGTHS = {
    {48, 480}, {32, 210}, {44, 90}, {40, 85}, {36, 35}, {29, 30}, {46, 25}, {47, 20}, {33, 15},
    {45, 10}
  };

  /** About as many blocks of IPv6 as the registries' members announce from. */
  private static final int V6_ALLOCATIONS = 40_000;

  /** First 12 bits of the blocks that the five registries allocate from. */
  private static final int[] V6_BLOCKS = {0x200, 0x240, 0x260, 0x280, 0x2a0, 0x2c0};

  /** About as many as the global table has origins. */
  private static final int ORIGINS = 80_000;

  private static final int LENGTH_BITS = 6;
  private static final int V6_SHIFT = 16;

  private final long[] v4;
  private final long[] v6;

  private RoutingShape(long[] v4, long[] v6) {
    this.v4 = v4;
    this.v6 = v6;
  }

  /** Takes prefixes one by one. */
  public interface Visitor {
    /**
     * One prefix.
     *
     * @param high and low: its first address, as {@link Address} holds it
     * @param bits as {@link Prefix#bits} counts
     * @param origin its AS number
     */
    void prefix(long high, long low, int bits, long origin);
  }

  public static RoutingShape usual(RandomGenerator random) {
    return of(V4_PREFIXES, V6_PREFIXES, random);
  }

  public static RoutingShape of(int v4Count, int v6Count, RandomGenerator random) {
    return new RoutingShape(
        distinct(v4Count, random, RoutingShape::anyV4),
        distinct(v6Count, random, RoutingShape::anyV6));
  }

  public int size() {
    return v4.length + v6.length;
  }

  public void forEach(Visitor visitor) {
    for (long key : v4) {
      long first = key >>> LENGTH_BITS;
      visitor.prefix(0, 0xffff_0000_0000L | first, 96 + (int) (key & 63), origin(key));
    }
    for (long key : v6) {
      visitor.prefix(key >>> LENGTH_BITS << V6_SHIFT, 0, (int) (key & 63), origin(key));
    }
  }

  /** Writes it as CAIDA writes its files: prefix, length and origin with tabs between. */
  public void writeTo(Writer out) throws IOException {
    StringBuilder line = new StringBuilder(64);
    IOException[] failed = new IOException[1];
    forEach((high, low, bits, origin) -> {
      Prefix prefix = new Prefix(new Address(high, low), bits);
      line.setLength(0);
      line.append(prefix.first()).append('\t').append(prefix.length()).append('\t');
      try {
        out.append(line.append(origin).append('\n'));
      } catch (IOException full) {
        failed[0] = full;
      }
    });
    if (failed[0] != null) {
      throw failed[0];
    }
  }

  private static long origin(long key) {
    long mixed = (key >>> LENGTH_BITS >>> 10) * 0x9e3779b97f4a7c15L >>> 32;
    return 1_000 + mixed % ORIGINS;
  }

  private interface Draw {
    long key(RandomGenerator random);
  }

  private static long[] distinct(int count, RandomGenerator random, Draw draw) {
    long[] keys = new long[0];
    while (keys.length < count) {
      long[] more = new long[count - keys.length];
      Arrays.setAll(more, i -> draw.key(random));
      int had = keys.length;
      keys = Arrays.copyOf(keys, count);
      System.arraycopy(more, 0, keys, had, more.length);
      Arrays.sort(keys);
      keys = withoutRepeats(keys);
    }
    return keys;
  }

  private static long[] withoutRepeats(long[] sorted) {
    int kept = 0;
    for (long key : sorted) {
      if (kept == 0 || sorted[kept - 1] != key) {
        sorted[kept++] = key;
      }
    }
    return Arrays.copyOf(sorted, kept);
  }

  private static long anyV4(RandomGenerator random) {
    int length = draw(V4_LENGTHS, random);
    long first = 0;
    while (first >>> 24 == 0 || first >>> 24 == 10 || first >>> 24 == 127) {
      first = random.nextInt(1, 224) * (1L << 24) | random.nextInt(1 << 24);
    }
    return (first & -1L << (32 - length)) << LENGTH_BITS | length;
  }

  /**
   * A prefix at or inside an allocation. Allocations stand a /29 apart; few of them have most of
   * the longer prefixes; half of those are numbered from the beginning.
   */
  private static long anyV6(RandomGenerator random) {
    int length = draw(V6_LENGTHS, random);
    double skewed = random.nextDouble() * random.nextDouble();
    int allocation = (int) (skewed * V6_ALLOCATIONS);
    long block = V6_BLOCKS[allocation % V6_BLOCKS.length];
    long high = block << 52 | (long) (allocation / V6_BLOCKS.length) << 35;
    if (length > 32) {
      long subnets = 1L << (length - 32);
      long subnet = random.nextLong(random.nextBoolean() ? Math.min(64, subnets) : subnets);
      high |= subnet << (64 - length);
    } else {
      high |= random.nextLong(8) << 32;
    }
    return (high & -1L << (64 - length)) >>> V6_SHIFT << LENGTH_BITS | length;
  }

  private static int total(int[][] shares) {
    int total = 0;
    for (int[] share : shares) {
      total += share[1];
    }
    return total;
  }

  private static int draw(int[][] shares, RandomGenerator random) {
    int rest = random.nextInt(total(shares));
    for (int[] share : shares) {
      rest -= share[1];
      if (rest < 0) {
        return share[0];
      }
    }
    return shares[0][0];
  }
}
