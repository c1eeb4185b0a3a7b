package tenbin.wire.rislive;

import java.io.IOException;
import java.io.InputStream;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.mrt.Unpacked;
import tenbin.wire.table.TableLines;
import tenbin.wire.table.TableTally;

/** Reads messages that were kept one a line, plain or packed. Stateless; any thread. */
public final class RisReader {
  private RisReader() {}

  /** Reads a whole file, or a stream while it comes; a damaged line is told and left out. */
  public static TableTally read(InputStream in, RisRows rows) throws IOException {
    RisDecoder decoder = new RisDecoder(rows);
    TableLines lines = new TableLines(Unpacked.of(in));
    long entries = 0;
    long damaged = 0;
    while (lines.next()) {
      Place place = Place.row(lines.number());
      if (lines.tooLong()) {
        damaged++;
        rows.damaged(new Warning(Fault.ROW_TOO_LONG, place, "over " + TableLines.MOST_BYTES));
      } else if (!lines.text().isBlank()) {
        RisKind kind = decoder.take(lines.text(), place);
        entries += kind == RisKind.ROUTES ? 1 : 0;
        damaged += kind == RisKind.DAMAGED ? 1 : 0;
      }
    }
    return new TableTally(lines.number(), entries, damaged);
  }
}
