package tenbin.wire.mrt;

import java.io.IOException;
import java.io.InputStream;
import tenbin.wire.bgp.Octets;

/** The octets of a file that were read and not yet used: as many as one record needs at a time. */
final class RecordBuffer {
  private static final int USUAL = 1 << 15;

  private final InputStream in;
  private byte[] bytes = new byte[USUAL];
  private int from;
  private int to;
  private long offset;

  RecordBuffer(InputStream in) {
    this.in = in;
  }

  /** Whether so many octets are there; reads what is missing. */
  boolean has(int count) throws IOException {
    if (to - from >= count) {
      return true;
    }
    makeRoom(count);
    while (to - from < count) {
      int got = in.read(bytes, to, bytes.length - to);
      if (got < 0) {
        return false;
      }
      to += got;
    }
    return true;
  }

  private void makeRoom(int count) {
    if (from + count <= bytes.length) {
      return;
    }
    byte[] old = bytes;
    if (count > bytes.length) {
      bytes = new byte[Integer.highestOneBit(count) << 1];
    }
    System.arraycopy(old, from, bytes, 0, to - from);
    to -= from;
    from = 0;
  }

  /** How many are there without reading. */
  int left() {
    return to - from;
  }

  /** Where the next octet stands in the file. */
  long offset() {
    return offset;
  }

  /** Where it stands in the buffer. */
  int at() {
    return from;
  }

  /** A number of four octets, so many behind the next one. */
  long u32(int behind) {
    return (long) u16(behind) << 16 | u16(behind + 2);
  }

  int u16(int behind) {
    int at = from + behind;
    return (bytes[at] & 0xff) << 8 | bytes[at + 1] & 0xff;
  }

  /** The next octets, valid until more are read. */
  Octets octets(int length) {
    return Octets.of(bytes, from, length);
  }

  void skip(int count) {
    from += count;
    offset += count;
  }
}
