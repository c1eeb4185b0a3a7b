package tenbin.wire.fuzz;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Warning;
import tenbin.wire.delegated.DelegatedReader;
import tenbin.wire.delegated.DelegatedRows;
import tenbin.wire.pfx2as.Pfx2asReader;
import tenbin.wire.pfx2as.Pfx2asRows;
import tenbin.wire.rpsl.RpslReader;
import tenbin.wire.table.TableTally;

/**
 * A reader of a reference table: damaged lines are told, never thrown; what it counts is what it
 * told.
 *
 * @param name of the table's form
 * @param reading the reader
 */
record TableTarget(String name, Table reading) implements Target {
  /** Reads a table and tells every row and every warning. */
  @FunctionalInterface
  interface Table {
    TableTally read(InputStream in, List<String> rows, List<String> damaged) throws IOException;
  }

  private static final String GZIP = "\u001f\u008b";

  /** A character is copied some ten times on its way from a line to a warning about it. */
  private static final int BYTES_PER_BYTE = 32;

  /** What is said of a damaged line, with the trace of whoever said it; garbage at once. */
  private static final int BYTES_PER_LINE = 2_048;

  static final List<TableTarget> ALL =
      List.of(
          new TableTarget("pfx2as", TableTarget::prefixes),
          new TableTarget("delegated", TableTarget::delegated),
          new TableTarget("rpsl", TableTarget::objects));

  @Override
  public List<String> read(Input input) throws IOException {
    List<String> rows = new ArrayList<>();
    List<String> damaged = new ArrayList<>();
    try {
      TableTally tally = reading.read(new ByteArrayInputStream(input.bytes()), rows, damaged);
      if (tally.damaged() != damaged.size()) {
        throw new AssertionError(tally + " but told of " + damaged.size() + " damaged");
      }
      rows.add(tally.toString());
    } catch (ZipException | java.io.EOFException broken) {
      if (!input.text().startsWith(GZIP)) {
        throw broken;
      }
      rows.add(String.valueOf(broken.getMessage()));
    }
    rows.addAll(damaged);
    return rows;
  }

  /** A table is the operator's own file and may be as long as it likes, a line at a time. */
  @Override
  public long mostAllocatedBytes(Input input) {
    long bytes = 0;
    long lines = 1;
    try (InputStream in = unpacked(input)) {
      for (int each = in.read(); each >= 0; each = in.read()) {
        bytes++;
        lines += each == '\n' || each == '\r' ? 1 : 0;
      }
    } catch (IOException cutOff) {
      bytes++;
    }
    return Target.super.mostAllocatedBytes(input) + BYTES_PER_BYTE * bytes + BYTES_PER_LINE * lines;
  }

  private static InputStream unpacked(Input input) throws IOException {
    InputStream in = new ByteArrayInputStream(input.bytes());
    return input.text().startsWith(GZIP) ? new GZIPInputStream(in) : in;
  }

  private static TableTally prefixes(InputStream in, List<String> rows, List<String> damaged)
      throws IOException {
    return Pfx2asReader.read(
        in,
        new Pfx2asRows() {
          @Override
          public void prefix(long high, long low, int bits, long[] origins) {
            rows.add(
                Long.toHexString(high)
                    + ":"
                    + Long.toHexString(low)
                    + " "
                    + bits
                    + " "
                    + origins.length);
          }

          @Override
          public void damaged(Warning warning) {
            damaged.add(warning.toString());
          }
        });
  }

  private static TableTally delegated(InputStream in, List<String> rows, List<String> damaged)
      throws IOException {
    return DelegatedReader.read(
        in,
        new DelegatedRows() {
          @Override
          public void block(Prefix prefix, Holding holding) {
            rows.add(prefix + " " + holding);
          }

          @Override
          public void systems(Asn first, long count, Holding holding) {
            rows.add(first + " " + count + " " + holding);
          }

          @Override
          public void damaged(Warning warning) {
            damaged.add(warning.toString());
          }
        });
  }

  private static TableTally objects(InputStream in, List<String> rows, List<String> damaged)
      throws IOException {
    return RpslReader.read(
        in, each -> rows.add(each.toString()), warning -> damaged.add(warning.toString()));
  }
}
