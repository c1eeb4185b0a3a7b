package tenbin.wire.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/** Cuts a stream into lines of bounded length, blank ones left out. Not for several threads. */
final class JsonLines {
  /** How far ahead one looks to tell lines from one document. */
  static final int LOOK = 64 * 1024;

  private static final int START_BYTES = 4 * 1024;

  private final InputStream in;
  private final int most;
  private final byte[] buffer = new byte[LOOK];
  private int position;
  private int filled;
  private long consumed;
  private byte[] line = new byte[START_BYTES];
  private int length;
  private boolean tooLong;
  private long offset;

  JsonLines(InputStream in, int most) {
    this.in = in;
    this.most = most;
  }

  /**
   * Whether a stream holds one object a line: the second line begins one, too. Leaves the stream
   * where it was.
   */
  static boolean areLines(InputStream bytes) throws IOException {
    bytes.mark(LOOK + 1);
    byte[] head = bytes.readNBytes(LOOK);
    bytes.reset();
    int first = skipBlanks(head, hasMark(head) ? 3 : 0);
    if (first >= head.length || head[first] != '{') {
      return false;
    }
    int end = first;
    while (end < head.length && head[end] != '\n') {
      end++;
    }
    int second = skipBlanks(head, end);
    return second < head.length && head[second] == '{' && !isOnlyBrace(head, first, end);
  }

  /** "{" alone on its line begins a printed document, whatever comes next. */
  private static boolean isOnlyBrace(byte[] head, int first, int end) {
    return skipBlanks(head, first + 1) >= end;
  }

  private static boolean hasMark(byte[] head) {
    return head.length >= 3
        && head[0] == (byte) 0xef
        && head[1] == (byte) 0xbb
        && head[2] == (byte) 0xbf;
  }

  private static int skipBlanks(byte[] head, int from) {
    int at = from;
    while (at < head.length && head[at] >= 0 && head[at] <= ' ') {
      at++;
    }
    return at;
  }

  /** Goes to the next line that is not blank; false at the end. */
  boolean next() throws IOException {
    do {
      if (!cut()) {
        return false;
      }
    } while (!tooLong && isBlank());
    return true;
  }

  private boolean isBlank() {
    for (int i = 0; i < length; i++) {
      if (line[i] < 0 || line[i] > ' ') {
        return false;
      }
    }
    return true;
  }

  private boolean cut() throws IOException {
    length = 0;
    tooLong = false;
    offset = consumed + position;
    if (position == filled && !fill()) {
      return false;
    }
    do {
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      append(position, end);
      position = Math.min(end + 1, filled);
      if (end < filled) {
        return true;
      }
    } while (fill());
    return true;
  }

  private boolean fill() throws IOException {
    consumed += filled;
    position = 0;
    filled = Math.max(0, in.read(buffer, 0, buffer.length));
    return filled > 0;
  }

  private void append(int from, int to) {
    int count = to - from;
    if (tooLong || length + (long) count > most) {
      tooLong = true;
      return;
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(length + count, line.length * 2));
    }
    System.arraycopy(buffer, from, line, length, count);
    length += count;
  }

  /** Whether the line is UTF-8; plain ASCII, the usual case, costs one look at each byte. */
  boolean isUtf8() {
    int at = 0;
    while (at < length && line[at] >= 0) {
      at++;
    }
    if (at == length) {
      return true;
    }
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(line, 0, length));
      return true;
    } catch (CharacterCodingException malformed) {
      return false;
    }
  }

  byte[] bytes() {
    return line;
  }

  int length() {
    return length;
  }

  /** Whether the line was longer than allowed; its bytes are gone. */
  boolean tooLong() {
    return tooLong;
  }

  /** Where the line began, in bytes from the stream's beginning. */
  long offset() {
    return offset;
  }
}
