package tenbin.wire.packed;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorInputStream;

/**
 * A block of a bzip2 file by itself: its bits, moved to the front of an octet, as the only block of
 * a stream of their own.
 */
final class Bzip2Block implements Callable<Bzip2Part> {
  private static final byte[] HEADER = {'B', 'Z', 'h', '9'};
  private static final int MAGIC_OCTETS = 6;

  /** What most blocks come to; those of many repeats have up to 46 MB. */
  private static final int USUAL = 1 << 20;

  private final byte[] stream;
  private final long bit;

  /**
   * The bits of a buffer that are a block.
   *
   * @param bytes the buffer; it may change afterwards
   * @param from the first bit
   * @param to the first bit behind
   * @param bit where it stands in the packed file
   */
  Bzip2Block(byte[] bytes, long from, long to, long bit) {
    this.bit = bit;
    int bits = (int) (to - from);
    this.stream = new byte[HEADER.length + (bits + 7) / 8 + MAGIC_OCTETS + Integer.BYTES];
    System.arraycopy(HEADER, 0, stream, 0, HEADER.length);
    move(bytes, (int) (from >>> 3), (int) (from & 7), (bits + 7) / 8);
    int end = 8 * HEADER.length + bits;
    put(end, Bzip2Scanner.END, 48);
    put(end + 48, sum(), 32);
  }

  private void move(byte[] bytes, int from, int shift, int count) {
    for (int i = 0; i < count; i++) {
      int next = from + i + 1 < bytes.length ? bytes[from + i + 1] & 0xff : 0;
      stream[HEADER.length + i] = (byte) (bytes[from + i] << shift | next >>> 8 - shift);
    }
  }

  private void put(int at, long value, int bits) {
    for (int i = 0; i < bits; i++) {
      int mask = 0x80 >>> (at + i & 7);
      int where = at + i >>> 3;
      boolean set = (value >>> bits - 1 - i & 1) != 0;
      stream[where] = (byte) (set ? stream[where] | mask : stream[where] & ~mask);
    }
  }

  /** Its check sum, as it says; of a stream of one block it is that of the stream too. */
  int sum() {
    int at = HEADER.length + MAGIC_OCTETS;
    return stream[at] << 24
        | (stream[at + 1] & 0xff) << 16
        | (stream[at + 2] & 0xff) << 8
        | stream[at + 3] & 0xff;
  }

  /** Unpacks it: all of it or, where its check sum is wrong, nothing. */
  @Override
  public Bzip2Part call() {
    Content content = new Content();
    try (BZip2CompressorInputStream in =
        new BZip2CompressorInputStream(new ByteArrayInputStream(stream))) {
      in.transferTo(content);
      return new Bzip2Part(content.bytes(), content.size(), Optional.empty());
    } catch (IOException | IndexOutOfBoundsException broken) {
      return Bzip2Part.damaged(
          bit, "a block is lost: " + broken.getMessage(), PackedDamage.Rest.FOLLOWS);
    }
  }

  /** Octets that are given without another copy. */
  private static final class Content extends ByteArrayOutputStream {
    Content() {
      super(USUAL);
    }

    byte[] bytes() {
      return buf;
    }
  }
}
