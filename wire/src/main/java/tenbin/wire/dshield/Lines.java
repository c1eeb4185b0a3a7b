package tenbin.wire.dshield;

import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.wire.Limits;
import tenbin.wire.Refused;
import tenbin.wire.csv.CsvRows;

/** The limits of a file of lines. */
final class Lines {
  private Lines() {}

  static void checkSize(CsvRows rows, long row, Limits limits) throws Refused {
    if (rows.taken() > limits.mostBytes()) {
      throw new Refused(
          Fault.TOO_LARGE, Place.row(row), "more than " + limits.mostBytes() + " bytes");
    }
    if (row >= limits.mostRows()) {
      throw new Refused(
          Fault.TOO_MANY_ROWS, Place.row(row), "more than " + limits.mostRows() + " rows");
    }
  }
}
