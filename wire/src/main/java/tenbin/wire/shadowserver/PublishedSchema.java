package tenbin.wire.shadowserver;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Severity;
import tenbin.nouns.report.Fault;
import tenbin.nouns.report.Place;
import tenbin.wire.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Shadowserver's own published schema (reports.json): an object of type names, each with
 * "classification.type" and an array "fields".
 */
final class PublishedSchema {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private PublishedSchema() {}

  static List<ReportType> read(String json, ShadowserverTable known) throws Refused {
    JsonNode root = parse(json);
    if (!root.isObject()) {
      throw refused("not an object of report types");
    }
    List<ReportType> types = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : root.properties()) {
      if (!each.getKey().startsWith("_")) {
        types.add(type(each.getKey(), each.getValue(), known));
      }
    }
    if (types.isEmpty()) {
      throw refused("no report type in it");
    }
    return types;
  }

  private static JsonNode parse(String json) throws Refused {
    try {
      return JSON.readTree(json);
    } catch (JacksonException broken) {
      throw refused(broken.getOriginalMessage());
    }
  }

  private static ReportType type(String name, JsonNode node, ShadowserverTable table)
      throws Refused {
    JsonNode fields = node.path("fields");
    if (!fields.isArray() || fields.isEmpty()) {
      throw refused("type " + name + " has no array \"fields\"");
    }
    List<String> columns = new ArrayList<>();
    for (JsonNode field : fields) {
      columns.add(field.asString());
    }
    String word = node.path("classification.type").asString("");
    ReportType before =
        table
            .type(name)
            .orElseGet(() ->
                new ReportType(
                    name,
                    Rsit.UNDETERMINED,
                    Severity.NOT_TOLD,
                    name,
                    table.layoutFor(columns),
                    columns));
    Rsit rsit = word.isEmpty() ? before.rsit() : Rsit.tryOfType(word).orElse(before.rsit());
    boolean saysNothing = rsit == Rsit.OTHER || rsit == Rsit.UNDETERMINED;
    return new ReportType(
        name,
        saysNothing ? before.rsit() : rsit,
        before.severity(),
        before.identifier(),
        before.layout(),
        columns);
  }

  private static Refused refused(String detail) {
    return new Refused(Fault.MAPPING_UNUSABLE, Place.WHOLE, "Shadowserver schema: " + detail);
  }
}
