package tenbin.hub.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A CSV file in the making, quoted as Shadowserver quotes. */
final class Sheet {
  private final List<String> columns;
  private final StringBuilder text = new StringBuilder(1 << 20);
  private final Map<String, String> row = new HashMap<>();

  Sheet(String columns) {
    this.columns = List.of(columns.split(","));
    line(this.columns);
  }

  /** Sets a cell of the row in the making. */
  Sheet cell(String column, Object value) {
    if (!columns.contains(column)) {
      throw new IllegalArgumentException("no such column: " + column);
    }
    row.put(column, value.toString());
    return this;
  }

  /** Ends the row. */
  void end() {
    line(columns.stream().map(column -> row.getOrDefault(column, "")).toList());
    row.clear();
  }

  /** Adds a line as it is: what goes wrong in real files. */
  void damaged(String line) {
    text.append(line).append('\n');
  }

  byte[] bytes() {
    return text.toString().getBytes(UTF_8);
  }

  /** The file in an archive with one entry, dated by its day and not by a clock. */
  static byte[] zipped(String name, LocalDate day, byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length / 4);
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      ZipEntry entry = new ZipEntry(name);
      entry.setTimeLocal(day.atStartOfDay());
      zip.putNextEntry(entry);
      zip.write(bytes);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return out.toByteArray();
  }

  /** A time as Shadowserver writes it: whole seconds, UTC, no zone mark. */
  static String time(LocalDate day, int second) {
    return day + " " + day.atStartOfDay().plusSeconds(second).toLocalTime().format(CLOCK);
  }

  /** A time as ISO 8601 writes it, UTC. */
  static String isoTime(LocalDate day, int second) {
    return day.atStartOfDay(ZoneOffset.UTC).plusSeconds(second).toInstant().toString();
  }

  private static final java.time.format.DateTimeFormatter CLOCK =
      java.time.format.DateTimeFormatter.ofPattern("HH:mm:ss", java.util.Locale.ROOT);

  private void line(List<String> cells) {
    String between = "";
    for (String cell : cells) {
      text.append(between).append('"').append(cell.replace("\"", "\"\"")).append('"');
      between = ",";
    }
    text.append('\n');
  }
}
