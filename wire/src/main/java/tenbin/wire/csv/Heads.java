package tenbin.wire.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import tenbin.wire.Limits;
import tenbin.wire.Sample;

/** The first row of a file as far as a sample shows it. */
public final class Heads {
  private Heads() {}

  /** The first rows as far as they are whole in the sample; at least one row, maybe empty. */
  static List<List<String>> firstRows(Sample sample, Dialect dialect, int most) {
    List<List<String>> all = new ArrayList<>();
    try {
      CsvRows rows = rowsOf(sample, dialect);
      while (all.size() < most && rows.next() == CsvRows.Found.ROW) {
        all.add(rows.texts());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException("bytes in memory", impossible);
    }
    if (all.isEmpty()) {
      all.add(List.of());
    }
    return all;
  }

  private static CsvRows rowsOf(Sample sample, Dialect dialect) throws IOException {
    byte[] head = new byte[sample.size()];
    for (int i = 0; i < head.length; i++) {
      head[i] = (byte) sample.at(i);
    }
    return new CsvRows(new ByteArrayInputStream(head), dialect, Limits.USUAL);
  }

  /** The fields of the first row without blanks around them; empty when there is no whole row. */
  public static List<String> firstRow(Sample sample, Dialect dialect) {
    try {
      CsvRows rows = rowsOf(sample, dialect);
      boolean whole = rows.next() == CsvRows.Found.ROW;
      return whole ? rows.texts().stream().map(String::trim).toList() : List.of();
    } catch (IOException impossible) {
      throw new UncheckedIOException("bytes in memory", impossible);
    }
  }
}
