package tenbin.wire.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import tenbin.nouns.report.Fault;
import tenbin.wire.Limits;

/**
 * The rows of a file of separated values (RFC 4180 section 2), one after the other, each as a slice
 * of one buffer with the places of its fields. Line ends are LF or CRLF; empty lines are no rows.
 * Forgiven: quotes inside an unquoted field, text behind a closing quote, a missing last line end.
 * A row that is too long, or whose quote never closes, is lost alone: reading goes on behind its
 * first line end. Not for several threads.
 */
public final class CsvRows {
  /** What {@link #next} found. */
  public enum Found {
    ROW,
    /** A row that cannot be had; {@link #fault} and {@link #detail} say why. */
    LOST_ROW,
    END
  }

  /** How much may be read twice over a whole file because of quotes that do not close. */
  private static final long MOST_READ_TWICE = 256L << 20;

  private final Window window;
  private final RowScan scan;
  private final Dialect dialect;
  private final int mostFields;
  private final int mostRow;
  private int start;
  private int position;
  private long readTwice;
  private long rowOffset;
  private byte[] row = new byte[0];
  private boolean repaired;
  private Fault fault = Fault.ROW_UNREADABLE;
  private String detail = "";

  public CsvRows(InputStream in, Dialect dialect, Limits limits) throws IOException {
    this.dialect = dialect;
    this.mostFields = limits.mostColumns() + 1;
    this.mostRow = limits.mostRowBytes();
    this.scan = new RowScan(dialect, mostFields);
    this.window = new Window(Unicode.asUtf8(in), mostRow);
  }

  /** Goes to the next row; what the former one's methods gave is void then. */
  public Found next() throws IOException {
    while (true) {
      start = position;
      int end = scan.scan(window.bytes, start, window.limit, window.ended);
      while (end == RowScan.MORE) {
        if (!window.more(start)) {
          return lose(Fault.ROW_TOO_LONG, "more than " + mostRow + " bytes");
        }
        start = 0;
        end = scan.scan(window.bytes, 0, window.limit, window.ended);
      }
      if (end == RowScan.OPEN_QUOTE) {
        return lose(Fault.ROW_UNREADABLE, "the file ends inside a quoted field");
      }
      if (end == start) {
        return Found.END;
      }
      if (end - start > mostRow + 2) {
        return lose(Fault.ROW_TOO_LONG, "more than " + mostRow + " bytes");
      }
      position = end;
      rowOffset = window.forgotten + start;
      if (!isBlank() && !isComment()) {
        finish();
        return Found.ROW;
      }
    }
  }

  private boolean isBlank() {
    return scan.count == 1 && scan.starts[0] == scan.ends[0] && window.bytes[start] != '"';
  }

  private boolean isComment() {
    return dialect.comment() != Dialect.NO_COMMENT && window.bytes[start] == dialect.comment();
  }

  private void finish() {
    row = window.bytes;
    repaired = false;
    if (scan.anyEscaped) {
      scan.unescape(row);
    }
    if (scan.odd < 0) {
      int fields = Math.min(scan.count, mostFields);
      Charset8 checked = new Charset8(row, scan.starts, scan.ends, fields);
      repaired = checked.repaired();
      row = checked.bytes();
    }
  }

  /** Loses the row at {@link #start} up to its first line end. */
  private Found lose(Fault why, String what) throws IOException {
    fault = why;
    detail = what;
    rowOffset = window.forgotten + start;
    int lineEnd = lineEnd(start);
    boolean mayReadTwice = readTwice < MOST_READ_TWICE;
    if (lineEnd >= 0 && mayReadTwice) {
      readTwice += window.limit - lineEnd;
      position = lineEnd;
      return Found.LOST_ROW;
    }
    do {
      if (window.ended) {
        position = window.limit;
        break;
      }
      window.skip();
      position = lineEnd(0);
    } while (position < 0);
    return Found.LOST_ROW;
  }

  private int lineEnd(int from) {
    for (int at = from; at < window.limit; at++) {
      if (window.bytes[at] == '\n') {
        return at + 1;
      }
    }
    return -1;
  }

  /** The bytes in which the fields lie: UTF-8, without NUL. Not to be written to. */
  public byte[] bytes() {
    return row;
  }

  /** How many fields the row has. Those behind the limit of columns cannot be looked at. */
  public int count() {
    return scan.count;
  }

  public int from(int field) {
    return scan.starts[field];
  }

  public int to(int field) {
    return scan.ends[field];
  }

  public boolean isEmpty(int field) {
    return scan.starts[field] == scan.ends[field];
  }

  public String text(int field) {
    return new String(row, from(field), to(field) - from(field), UTF_8);
  }

  /** Where the row begins, in bytes of UTF-8 from the beginning. */
  public long offset() {
    return rowOffset;
  }

  /** How much of the stream was taken. */
  public long taken() {
    return window.forgotten + window.limit;
  }

  /** How many bytes of the stream are held at most: the buffer. */
  int held() {
    return window.bytes.length;
  }

  /** Whether the row held bytes that are no UTF-8. */
  public boolean repaired() {
    return repaired;
  }

  /** Why the row was lost. */
  public Fault fault() {
    return fault;
  }

  /** What of the row was wrong, in English. */
  public String detail() {
    return detail;
  }

  /** The fields of the row as text; for headers, never for a hot path. */
  public List<String> texts() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < Math.min(count(), mostFields); i++) {
      all.add(text(i));
    }
    return all;
  }
}
