package tenbin.proof.attacks;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenbin.hub.demo.DemoReport;

/** Reports with something hostile in one field after the other, so that the rest is still read. */
final class Hostile {
  /** What a browser would run where it stood unescaped, and a spreadsheet anywhere. */
  static final String TEXT = "=cmd|'\"><xss7 onload=alert(7)>javascript:alert(7)";

  private static final int MOST_COPIES = 40;
  private static final int MOST_ROWS = 60;
  private static final Pattern JSON = Pattern.compile("(\"[A-Za-z_.]+\"\\s*:\\s*)\"[^\"]*\"");
  private static final Pattern LINE = Pattern.compile("(?m)^([A-Za-z][A-Za-z-]*:\\s*)\\S.*$");

  private Hostile() {}

  /** The copies of a report, each still one of its format. */
  static List<DemoReport> of(DemoReport report) {
    String text = new String(report.bytes(), UTF_8);
    String name = report.name().toLowerCase(Locale.ROOT);
    if (name.endsWith(".csv")) {
      return List.of(copy(report, 0, table(text)));
    }
    if (name.endsWith(".eml") || name.endsWith(".mbox")) {
      return copies(report, text, LINE, TEXT);
    }
    String quoted = '"' + TEXT.replace("\"", "\\\"") + '"';
    return copies(report, text, JSON, quoted);
  }

  /** In each row another cell. */
  private static String table(String text) {
    StringBuilder out = new StringBuilder();
    String quoted = '"' + TEXT.replace("\"", "\"\"") + '"';
    int row = 0;
    for (String line : text.lines().limit(MOST_ROWS).toList()) {
      String[] cells = line.split(",", -1);
      if (row > 0 && !line.startsWith("#")) {
        cells[row % cells.length] = quoted;
      }
      out.append(String.join(",", cells)).append('\n');
      row++;
    }
    return out.toString();
  }

  /** Each copy with another of the places that a pattern finds. */
  private static List<DemoReport> copies(
      DemoReport report, String text, Pattern place, String hostile) {
    List<DemoReport> all = new ArrayList<>();
    Matcher found = place.matcher(text);
    while (found.find() && all.size() < MOST_COPIES) {
      String changed =
          text.substring(0, found.start()) + found.group(1) + hostile + text.substring(found.end());
      all.add(copy(report, all.size(), changed));
    }
    return all;
  }

  private static DemoReport copy(DemoReport report, int number, String text) {
    String name = number + "<xss7>" + report.name();
    return new DemoReport(
        report.reporter(), name, report.feed(), report.mapping(), text.getBytes(UTF_8));
  }
}
