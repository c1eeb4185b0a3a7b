package tenbin.spine.odrl;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An ODRL 2.2 policy as the draft of a policy file. What a permission says that we cannot keep
 * refuses that permission; without it the permission would be wider. What a prohibition says
 * besides is left out and told; without it the prohibition is wider, which harms nobody's secret.
 *
 * <p>A draft of somebody else's policy says not which gates it opens and where its evidence lies:
 * such a file is refused when it is read, until a person has said so.
 *
 * @param yaml the draft
 * @param told what was refused or left out, a line each
 */
public record OdrlImport(String yaml, List<String> told) {
  public OdrlImport {
    told = List.copyOf(told);
  }

  /**
   * Reads a policy.
   *
   * @throws IllegalArgumentException when it is no JSON or no ODRL policy
   */
  public static OdrlImport of(String json) {
    JsonNode root = parsed(json);
    if (!root.isObject() || !root.has("permission") && !root.has("prohibition")) {
      throw new IllegalArgumentException("neither permissions nor prohibitions: no ODRL policy");
    }
    List<String> told = new ArrayList<>();
    StringBuilder yaml = new StringBuilder("policy: " + quoted(root.path("uid").asString("")));
    yaml.append("\nbases:\n");
    for (JsonNode rule : listed(root.path("permission"))) {
      OdrlRule read = OdrlRule.read(rule);
      if (read.unknown().isEmpty()) {
        yaml.append(read.text());
      } else {
        read.unknown().forEach(each -> told.add(read.id() + " refused: " + each));
      }
    }
    yaml.append("forbids:\n");
    for (JsonNode rule : listed(root.path("prohibition"))) {
      OdrlRule read = OdrlRule.read(rule);
      yaml.append(read.text());
      read.unknown().forEach(each -> told.add(read.id() + " reads wider, left out: " + each));
    }
    return new OdrlImport(emptied(yaml.toString()), told);
  }

  private static JsonNode parsed(String json) {
    try {
      return JsonMapper.shared().readTree(json);
    } catch (JacksonException broken) {
      throw new IllegalArgumentException("no JSON: " + broken.getOriginalMessage(), broken);
    }
  }

  /** A section without entries is an empty list. */
  private static String emptied(String yaml) {
    return yaml.replace("bases:\nforbids:", "bases: []\nforbids:")
        .replaceFirst("forbids:\n$", "forbids: []\n");
  }

  /** JSON-LD writes one value without a list. */
  static List<JsonNode> listed(JsonNode node) {
    List<JsonNode> all = new ArrayList<>();
    if (node.isArray()) {
      node.forEach(all::add);
    } else if (!node.isMissingNode() && !node.isNull()) {
      all.add(node);
    }
    return all;
  }

  static String quoted(String text) {
    return JsonMapper.shared().writeValueAsString(text);
  }
}
