package tenbin.wire.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tenbin.nouns.report.Fault;

/** What a gzip file holds (RFC 1952), all its members one after the other. */
final class Gunzipped extends InputStream {
  private static final int BLOCK = 64 * 1024;

  private final InputStream packed;
  private final Budget budget;
  private InputStream in = InputStream.nullInputStream();
  private boolean opened;

  Gunzipped(InputStream packed, Budget budget) {
    this.packed = packed;
    this.budget = budget;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] to, int from, int length) throws IOException {
    try {
      if (!opened) {
        opened = true;
        in = new GZIPInputStream(packed, BLOCK);
      }
      int count = in.read(to, from, length);
      budget.unpacked(Math.max(0, count));
      return count;
    } catch (EOFException cut) {
      throw new Broken(Fault.TRUNCATED, "the gzip file ends before its end");
    } catch (ZipException bad) {
      throw new Broken(Fault.ARCHIVE_BROKEN, String.valueOf(bad.getMessage()));
    }
  }
}
