package tenbin.wire.packed;

import java.io.IOException;
import java.io.InputStream;

/** A packed file as it comes: how far it was read, and whether the reading itself failed. */
final class RawInput extends InputStream {
  private final InputStream in;
  private long offset;
  private boolean failed;

  RawInput(InputStream in) {
    this.in = in;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    failed = true;
    int got = in.read(to, from, length);
    failed = false;
    offset += Math.max(0, got);
    return got;
  }

  /** How many octets were read. */
  long offset() {
    return offset;
  }

  /** Whether the last reading ended with an exception: no word of what is packed. */
  boolean hasFailed() {
    return failed;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
