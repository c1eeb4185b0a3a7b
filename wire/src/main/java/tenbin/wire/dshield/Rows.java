package tenbin.wire.dshield;

import java.io.IOException;
import java.util.List;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.wire.Limits;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sink;
import tenbin.wire.csv.CsvRows;
import tenbin.wire.csv.Dialect;
import tenbin.wire.text.RowFaults;

/** The rows of a file of lines within its limits; a lost one is reported and passed over. */
final class Rows {
  private final Limits limits;
  private final CsvRows rows;
  private final RowFaults faults;
  private long row;

  Rows(Report report, Dialect dialect, Sink sink) throws IOException {
    this.limits = report.limits();
    this.rows = new CsvRows(report.bytes(), dialect, limits);
    this.faults = new RowFaults(sink, "");
  }

  /** Goes to the next row that is one; false behind the last. */
  boolean next() throws IOException, Refused {
    CsvRows.Found found = take();
    while (found == CsvRows.Found.LOST_ROW) {
      count();
      faults.report(rows.fault(), rows.detail());
      found = take();
    }
    return found == CsvRows.Found.ROW;
  }

  private CsvRows.Found take() throws IOException, Refused {
    CsvRows.Found found = rows.next();
    if (found != CsvRows.Found.END) {
      checkLimits();
    }
    return found;
  }

  private void checkLimits() throws Refused {
    if (rows.taken() > limits.mostBytes()) {
      throw new Refused(
          Fault.TOO_LARGE, Place.row(row), "more than " + limits.mostBytes() + " bytes");
    }
    if (row >= limits.mostRows()) {
      throw new Refused(
          Fault.TOO_MANY_ROWS, Place.row(row), "more than " + limits.mostRows() + " rows");
    }
  }

  /** Says that this one is a row of data: it gets the next number, and its faults this place. */
  void count() {
    faults.at(++row, rows.offset());
  }

  long number() {
    return row;
  }

  RowFaults faults() {
    return faults;
  }

  List<String> texts() {
    return rows.texts();
  }

  /** How many fields the row has. */
  int fields() {
    return rows.count();
  }

  String text(int field) {
    return rows.text(field);
  }
}
