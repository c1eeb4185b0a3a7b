package tenbin.wire.archive;

import java.io.IOException;
import java.io.InputStream;
import tenbin.nouns.report.Fault;
import tenbin.wire.Limits;

/**
 * What an archive and all archives in it may unpack to together: measured while it comes, against
 * the bytes of the outermost one, so that bombs in bombs multiply nothing.
 */
final class Budget {
  /** Below this no ratio is unreasonable: a report of one repeated row. */
  private static final long ALWAYS_FINE = 1L << 20;

  private final Limits limits;
  private long packed;
  private long unpacked;
  private int parts;

  Budget(Limits limits) {
    this.limits = limits;
  }

  /** The outermost archive's bytes, counted as they are taken. */
  InputStream packed(InputStream in) {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        int b = in.read();
        packed += b < 0 ? 0 : 1;
        return b;
      }

      @Override
      public int read(byte[] to, int from, int length) throws IOException {
        int count = in.read(to, from, length);
        packed += Math.max(0, count);
        return count;
      }
    };
  }

  void unpacked(int count) throws Broken {
    unpacked += count;
    if (unpacked > limits.mostBytes()) {
      throw new Broken(Fault.TOO_LARGE, "unpacks to more than " + limits.mostBytes() + " bytes");
    }
    if (unpacked > ALWAYS_FINE && unpacked / limits.mostRatio() > packed) {
      throw new Broken(Fault.ARCHIVE_RATIO, "unpacks to more than 1:" + limits.mostRatio());
    }
  }

  void part() throws Broken {
    if (++parts > limits.mostParts()) {
      throw new Broken(Fault.TOO_MANY_PARTS, "more than " + limits.mostParts() + " parts");
    }
  }

  void depth(int depth) throws Broken {
    if (depth * 8 > limits.mostDepth()) {
      throw new Broken(Fault.TOO_DEEP, "archives in archives, " + depth + " deep");
    }
  }
}
