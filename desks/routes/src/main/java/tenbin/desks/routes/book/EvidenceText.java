package tenbin.desks.routes.book;

import java.util.ArrayList;
import java.util.List;
import tenbin.desks.routes.incident.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/** Tags as a JSON array of [name, score, detail], as a column holds them. */
final class EvidenceText {
  private EvidenceText() {}

  static String of(List<Tag> evidence) {
    ArrayNode all = JsonMapper.shared().createArrayNode();
    for (Tag each : evidence) {
      all.addArray().add(each.name()).add(each.score()).add(each.detail());
    }
    return all.toString();
  }

  static List<Tag> read(String text) {
    List<Tag> tags = new ArrayList<>();
    for (JsonNode each : JsonMapper.shared().readTree(text)) {
      tags.add(
          new Tag(each.get(0).stringValue(), each.get(1).intValue(), each.get(2).stringValue()));
    }
    return tags;
  }
}
