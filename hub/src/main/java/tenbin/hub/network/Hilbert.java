package tenbin.hub.network;

import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * Hilbert's curve through a square: numbers that are near each other lie near each other, and every
 * aligned block of addresses is a square, or two beside each other.
 */
final class Hilbert {
  private static final int V4_BITS = 32;

  /** IPv6 is drawn by its first 48 bits: what a site has. */
  private static final int V6_BITS = 48;

  private Hilbert() {}

  /** A place in a square. */
  record Point(long x, long y) {}

  /**
   * The place of a cell among all cells of its size.
   *
   * @param cell of an even length
   */
  static Point of(Prefix cell) {
    int bits = cell.length();
    if (bits % 2 != 0 || bits > (cell.isV4() ? V4_BITS : V6_BITS)) {
      throw new IllegalArgumentException("no cell of a map: " + cell);
    }
    return at(bits / 2, number(cell.first(), cell.isV4(), bits));
  }

  private static long number(Address first, boolean v4, int bits) {
    if (bits == 0) {
      return 0;
    }
    return v4
        ? (first.v4Bits() & 0xffff_ffffL) >>> (V4_BITS - bits)
        : first.high() >>> (Long.SIZE - bits);
  }

  /** The place of the n-th cell in a square of 2^order by 2^order cells. */
  static Point at(int order, long number) {
    long x = 0;
    long y = 0;
    long rest = number;
    for (int step = 0; step < order; step++) {
      long side = 1L << step;
      long right = 1 & (rest / 2);
      long up = 1 & (rest ^ right);
      if (up == 0) {
        if (right == 1) {
          x = side - 1 - x;
          y = side - 1 - y;
        }
        long turned = x;
        x = y;
        y = turned;
      }
      x += side * right;
      y += side * up;
      rest /= 4;
    }
    return new Point(x, y);
  }
}
