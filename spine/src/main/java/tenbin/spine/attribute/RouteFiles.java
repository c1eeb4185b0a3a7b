package tenbin.spine.attribute;

import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenbin.nouns.report.Warning;
import tenbin.wire.pfx2as.Pfx2asReader;
import tenbin.wire.pfx2as.Pfx2asRows;
import tenbin.wire.table.TableSink;

/**
 * The files of the routes desk, in the order of their times: whole tables, and behind each what
 * changed since, put together to one table that knows when what held. Each has its time in its
 * name: "routes-pfx2as-20260324T150000Z.gz", "routes-pfx2as-20260324T160000Z-changes.gz".
 */
final class RouteFiles {
  private static final Pattern TIME =
      Pattern.compile("(20[0-9]{6}t[0-2][0-9][0-5][0-9][0-5][0-9]z)");
  private static final DateTimeFormatter NAMED =
      DateTimeFormatter.ofPattern("uuuuMMdd't'HHmmss'z'").withZone(ZoneOffset.UTC);

  /** What is done with each row. */
  @FunctionalInterface
  private interface Rows {
    void row(long high, long low, int bits, long[] origins);
  }

  private final TableSink faults;
  private final List<OriginTable> closed = new ArrayList<>();
  private Optional<OriginTable.Builder> open = Optional.empty();

  RouteFiles(TableSink faults) {
    this.faults = faults;
  }

  /** The time in a name of small letters. */
  static Optional<Instant> timeOf(String name) {
    Matcher found = TIME.matcher(name);
    try {
      return found.find()
          ? Optional.of(NAMED.parse(found.group(1), Instant::from))
          : Optional.empty();
    } catch (DateTimeException noTime) {
      return Optional.empty();
    }
  }

  /** Reads a file whole or not at all. */
  void add(InputStream in, String name, Instant from) throws IOException {
    if (name.contains("changes")) {
      changes(in, from);
      return;
    }
    OriginTable.Builder table = OriginTable.builder("routes " + from, from);
    read(in, table::add);
    close();
    open = Optional.of(table);
  }

  private void changes(InputStream in, Instant from) throws IOException {
    if (open.isEmpty()) {
      throw new IOException("changes without the table that they change");
    }
    OriginTable.Builder table = open.get();
    List<Runnable> rows = new ArrayList<>();
    read(in, (high, low, bits, origins) -> rows.add(() -> table.add(high, low, bits, origins)));
    try {
      table.since(from);
    } catch (IllegalArgumentException tooEarly) {
      throw new IOException(tooEarly.getMessage(), tooEarly);
    }
    rows.forEach(Runnable::run);
  }

  private void read(InputStream in, Rows rows) throws IOException {
    Pfx2asReader.read(
        in,
        new Pfx2asRows() {
          @Override
          public void prefix(long high, long low, int bits, long[] asns) {
            rows.row(high, low, bits, asns);
          }

          @Override
          public void damaged(Warning warning) {
            faults.damaged(warning);
          }
        });
  }

  private void close() {
    open.ifPresent(table -> closed.add(table.build()));
    open = Optional.empty();
  }

  /** All tables; what comes later begins anew. */
  List<OriginTable> tables() {
    close();
    return List.copyOf(closed);
  }
}
