package tenbin.wire.csv;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tenbin.nouns.report.Fault;
import tenbin.wire.Limits;
import tenbin.wire.Refused;
import tenbin.wire.text.RowFaults;

/** The names of a table's columns: each one once, as written but for blanks around it. */
public final class Header {
  private final List<String> names;
  private final byte[] first;
  private final List<String> written;

  private Header(List<String> written, List<String> names) {
    this.written = written;
    this.names = List.copyOf(names);
    this.first = written.getFirst().getBytes(UTF_8);
  }

  /** Takes the row that the rows stand on; a name that comes again is renamed and noted. */
  static Header of(CsvRows rows, Limits limits, RowFaults faults) throws IOException, Refused {
    if (rows.count() > limits.mostColumns()) {
      throw new Refused(
          Fault.TOO_MANY_COLUMNS_IN_HEADER,
          faults.place(),
          rows.count() + " columns, at most " + limits.mostColumns());
    }
    List<String> written = rows.texts();
    List<String> names = new ArrayList<>();
    Set<String> taken = new HashSet<>();
    for (int i = 0; i < written.size(); i++) {
      String plain = written.get(i).trim();
      String name = plain.isEmpty() ? "#" + (i + 1) : plain;
      String free = name;
      for (int again = 2; !taken.add(free); again++) {
        free = name + "#" + again;
      }
      if (!free.equals(name)) {
        faults.report(Fault.DUPLICATE_COLUMN, "column " + (i + 1) + " \"" + name + "\" is " + free);
      }
      names.add(free);
    }
    return new Header(written, names);
  }

  /** A header that the file does not have. */
  static Header declared(List<String> names) {
    return new Header(names, names);
  }

  public List<String> names() {
    return names;
  }

  public int size() {
    return names.size();
  }

  /** Whether a row is this header once more. */
  boolean isRepeatedBy(CsvRows rows) {
    return rows.count() == names.size()
        && Arrays.equals(first, 0, first.length, rows.bytes(), rows.from(0), rows.to(0))
        && rows.texts().equals(written);
  }
}
