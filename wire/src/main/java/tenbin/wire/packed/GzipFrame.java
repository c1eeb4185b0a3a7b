package tenbin.wire.packed;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.Inflater;

/** What stands around the deflated octets of a gzip file: headers and trailers of its members. */
final class GzipFrame {
  private static final int BUFFER = 1 << 16;
  private static final int DEFLATE = 8;
  private static final int HEADER_SUM = 2;
  private static final int EXTRA = 4;
  private static final int NAME = 8;
  private static final int COMMENT = 16;

  private final InputStream in;
  private final byte[] packed = new byte[BUFFER];
  private int from;
  private int to;
  private long offset;
  private boolean any;

  GzipFrame(InputStream in) {
    this.in = in;
  }

  /** Reads the header of the next member; false at the end of the file. */
  boolean header() throws IOException {
    int first = firstOctet();
    if (first < 0) {
      return false;
    }
    long at = offset - 1;
    try {
      if (first != 0x1f || u8() != 0x8b || u8() != DEFLATE) {
        throw lost(at, any ? "octets behind the end that are no gzip" : "no header");
      }
      fields();
    } catch (EOFException end) {
      throw lost(at, any ? "octets behind the end that are no gzip" : "breaks off in a header");
    }
    any = true;
    return true;
  }

  /** Tapes pad the last member with zeros. */
  private int firstOctet() throws IOException {
    while (from < to || isFilled()) {
      int octet = u8();
      if (octet != 0 || !any) {
        return octet;
      }
    }
    return -1;
  }

  private void fields() throws IOException {
    int flags = u8();
    skip(6);
    if ((flags & EXTRA) != 0) {
      skip(u8() | u8() << 8);
    }
    for (int text = flags & (NAME | COMMENT); text != 0; text &= text - 1) {
      int octet = u8();
      while (octet != 0) {
        octet = u8();
      }
    }
    if ((flags & HEADER_SUM) != 0) {
      skip(2);
    }
  }

  /** Gives an inflater what it wants. */
  void feed(Inflater inflater) throws IOException {
    if (from == to && !isFilled()) {
      throw lost(offset, "breaks off");
    }
    inflater.setInput(packed, from, to - from);
    offset += to - from;
    from = to;
  }

  /** Takes back what the inflater left over, and compares what it made with the trailer. */
  void trailer(Inflater inflater, CRC32 sum) throws IOException {
    int left = inflater.getRemaining();
    from = to - left;
    offset -= left;
    long at = offset;
    try {
      long told = u32();
      long length = u32();
      if (told != sum.getValue() || length != (inflater.getBytesWritten() & 0xffff_ffffL)) {
        throw new PackedDamage(
            "gzip at packed octet " + at + ": the check sum is wrong", PackedDamage.Rest.FOLLOWS);
      }
    } catch (EOFException end) {
      throw lost(at, "breaks off in a trailer");
    }
  }

  /** What an inflater could not read. */
  PackedDamage damage(Inflater inflater, String why) {
    return lost(offset - inflater.getRemaining(), why);
  }

  private static PackedDamage lost(long at, String why) {
    return new PackedDamage("gzip at packed octet " + at + ": " + why, PackedDamage.Rest.LOST);
  }

  private int u8() throws IOException {
    if (from == to && !isFilled()) {
      throw new EOFException();
    }
    offset++;
    return packed[from++] & 0xff;
  }

  private long u32() throws IOException {
    return u8() | u8() << 8 | u8() << 16 | (long) u8() << 24;
  }

  private void skip(int count) throws IOException {
    for (int i = 0; i < count; i++) {
      u8();
    }
  }

  private boolean isFilled() throws IOException {
    from = 0;
    to = Math.max(0, in.read(packed, 0, packed.length));
    return to > 0;
  }

  void close() throws IOException {
    in.close();
  }
}
