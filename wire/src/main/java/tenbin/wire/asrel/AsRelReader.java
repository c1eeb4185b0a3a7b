package tenbin.wire.asrel;

import java.io.IOException;
import java.io.InputStream;
import tenbin.nouns.net.Asn;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.mrt.Unpacked;
import tenbin.wire.table.TableLines;
import tenbin.wire.table.TableTally;

/**
 * Reads CAIDA's as-rel files: "provider|customer|-1", "peer|peer|0", "sibling|sibling|2", with the
 * way it was inferred behind in serial-2; "#" begins a remark. Stateless; any thread.
 */
public final class AsRelReader {
  private static final int KIND = 2;

  private AsRelReader() {}

  /** Reads a whole file; a damaged line is told and left out. */
  public static TableTally read(InputStream in, RelationRows rows) throws IOException {
    TableLines lines = new TableLines(Unpacked.of(in));
    long entries = 0;
    long damaged = 0;
    while (lines.next()) {
      String line = lines.text().strip();
      if (line.isEmpty() || line.charAt(0) == '#') {
        continue;
      }
      try {
        pair(line, rows);
        entries++;
      } catch (IllegalArgumentException wrong) {
        damaged++;
        rows.damaged(
            new Warning(
                Fault.ROW_UNREADABLE, Place.row(lines.number()), wrong.getMessage() + ": " + line));
      }
    }
    return new TableTally(lines.number(), entries, damaged);
  }

  private static void pair(String line, RelationRows rows) {
    String[] fields = line.split("\\|", KIND + 2);
    if (fields.length <= KIND) {
      throw new IllegalArgumentException("fewer than three fields");
    }
    Asn first = Asn.parse(fields[0]);
    Asn second = Asn.parse(fields[1]);
    if (first.equals(second)) {
      throw new IllegalArgumentException("an AS beside itself");
    }
    rows.pair(first, kind(fields[KIND]), second);
  }

  private static RelationRows.Kind kind(String text) {
    return switch (text) {
      case "-1" -> RelationRows.Kind.PROVIDER;
      case "0" -> RelationRows.Kind.PEER;
      case "2" -> RelationRows.Kind.SIBLING;
      default -> throw new IllegalArgumentException("no such relation");
    };
  }
}
