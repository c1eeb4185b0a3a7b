package tenbin.desks.routes.past;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/**
 * Octets in a file by pieces, each with its length, its check sum and how it is packed: what is
 * torn or turned is found before it is believed.
 */
final class Frames {
  /** Length packed, length unpacked, check sum. */
  static final int HEAD = 3 * Integer.BYTES;

  /** The peer of plain speed; a higher one takes more time than octets. */
  private static final int LEVEL = 4;

  /** How a piece is packed. */
  enum Pack {
    PLAIN,
    DEFLATED
  }

  private Frames() {}

  static ByteBuffer of(byte[] octets, Pack pack) {
    byte[] packed = pack == Pack.PLAIN ? octets : deflated(octets);
    CRC32 sum = new CRC32();
    sum.update(packed);
    return ByteBuffer.allocate(HEAD + packed.length)
        .putInt(packed.length)
        .putInt(pack == Pack.PLAIN ? 0 : octets.length)
        .putInt((int) sum.getValue())
        .put(packed)
        .flip();
  }

  private static byte[] deflated(byte[] octets) {
    Deflater deflater = new Deflater(LEVEL, true);
    try {
      deflater.setInput(octets);
      deflater.finish();
      byte[] out = new byte[octets.length / 2 + 64];
      int size = 0;
      while (!deflater.finished()) {
        if (size == out.length) {
          out = Arrays.copyOf(out, 2 * size);
        }
        size += deflater.deflate(out, size, out.length - size);
      }
      return Arrays.copyOf(out, size);
    } finally {
      deflater.end();
    }
  }

  /** Writes a piece at the end; where it stands. */
  static long append(FileChannel file, ByteBuffer frame) throws IOException {
    long at = file.position();
    while (frame.hasRemaining()) {
      file.write(frame);
    }
    return at;
  }

  /** A piece that was read, and where the next one begins. */
  static final class Piece {
    private final byte[] octets;
    private final long next;

    private Piece(byte[] octets, long next) {
      this.octets = octets;
      this.next = next;
    }

    /** The octets themselves, no copy: nobody else has them. */
    byte[] octets() {
      return octets;
    }

    long next() {
      return next;
    }
  }

  /**
   * The piece that begins somewhere.
   *
   * @throws EOFException when the file ends in it
   * @throws Damaged when it is not as it was written
   */
  static Piece read(FileChannel file, long at) throws IOException {
    ByteBuffer head = exactly(file, at, HEAD);
    int packed = head.getInt();
    int plain = head.getInt();
    int sum = head.getInt();
    if (packed < 0 || packed > Block.MOST_OCTETS || plain < 0 || plain > Block.MOST_OCTETS) {
      throw new Damaged("a piece of " + packed + " octets at " + at);
    }
    byte[] octets = exactly(file, at + HEAD, packed).array();
    CRC32 is = new CRC32();
    is.update(octets);
    if ((int) is.getValue() != sum) {
      throw new Damaged("the check sum at " + at);
    }
    return new Piece(plain == 0 ? octets : inflated(octets, plain), at + HEAD + packed);
  }

  static ByteBuffer exactly(FileChannel file, long at, int length) throws IOException {
    ByteBuffer octets = ByteBuffer.allocate(length);
    while (octets.hasRemaining()) {
      if (file.read(octets, at + octets.position()) < 0) {
        throw new EOFException("ends at " + (at + octets.position()));
      }
    }
    return octets.flip();
  }

  private static byte[] inflated(byte[] packed, int length) throws Damaged {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(packed);
      byte[] out = new byte[length];
      int size = 0;
      while (size < length) {
        int more = inflater.inflate(out, size, length - size);
        if (more == 0) {
          throw new Damaged("packed octets end too soon");
        }
        size += more;
      }
      return out;
    } catch (DataFormatException wrong) {
      throw new Damaged("packed octets: " + wrong.getMessage());
    } finally {
      inflater.end();
    }
  }
}
