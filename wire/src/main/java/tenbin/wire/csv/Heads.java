package tenbin.wire.csv;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import tenbin.wire.Limits;
import tenbin.wire.Sample;

/** The first row of a file as far as a sample shows it. */
public final class Heads {
  private Heads() {}

  /** The fields of the first row without blanks around them; empty when there is no whole row. */
  public static List<String> firstRow(Sample sample, Dialect dialect) {
    byte[] head = new byte[sample.size()];
    for (int i = 0; i < head.length; i++) {
      head[i] = (byte) sample.at(i);
    }
    try {
      CsvRows rows = new CsvRows(new ByteArrayInputStream(head), dialect, Limits.USUAL);
      boolean whole = rows.next() == CsvRows.Found.ROW;
      return whole ? rows.texts().stream().map(String::trim).toList() : List.of();
    } catch (IOException impossible) {
      throw new UncheckedIOException("bytes in memory", impossible);
    }
  }
}
