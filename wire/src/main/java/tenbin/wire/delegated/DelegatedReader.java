package tenbin.wire.delegated;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.nouns.report.Warning;
import tenbin.wire.table.AddressRange;
import tenbin.wire.table.TableLines;
import tenbin.wire.table.TableTally;

/**
 * Reads the regional registries' statistics exchange format, plain and extended (NRO, extended
 * allocation and assignment reports): a version line, summary lines, entries of seven fields and
 * more with "|" between. Stateless; any thread.
 */
public final class DelegatedReader {
  private static final int TYPE = 2;
  private static final int START = 3;
  private static final int COUNT = 4;
  private static final int DATE = 5;
  private static final int STATUS = 6;

  private DelegatedReader() {}

  /** Reads a whole file; a damaged line is told and left out. */
  public static TableTally read(InputStream in, DelegatedRows rows) throws IOException {
    TableLines lines = new TableLines(in);
    long entries = 0;
    long damaged = 0;
    while (lines.next()) {
      String line = lines.text().strip();
      if (line.isEmpty() || line.charAt(0) == '#') {
        continue;
      }
      try {
        entries += readLine(line.split("\\|", -1), rows) ? 1 : 0;
      } catch (IllegalArgumentException | DateTimeException wrong) {
        damaged++;
        rows.damaged(
            new Warning(
                Fault.ROW_UNREADABLE, Place.row(lines.number()), wrong.getMessage() + ": " + line));
      }
    }
    return new TableTally(lines.number(), entries, damaged);
  }

  private static boolean readLine(String[] fields, DelegatedRows rows) {
    if (fields.length >= START && fields[0].matches("[0-9]+(\\.[0-9]+)?")) {
      day(fields[TYPE]).ifPresent(date -> rows.version(word(fields[1]), date));
      return false;
    }
    if (fields[fields.length - 1].equals("summary")) {
      return false;
    }
    if (fields.length <= STATUS) {
      throw new IllegalArgumentException("fewer than seven fields");
    }
    String status = word(fields[STATUS]);
    if (!status.equals("allocated") && !status.equals("assigned")) {
      return false;
    }
    String country = fields[1].equals("ZZ") ? "" : fields[1].toUpperCase(Locale.ROOT);
    DelegatedRows.Holding holding =
        new DelegatedRows.Holding(word(fields[0]), country, day(fields[DATE]), status);
    long count = Long.parseLong(fields[COUNT]);
    resource(word(fields[TYPE]), fields[START], count, holding, rows);
    return true;
  }

  private static void resource(
      String type, String start, long count, DelegatedRows.Holding holding, DelegatedRows rows) {
    switch (type) {
      case "ipv4" -> {
        long first = AddressRange.at(Address.parse(start)).first();
        new AddressRange(first, count).forEachPrefix(prefix -> rows.block(prefix, holding));
      }
      case "ipv6" -> rows.block(Prefix.parse(start + "/" + count), holding);
      case "asn" -> rows.systems(Asn.parse(start), count, holding);
      default -> throw new IllegalArgumentException("unknown type \"" + type + "\"");
    }
  }

  private static Optional<LocalDate> day(String text) {
    return text.isBlank() || text.equals("00000000")
        ? Optional.empty()
        : Optional.of(LocalDate.parse(text, DateTimeFormatter.BASIC_ISO_DATE));
  }

  private static String word(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
