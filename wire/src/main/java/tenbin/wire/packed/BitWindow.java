package tenbin.wire.packed;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The octets of a file that may still be needed, by where they stand in it. */
final class BitWindow {
  /** A block is made of at most 900,000 octets, and packing makes few of them longer. */
  static final int MOST_BLOCK = 1 << 21;

  private static final int FILLING = 1 << 16;

  private final InputStream in;
  private byte[] bytes = new byte[2 * FILLING];
  private int size;
  private long start;

  BitWindow(InputStream in) {
    this.in = in;
  }

  /** Reads some more; false at the end of the file. */
  boolean isFilled() throws IOException {
    if (bytes.length - size < FILLING) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    int got = in.read(bytes, size, FILLING);
    size += Math.max(0, got);
    return got >= 0;
  }

  /** Where the first octet stands that was not read. */
  long end() {
    return start + size;
  }

  int octet(long at) {
    return bytes[(int) (at - start)] & 0xff;
  }

  /** Up to 32 bits. */
  long bits(long from, int count) {
    long bits = 0;
    for (long bit = from; bit < from + count; bit++) {
      bits = bits << 1 | octet(bit >>> 3) >>> 7 - (int) (bit & 7) & 1;
    }
    return bits;
  }

  Bzip2Block block(long from, long to) {
    return new Bzip2Block(bytes, from - 8 * start, to - 8 * start, from);
  }

  /** Forgets what stands before an octet. */
  void drop(long before) {
    int count = (int) (before - start);
    System.arraycopy(bytes, count, bytes, 0, size - count);
    size -= count;
    start = before;
  }
}
