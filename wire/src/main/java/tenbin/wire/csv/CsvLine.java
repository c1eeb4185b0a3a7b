package tenbin.wire.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tenbin.nouns.time.Moment;

/**
 * One line of CSV as we write it (RFC 4180 section 2, CRLF): built field by field, written, begun
 * anew. What a spreadsheet would take for a formula is made harmless ({@link Formulas}). Not for
 * several threads.
 */
public final class CsvLine {
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final StringBuilder line = new StringBuilder();
  private boolean begun;

  /** Adds a field. */
  public CsvLine add(String value) {
    if (begun) {
      line.append(',');
    }
    begun = true;
    boolean formula = Formulas.isArmed(value);
    boolean quoted = formula || needsQuotes(value);
    if (!quoted) {
      line.append(value);
      return this;
    }
    line.append('"');
    if (formula) {
      line.append('\'');
    }
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      line.append(c == '"' ? "\"\"" : String.valueOf(c));
    }
    line.append('"');
    return this;
  }

  /** Writes the line and begins the next one. */
  public void writeTo(OutputStream out) throws IOException {
    line.append("\r\n");
    out.write(line.toString().getBytes(UTF_8));
    line.setLength(0);
    begun = false;
  }

  /** A time as these tables write it: whole seconds, UTC, no mark of the zone. */
  public static String time(Moment moment) {
    return SECONDS.format(moment.instant());
  }

  private static boolean needsQuotes(String value) {
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == ',' || c == '"' || c < ' ') {
        return true;
      }
    }
    return value.startsWith(" ") || value.endsWith(" ");
  }
}
