package tenbin.spine.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A ledger line's text taken apart again: the reverse of {@link Chain#text}. */
final class LineText {
  private final Map<String, String> values = new HashMap<>();

  LineText(String text) {
    text.lines()
        .forEach(line -> {
          int end = line.indexOf('=');
          values.put(line.substring(0, Math.max(0, end)), line.substring(end + 1));
        });
  }

  String one(String name) {
    return String.join(",", all(name));
  }

  long number(String name) {
    return Long.parseLong(one(name));
  }

  /** The parts between commas that are not escaped. */
  List<String> all(String name) {
    String value = values.getOrDefault(name, "");
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '\\' && i + 1 < value.length()) {
        i++;
        part.append(value.charAt(i) == 'n' ? '\n' : value.charAt(i));
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
}
