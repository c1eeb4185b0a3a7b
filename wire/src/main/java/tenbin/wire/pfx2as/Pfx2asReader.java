package tenbin.wire.pfx2as;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.table.TableLines;
import tenbin.wire.table.TableTally;

/**
 * Reads prefix-to-origin tables (CAIDA, Routeviews Prefix to AS mappings): "126.64.0.0", "10" and
 * "64496", with a tab between. Several origins of one prefix are joined by "_", the members of an
 * AS set by ",". Stateless; any thread.
 */
public final class Pfx2asReader {
  private static final long MOST_ASN = 0xffff_ffffL;

  private Pfx2asReader() {}

  /** Reads a whole table; a damaged line is told and left out. */
  public static TableTally read(InputStream in, Pfx2asRows rows) throws IOException {
    TableLines lines = new TableLines(in);
    long entries = 0;
    long damaged = 0;
    while (lines.next()) {
      String line = lines.text();
      if (line.isBlank() || line.charAt(0) == '#') {
        continue;
      }
      try {
        if (lines.tooLong()) {
          throw new IllegalArgumentException("longer than " + TableLines.MOST_BYTES + " bytes");
        }
        readLine(line, rows);
        entries++;
      } catch (IllegalArgumentException wrong) {
        damaged++;
        Fault fault = lines.tooLong() ? Fault.ROW_TOO_LONG : Fault.ROW_UNREADABLE;
        rows.damaged(new Warning(fault, Place.row(lines.number()), "" + wrong.getMessage()));
      }
    }
    return new TableTally(lines.number(), entries, damaged);
  }

  private static void readLine(String line, Pfx2asRows rows) {
    String[] parts = line.strip().split("\\s+", 4);
    if (parts.length != 3) {
      throw new IllegalArgumentException("not prefix, length and origin: " + line);
    }
    Prefix prefix = Prefix.parse(parts[0] + "/" + parts[1]);
    long[] origins = origins(parts[2]);
    rows.prefix(prefix.first().high(), prefix.first().low(), prefix.bits(), origins);
  }

  private static long[] origins(String text) {
    long[] found = new long[text.length() / 2 + 1];
    int count = 0;
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || text.charAt(i) == '_' || text.charAt(i) == ',') {
        count = add(found, count, number(text, from, i));
        from = i + 1;
      }
    }
    return Arrays.copyOf(found, count);
  }

  private static long number(String text, int from, int to) {
    long value = from < to && to - from <= 10 ? 0 : MOST_ASN + 1;
    for (int i = from; i < to && value <= MOST_ASN; i++) {
      char c = text.charAt(i);
      value = c >= '0' && c <= '9' ? value * 10 + (c - '0') : MOST_ASN + 1;
    }
    if (value > MOST_ASN) {
      throw new IllegalArgumentException("not AS numbers: " + text);
    }
    return value;
  }

  /** Adds an origin that is not there yet. */
  private static int add(long[] found, int count, long value) {
    for (int i = 0; i < count; i++) {
      if (found[i] == value) {
        return count;
      }
    }
    found[count] = value;
    return count + 1;
  }
}
