package tenbin.web.exit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import tenbin.nouns.report.Warning;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.ReportStatus;
import tenbin.wire.csv.Formulas;

/** The warnings of a report as CSV (RFC 4180) that no spreadsheet takes for a formula. */
public final class WarningTable {
  public static final String MEDIA_TYPE = "text/csv; charset=utf-8";

  private static final int CHUNK = 1_000;

  private WarningTable() {}

  /** Writes all stored warnings in the report's order. */
  public static void write(ReportBook reports, ReportStatus status, OutputStream out)
      throws IOException {
    out.write("part,row,offset,weight,fault,detail\r\n".getBytes(UTF_8));
    for (int from = 0; ; from += CHUNK) {
      List<Warning> chunk = reports.warnings(status.reporter(), status.digest(), from, CHUNK);
      for (Warning warning : chunk) {
        out.write(line(warning).getBytes(UTF_8));
      }
      if (chunk.size() < CHUNK) {
        return;
      }
    }
  }

  private static String line(Warning warning) {
    return String.join(
            ",",
            cell(warning.place().part()),
            Long.toString(warning.place().row()),
            warning.place().offset() < 0 ? "" : Long.toString(warning.place().offset()),
            word(warning.fault().weight()),
            word(warning.fault()),
            cell(warning.detail()))
        + "\r\n";
  }

  private static String word(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** A quoted cell; what would start a formula is made harmless. */
  public static String cell(String text) {
    return '"' + Formulas.disarmed(text).replace("\"", "\"\"") + '"';
  }
}
