package tenbin.spine.ledger.evidence;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * A text of lines, each a name and a value: how the ledger writes everything that it hashes. Values
 * of a list stand between commas in their natural order, with what would be mistaken escaped.
 */
public final class LineText {
  private final Map<String, String> values = new LinkedHashMap<>();

  /** A text without lines. */
  public LineText() {}

  /** Takes a text apart. */
  public LineText(String text) {
    text.lines()
        .forEach(line -> {
          int end = line.indexOf('=');
          values.put(line.substring(0, Math.max(0, end)), line.substring(end + 1));
        });
  }

  /** Adds a line. */
  public LineText with(String name, String value) {
    values.put(name, escaped(value));
    return this;
  }

  /** Adds a line of several values. */
  public LineText with(String name, Collection<String> all) {
    List<String> escaped = new TreeSet<>(all).stream().map(LineText::escaped).toList();
    values.put(name, String.join(",", escaped));
    return this;
  }

  /** A value as it stands in a text. */
  public static String written(String value) {
    return escaped(value);
  }

  private static String escaped(String value) {
    return value
        .replace("\\", "\\\\")
        .replace("\n", "\\n")
        .replace("\r", "\\r")
        .replace(",", "\\,")
        .replace('\0', ' ');
  }

  /** The names in their order. */
  public List<String> names() {
    return List.copyOf(values.keySet());
  }

  /** A line's value, "" when there is no such line. */
  public String one(String name) {
    return String.join(",", all(name));
  }

  /**
   * A line's value as a number.
   *
   * @throws NumberFormatException when it is none
   */
  public long number(String name) {
    return Long.parseLong(one(name));
  }

  /** The parts between commas that are not escaped. */
  public List<String> all(String name) {
    String value = values.getOrDefault(name, "");
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        part.append(plain(value.charAt(i)));
      } else if (c == ',') {
        parts.add(part.toString());
        part.setLength(0);
      } else {
        part.append(c);
      }
    }
    if (!value.isEmpty()) {
      parts.add(part.toString());
    }
    return parts;
  }

  private static char plain(char escaped) {
    return switch (escaped) {
      case 'n' -> '\n';
      case 'r' -> '\r';
      default -> escaped;
    };
  }

  /** The lines in their order, without a line's end behind the last. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    values.forEach((name, value) -> lines.add(name + "=" + value));
    return String.join("\n", lines);
  }
}
