package tenbin.hub.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.web.exit.WarningTable;

/**
 * The table of one's own rows as it stands on the screen, as CSV (RFC 4180) that no spreadsheet
 * takes for a formula: the same rows in the same order with the same columns, times in UTC.
 */
final class ScreenTable {
  /** Its name beside the formats of the field. */
  static final String FORMAT = "screen";

  static final String MEDIA_TYPE = "text/csv; charset=utf-8";

  private static final String HEAD =
      "time,class,family,address,sector,port,transport,counterpart,severity,seen_by\r\n";

  private ScreenTable() {}

  static byte[] of(List<Disclosure> rows, Locale locale) {
    StringBuilder out = new StringBuilder(HEAD);
    for (Disclosure row : rows) {
      RowLine line = RowLine.of(row, locale);
      out.append(
              Stream.of(
                      line.timed() ? line.time().toString() : "",
                      line.type(),
                      line.family().isEmpty() ? line.identifier() : line.family(),
                      line.about(),
                      line.sector(),
                      line.port(),
                      line.transport(),
                      line.counterpart(),
                      line.severity(),
                      line.seenBy())
                  .map(WarningTable::cell)
                  .collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return out.toString().getBytes(UTF_8);
  }
}
