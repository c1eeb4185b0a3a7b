package tenbin.wire.csv;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.wire.Format;
import tenbin.wire.Likeness;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sample;
import tenbin.wire.Sink;
import tenbin.wire.text.RowFaults;

/**
 * Reads any table whose columns its sender declares: {@link Report#mapping} holds a {@link Mapping}
 * as text. A column without a role is kept, and shown to nobody unless the mapping tells its
 * category.
 */
public final class PlainCsvReader implements Reader {
  /** The format's name, also where a report is read so because it brings a mapping. */
  public static final Format FORMAT = new Format("plain-csv");

  private static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|');
  private static final int LEAST_COLUMNS = 3;
  private static final int ROWS_LOOKED_AT = 3;

  @Override
  public Format format() {
    return FORMAT;
  }

  /** Possible, never more, for text whose first rows have equally many fields. */
  @Override
  public Likeness looksAt(Sample sample) {
    for (char delimiter : DELIMITERS) {
      Dialect dialect = new Dialect(delimiter, Dialect.Quoting.DOUBLE_QUOTES, '#');
      List<List<String>> rows = Heads.firstRows(sample, dialect, ROWS_LOOKED_AT);
      boolean even = rows.stream().mapToInt(List::size).distinct().count() == 1;
      if (even && rows.getFirst().size() >= LEAST_COLUMNS && looksLikeText(sample)) {
        return Likeness.POSSIBLE;
      }
    }
    return Likeness.NONE;
  }

  private static boolean looksLikeText(Sample sample) {
    int first = sample.at(0);
    return first != '{'
        && first != '['
        && first != '<'
        && (first >= ' ' || first == '\n' || first == '\r');
  }

  @Override
  public void read(Report report, Sink sink) throws IOException, Refused {
    if (report.mapping().isEmpty()) {
      throw undeclared(report);
    }
    Mapping mapping = Mapping.parse(report.mapping().get());
    skipLines(report.bytes(), mapping.skip(), report.limits().mostRowBytes());
    RowFaults faults = new RowFaults(sink, "");
    Table table =
        mapping.columns().isEmpty()
            ? Table.withHeader(report, mapping.dialect(), faults)
            : Table.declared(report, mapping.dialect(), mapping.columns(), faults);
    mapping.check(table.header());
    new RowReader(mapping.shape(), table, report.receivedAt(), faults).readAll(sink);
  }

  /** What a table without a mapping is told, by its first line and the likeliest delimiter. */
  private static Refused undeclared(Report report) throws IOException {
    byte[] line = firstLine(report.bytes(), report.limits().mostRowBytes());
    int columns = 0;
    for (char delimiter : DELIMITERS) {
      Dialect dialect = new Dialect(delimiter, Dialect.Quoting.DOUBLE_QUOTES, '#');
      CsvRows rows = new CsvRows(new ByteArrayInputStream(line), dialect, report.limits());
      columns = Math.max(columns, rows.next() == CsvRows.Found.ROW ? rows.count() : 0);
    }
    return columns > report.limits().mostColumns()
        ? new Refused(
            Fault.TOO_MANY_COLUMNS_IN_HEADER,
            Place.row(0),
            "looks like plain-csv: "
                + columns
                + " columns, at most "
                + report.limits().mostColumns())
        : new Refused(
            Fault.FORMAT_NOT_READ,
            Place.WHOLE,
            "looks like plain-csv: say what its columns mean by a declared mapping");
  }

  private static byte[] firstLine(InputStream in, int mostBytes) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int b = in.read(); b >= 0 && b != '\n' && line.size() < mostBytes; b = in.read()) {
      line.write(b);
    }
    return line.toByteArray();
  }

  private static void skipLines(InputStream in, int lines, int mostBytes)
      throws IOException, Refused {
    for (int line = 0; line < lines; line++) {
      int length = 0;
      for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
        if (++length > mostBytes) {
          throw new Refused(
              Fault.MAPPING_UNUSABLE,
              Place.WHOLE,
              "a line to skip has more than " + mostBytes + " bytes");
        }
      }
    }
  }
}
