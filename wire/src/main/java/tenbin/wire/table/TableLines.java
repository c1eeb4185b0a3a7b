package tenbin.wire.table;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;

/**
 * The lines of a table file one by one, unpacked where it is gzip (RFC 1952). A byte is a
 * character: what matters in these files is ASCII, and the registries' databases are Latin-1. Not
 * for several threads; the caller closes the stream.
 */
public final class TableLines {
  /** Longest line that is read whole; the longest of registries' databases stay below 4 KiB. */
  public static final int MOST_BYTES = 1 << 16;

  private static final int BUFFER = 1 << 16;

  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int filled;
  private byte[] line = new byte[256];
  private int length;
  private long number;
  private boolean tooLong;

  public TableLines(InputStream in) throws IOException {
    BufferedInputStream marked = new BufferedInputStream(in, BUFFER);
    marked.mark(2);
    boolean packed = marked.read() == 0x1f && marked.read() == 0x8b;
    marked.reset();
    this.in = packed ? new GZIPInputStream(marked, BUFFER) : marked;
  }

  /** Goes to the next line; false at the end. */
  public boolean next() throws IOException {
    length = 0;
    tooLong = false;
    boolean any = false;
    while (true) {
      if (position == filled) {
        filled = in.read(buffer, 0, buffer.length);
        position = 0;
        if (filled <= 0) {
          filled = 0;
          number += any ? 1 : 0;
          return any;
        }
      }
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      append(end);
      position = end;
      if (end < filled) {
        position++;
        number++;
        return true;
      }
    }
  }

  private void append(int end) {
    int take = Math.min(end - position, MOST_BYTES - length);
    tooLong |= take < end - position;
    if (length + take > line.length) {
      line = Arrays.copyOf(line, Math.max(length + take, line.length * 2));
    }
    System.arraycopy(buffer, position, line, length, take);
    length += take;
  }

  /** The line without its end, cut at {@link #MOST_BYTES}. */
  public String text() {
    boolean returned = length > 0 && line[length - 1] == '\r';
    return new String(line, 0, returned ? length - 1 : length, ISO_8859_1);
  }

  /** 1 for the first line. */
  public long number() {
    return number;
  }

  /** Whether the line was longer than is read. */
  public boolean tooLong() {
    return tooLong;
  }
}
