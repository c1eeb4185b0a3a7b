package tenbin.wire.shadowserver;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import tenbin.nouns.consent.Category;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.observation.Sides;
import tenbin.wire.csv.Role;

/** Reads the tables that lie beside this package; a mistake in them is a bug of ours. */
final class TableText {
  private static final String FOLDER = "/tenbin/wire/shadowserver/";

  private TableText() {}

  static ShadowserverTable load() {
    Map<String, Layout> layouts = new LinkedHashMap<>();
    forEachLine("layouts.tsv", 4, cells -> layouts.put(cells.getFirst(), layout(cells)));
    Map<String, Category> columns = new LinkedHashMap<>();
    forEachLine(
        "columns.tsv", 2, cells -> columns.put(cells.get(0), Category.valueOf(cells.get(1))));
    Map<String, ReportType> types = new LinkedHashMap<>();
    forEachLine("types.tsv", 6, cells -> types.put(cells.getFirst(), type(cells, layouts)));
    return new ShadowserverTable(types, layouts, columns);
  }

  private static Layout layout(List<String> cells) {
    Map<Role, List<String>> roles = new EnumMap<>(Role.class);
    for (String pair : cells.get(2).split(" ", -1)) {
      int equals = pair.indexOf('=');
      Role role = Role.tryParse(pair.substring(0, equals)).orElseThrow(() -> bug(pair));
      roles.put(role, List.of(pair.substring(equals + 1).split("\\|", -1)));
    }
    List<String> provenance =
        cells.get(3).isEmpty() ? List.of() : List.of(cells.get(3).split(",", -1));
    return new Layout(cells.get(0), Sides.valueOf(cells.get(1)), roles, provenance);
  }

  private static ReportType type(List<String> cells, Map<String, Layout> layouts) {
    Layout layout = layouts.get(cells.get(4));
    if (layout == null) {
      throw bug(cells.get(4));
    }
    return new ReportType(
        cells.get(0),
        Rsit.tryOfType(cells.get(1)).orElseThrow(() -> bug(cells.get(1))),
        Severity.tryParse(cells.get(2)).orElseThrow(() -> bug(cells.get(2))),
        cells.get(3),
        layout,
        cells.get(5).isEmpty() ? List.of() : List.of(cells.get(5).split(",", -1)));
  }

  private static void forEachLine(String file, int columns, Consumer<List<String>> take) {
    for (String line : read(file).split("\n", -1)) {
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      List<String> cells = new ArrayList<>(List.of(line.split("\t", -1)));
      if (cells.size() != columns) {
        throw bug(file + ": " + line);
      }
      take.accept(cells);
    }
  }

  private static String read(String file) {
    try (InputStream in = TableText.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw bug(file);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static AssertionError bug(String text) {
    return new AssertionError("the table of Shadowserver's reports is broken at " + text);
  }
}
