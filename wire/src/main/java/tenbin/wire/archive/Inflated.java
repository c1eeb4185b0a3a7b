package tenbin.wire.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import tenbin.nouns.report.Fault;

/** An entry's bytes that are packed with DEFLATE (RFC 1951), checked and counted as they come. */
final class Inflated extends InputStream {
  /** The checksum stands behind the data (APPNOTE 6.3.10 section 4.3.9). */
  static final long CHECKSUM_BEHIND = -1;

  private static final long DESCRIPTOR = 0x0807_4b50L;
  private static final long LOW = 0xffff_ffffL;
  private static final int BLOCK = 16 * 1024;

  private final ZipBytes in;
  private final long crc;
  private final Budget budget;
  private final CRC32 running = new CRC32();
  private final Inflater inflater = new Inflater(true);
  private final byte[] block = new byte[BLOCK];
  private int filled;
  private boolean ended;

  Inflated(ZipBytes in, long crc, Budget budget) {
    this.in = in;
    this.crc = crc;
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    while (!ended) {
      int count = inflate(to, from, length);
      if (count > 0) {
        running.update(to, from, count);
        budget.unpacked(count);
        return count;
      }
      if (inflater.finished()) {
        end();
      } else if (inflater.needsDictionary()) {
        throw broken("needs a dictionary");
      } else if (inflater.needsInput()) {
        filled = in.some(block, BLOCK);
        inflater.setInput(block, 0, filled);
      }
    }
    return -1;
  }

  private int inflate(byte[] to, int from, int length) throws Broken {
    try {
      return inflater.inflate(to, from, length);
    } catch (DataFormatException bad) {
      throw broken(String.valueOf(bad.getMessage()));
    }
  }

  private void end() throws IOException {
    ended = true;
    int rest = inflater.getRemaining();
    in.giveBack(block, filled - rest, rest);
    long wanted = crc == CHECKSUM_BEHIND ? checksumBehind() : crc;
    inflater.end();
    if (wanted != running.getValue()) {
      throw broken("a part's checksum is wrong");
    }
  }

  /** Reads the descriptor: with or without its signature, with sizes of 32 or of 64 bits. */
  private long checksumBehind() throws IOException {
    long first = in.number(4);
    long checksum = first == DESCRIPTOR ? in.number(4) : first;
    in.number(4);
    boolean isShort = in.number(4) == (inflater.getBytesWritten() & LOW);
    if (!isShort) {
      in.number(8);
    }
    return checksum;
  }

  @Override
  public void close() {
    inflater.end();
  }

  private static Broken broken(String detail) {
    return new Broken(Fault.ARCHIVE_BROKEN, detail);
  }
}
