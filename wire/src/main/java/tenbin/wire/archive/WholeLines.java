package tenbin.wire.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * An unpacked stream that ends, when its archive breaks off, behind the last whole line: half a row
 * could name somebody else's address. Holds the unfinished line back until its end is there.
 */
final class WholeLines extends InputStream {
  /** Longer lines are handed on unfinished; no row of a real report reaches a tenth of it. */
  private static final int MOST_HELD = 1 << 20;

  private static final int BLOCK = 64 * 1024;

  private final InputStream in;
  private byte[] held = new byte[BLOCK];
  private int at;
  private int ready;
  private int size;
  private boolean ended;
  private Optional<Broken> broken = Optional.empty();

  WholeLines(InputStream in) {
    this.in = in;
  }

  /** Why the stream ended too early. */
  Optional<Broken> broken() {
    return broken;
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
    while (at == ready) {
      if (ended) {
        return -1;
      }
      fill();
    }
    int count = Math.min(length, ready - at);
    System.arraycopy(held, at, to, from, count);
    at += count;
    return count;
  }

  private void fill() throws IOException {
    System.arraycopy(held, at, held, 0, size - at);
    size -= at;
    at = 0;
    ready = 0;
    if (size == held.length) {
      held = Arrays.copyOf(held, held.length * 2);
    }
    int before = size;
    try {
      int count = in.read(held, size, held.length - size);
      ended = count < 0;
      size += Math.max(0, count);
    } catch (Broken early) {
      broken = Optional.of(early);
      ended = true;
      return;
    }
    ready = ended || size > MOST_HELD ? size : lastLineEnd(before);
  }

  private int lastLineEnd(int from) {
    for (int i = size; i > from; i--) {
      if (held[i - 1] == '\n') {
        return i;
      }
    }
    return 0;
  }
}
