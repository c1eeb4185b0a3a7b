package tenbin.wire.csv;

import java.io.IOException;
import java.util.List;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.wire.Limits;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.text.RowFaults;

/**
 * A report as a header and its rows of data: numbers them, keeps the limits, notes what is wrong
 * with a row's form. Not for several threads.
 */
public final class Table {
  private final CsvRows rows;
  private final Header header;
  private final Limits limits;
  private final RowFaults faults;
  private long row;

  private Table(CsvRows rows, Header header, Limits limits, RowFaults faults) {
    this.rows = rows;
    this.header = header;
    this.limits = limits;
    this.faults = faults;
  }

  /**
   * Opens a report whose first row names its columns.
   *
   * @throws Refused when it has no such row, or one that is too wide
   */
  public static Table withHeader(Report report, Dialect dialect, RowFaults faults)
      throws IOException, Refused {
    CsvRows rows = new CsvRows(report.bytes(), dialect, report.limits());
    return switch (rows.next()) {
      case END -> throw new Refused(Fault.EMPTY, Place.WHOLE, "no row at all");
      case LOST_ROW ->
          throw new Refused(
              Fault.HEADER_UNUSABLE, Place.WHOLE, rows.fault() + ": " + rows.detail());
      case ROW -> {
        if (rows.repaired()) {
          faults.report(Fault.CHARSET_REPAIRED, "the header is not UTF-8");
        }
        Header header = Header.of(rows, report.limits(), faults);
        yield new Table(rows, header, report.limits(), faults);
      }
    };
  }

  /** Opens a report without a header: its columns are declared. */
  public static Table declared(
      Report report, Dialect dialect, List<String> columns, RowFaults faults) throws IOException {
    CsvRows rows = new CsvRows(report.bytes(), dialect, report.limits());
    return new Table(rows, Header.declared(columns), report.limits(), faults);
  }

  public Header header() {
    return header;
  }

  /** The row of data that {@link #next} went to. */
  public CsvRows cells() {
    return rows;
  }

  /** 1 for the first row of data. */
  public long row() {
    return row;
  }

  /**
   * Goes to the next row of data; lost rows and repeated headers are told and passed over.
   *
   * @throws Refused when a limit is passed
   */
  public boolean next() throws IOException, Refused {
    while (true) {
      CsvRows.Found found = rows.next();
      if (found == CsvRows.Found.END) {
        checkSize();
        return false;
      }
      faults.at(++row, rows.offset());
      checkSize();
      if (found == CsvRows.Found.LOST_ROW) {
        faults.report(rows.fault(), rows.detail());
      } else if (header.isRepeatedBy(rows)) {
        row--;
        faults.report(Fault.HEADER_REPEATED, "");
      } else {
        noteForm();
        return true;
      }
    }
  }

  private void checkSize() throws Refused {
    if (rows.taken() > limits.mostBytes()) {
      throw new Refused(
          Fault.TOO_LARGE, faults.place(), "more than " + limits.mostBytes() + " bytes");
    }
    if (row > limits.mostRows()) {
      throw new Refused(
          Fault.TOO_MANY_ROWS, faults.place(), "more than " + limits.mostRows() + " rows");
    }
  }

  private void noteForm() throws IOException {
    int count = rows.count();
    if (count != header.size()) {
      faults.report(
          count < header.size() ? Fault.TOO_FEW_COLUMNS : Fault.TOO_MANY_COLUMNS,
          count + " instead of " + header.size());
    }
    if (rows.repaired()) {
      faults.report(Fault.CHARSET_REPAIRED, "bytes that are no UTF-8 or NUL");
    }
  }
}
