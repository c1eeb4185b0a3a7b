package tenbin.wire.csv;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * The part of a stream that is looked at: grows while one row needs it, up to a limit, and forgets
 * what lies behind. Reads nothing ahead of need but a block.
 */
final class Window {
  /** Some 170 rows of the usual 370 bytes: the cost of scanning a cut row twice disappears. */
  private static final int BLOCK = 64 * 1024;

  private final InputStream in;
  private final int mostRow;
  byte[] bytes = new byte[BLOCK];
  int limit;
  boolean ended;

  /** How many bytes of the stream lie before {@code bytes[0]}. */
  long forgotten;

  Window(InputStream in, int mostRow) {
    this.in = in;
    this.mostRow = mostRow;
  }

  /**
   * Makes room behind {@code keepFrom} and reads on; what is kept then begins at 0.
   *
   * @return whether there was room: false when one row already fills its limit
   */
  boolean more(int keepFrom) throws IOException {
    int kept = limit - keepFrom;
    if (kept > mostRow) {
      return false;
    }
    if (keepFrom > 0) {
      System.arraycopy(bytes, keepFrom, bytes, 0, kept);
      forgotten += keepFrom;
      limit = kept;
    }
    if (limit == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    fill();
    return true;
  }

  /** Forgets everything and reads the next block. */
  void skip() throws IOException {
    forgotten += limit;
    limit = 0;
    fill();
  }

  private void fill() throws IOException {
    int read = in.read(bytes, limit, bytes.length - limit);
    if (read < 0) {
      ended = true;
    } else {
      limit += read;
    }
  }
}
