package tenbin.wire.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import tenbin.nouns.report.Fault;

/** The bytes of a zip: little-endian numbers, and the end of the stream as what it is: a cut. */
final class ZipBytes {
  private static final int BLOCK = 64 * 1024;

  private final PushbackInputStream in;

  ZipBytes(InputStream in) {
    this.in = new PushbackInputStream(in, BLOCK);
  }

  /** An unsigned number of up to eight bytes. */
  long number(int size) throws IOException {
    long value = 0;
    for (int shift = 0; shift < size * 8; shift += 8) {
      int b = in.read();
      if (b < 0) {
        throw cut();
      }
      value |= (long) b << shift;
    }
    return value;
  }

  byte[] bytes(int count) throws IOException {
    byte[] all = in.readNBytes(count);
    if (all.length < count) {
      throw cut();
    }
    return all;
  }

  /** At least one byte. */
  int some(byte[] to, int most) throws IOException {
    int count = in.read(to, 0, Math.min(most, BLOCK));
    if (count <= 0) {
      throw cut();
    }
    return count;
  }

  void skip(long count) throws IOException {
    byte[] block = new byte[8 * 1024];
    for (long left = count; left > 0; ) {
      left -= some(block, (int) Math.min(block.length, left));
    }
  }

  /** Gives back what was taken too much of the last block. */
  void giveBack(byte[] block, int from, int count) throws IOException {
    in.unread(block, from, count);
  }

  private static Broken cut() {
    return new Broken(Fault.TRUNCATED, "the zip ends before its end");
  }
}
