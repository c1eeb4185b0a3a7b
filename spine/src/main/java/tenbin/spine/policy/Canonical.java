package tenbin.spine.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * A tree's text in which the order of keys, of entries and of files plays no part, nor do comments.
 */
final class Canonical {
  private Canonical() {}

  static String text(JsonNode node) {
    if (node.isObject()) {
      List<String> members = new ArrayList<>();
      for (String key : new TreeSet<>(node.propertyNames())) {
        members.add(quoted(key) + ":" + text(node.path(key)));
      }
      return "{" + String.join(",", members) + "}";
    }
    if (node.isArray()) {
      List<String> elements = new ArrayList<>();
      node.forEach(each -> elements.add(text(each)));
      return "[" + String.join(",", elements.stream().sorted().toList()) + "]";
    }
    return node.isString() ? quoted(node.asString()) : node.toString();
  }

  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
