package tenbin.wire.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.CRC32;
import tenbin.nouns.report.Fault;

/** An entry's bytes that are not packed at all. */
final class Stored extends InputStream {
  private final ZipBytes in;
  private final long crc;
  private final Budget budget;
  private final CRC32 running = new CRC32();
  private long left;

  Stored(ZipBytes in, long size, long crc, Budget budget) {
    this.in = in;
    this.left = size;
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
    if (left == 0) {
      check();
      return -1;
    }
    byte[] block = new byte[(int) Math.min(Math.min(length, left), 64 * 1024)];
    int count = in.some(block, block.length);
    System.arraycopy(block, 0, to, from, count);
    left -= count;
    running.update(block, 0, count);
    budget.unpacked(count);
    return count;
  }

  private void check() throws Broken {
    if (running.getValue() != crc) {
      throw new Broken(Fault.ARCHIVE_BROKEN, "a part's checksum is wrong");
    }
  }
}
