package tenbin.wire.csv;

import java.util.Arrays;

/**
 * Finds the fields of one row in a buffer. Reads only; a row that turns out to be cut is scanned
 * again once more of it is there.
 */
final class RowScan {
  /** The row goes on behind what is there. */
  static final int MORE = -1;

  /** The stream ended inside a quoted field. */
  static final int OPEN_QUOTE = -2;

  private final boolean quoting;
  private final byte delimiter;
  private final int mostFields;

  int[] starts = new int[64];
  int[] ends = new int[64];
  boolean[] escaped = new boolean[64];

  /** How many fields the row has; those above the limit have no place. */
  int count;

  /** Whether some field has quotes in it that must go. */
  boolean anyEscaped;

  /** Negative when a byte of the row is NUL or no ASCII. */
  int odd;

  RowScan(Dialect dialect, int mostFields) {
    this.quoting = dialect.quoting() == Dialect.Quoting.DOUBLE_QUOTES;
    this.delimiter = (byte) dialect.delimiter();
    this.mostFields = mostFields;
  }

  /**
   * The end of the row that begins at {@code start}, line end included; {@link #MORE}; {@link
   * #OPEN_QUOTE}.
   */
  int scan(byte[] b, int start, int limit, boolean ended) {
    begin();
    if (start == limit) {
      return ended ? start : MORE;
    }
    int at = start;
    while (true) {
      int from = at;
      int to;
      if (quoting && at < limit && b[at] == '"') {
        from = at + 1;
        to = closing(b, from, limit, ended);
        if (to < 0) {
          return to;
        }
        at = to + 1;
        if (at < limit && b[at] != delimiter && !isLineEnd(b, at, limit)) {
          markEscaped();
          at = plainEnd(b, at, limit);
          to = withoutReturn(b, from, at, limit);
        }
      } else {
        at = plainEnd(b, at, limit);
        to = withoutReturn(b, from, at, limit);
      }
      if (at < limit && b[at] == '\r') {
        at++;
      }
      if (at >= limit && !ended) {
        return MORE;
      }
      add(from, to);
      if (at >= limit) {
        return limit;
      }
      if (b[at++] == '\n') {
        return at;
      }
    }
  }

  private void begin() {
    if (anyEscaped) {
      Arrays.fill(escaped, false);
    }
    anyEscaped = false;
    count = 0;
    odd = 0;
  }

  private static boolean isLineEnd(byte[] b, int at, int limit) {
    return b[at] == '\n' || b[at] == '\r' && (at + 1 == limit || b[at + 1] == '\n');
  }

  /** Where the quoted field ends: at its closing quote. */
  private int closing(byte[] b, int from, int limit, boolean ended) {
    int at = from;
    int seen = odd;
    while (true) {
      while (at < limit && b[at] != '"') {
        seen |= b[at++] - 1;
      }
      if (at == limit) {
        return ended ? OPEN_QUOTE : MORE;
      }
      if (at + 1 == limit && !ended) {
        return MORE;
      }
      if (at + 1 == limit || b[at + 1] != '"') {
        odd = seen;
        return at;
      }
      markEscaped();
      at += 2;
    }
  }

  /** Where unquoted text ends: at the delimiter or at LF. */
  private int plainEnd(byte[] b, int from, int limit) {
    int at = from;
    int seen = odd;
    while (at < limit && b[at] != delimiter && b[at] != '\n') {
      seen |= b[at++] - 1;
    }
    odd = seen;
    return at;
  }

  /** The end of the text without the CR of a CRLF. */
  private static int withoutReturn(byte[] b, int from, int at, int limit) {
    boolean lineEnd = at == limit || b[at] == '\n';
    return lineEnd && at > from && b[at - 1] == '\r' ? at - 1 : at;
  }

  private void markEscaped() {
    anyEscaped = true;
    if (count < escaped.length) {
      escaped[count] = true;
    }
  }

  private void add(int from, int to) {
    if (count < mostFields) {
      if (count + 1 >= starts.length) {
        starts = Arrays.copyOf(starts, starts.length * 2);
        ends = Arrays.copyOf(ends, ends.length * 2);
        escaped = Arrays.copyOf(escaped, escaped.length * 2);
      }
      starts[count] = from;
      ends[count] = to;
    }
    count++;
  }

  /** Takes the quotes out of the fields that have some; in place, as fields only shrink. */
  void unescape(byte[] b) {
    int fields = Math.min(count, mostFields);
    for (int i = 0; i < fields; i++) {
      if (escaped[i]) {
        ends[i] = unescape(b, starts[i], ends[i]);
      }
    }
  }

  /** "a""b" is a"b; "a"b is ab: what stands behind the closing quote belongs to the field. */
  private static int unescape(byte[] b, int from, int to) {
    int out = from;
    boolean closed = false;
    for (int at = from; at < to; at++) {
      if (b[at] == '"' && !closed) {
        if (at + 1 < to && b[at + 1] == '"') {
          at++;
        } else {
          closed = true;
          continue;
        }
      }
      b[out++] = b[at];
    }
    return out;
  }
}
