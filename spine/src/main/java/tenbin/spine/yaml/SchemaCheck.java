package tenbin.spine.yaml;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A JSON schema (draft 2020-12), and what it says of a tree in our words. */
public final class SchemaCheck {
  private final JsonNode document;
  private final Schema schema;

  public SchemaCheck(String schemaText) {
    document = JsonMapper.shared().readTree(schemaText);
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12).getSchema(document);
  }

  public void check(JsonNode tree, YamlFaults faults) {
    for (Error error : schema.validate(tree)) {
      String path = pathOf(error.getInstanceLocation());
      switch (error.getKeyword()) {
        case "additionalProperties" -> unknownKey(error, path, faults);
        case "required" -> faults.add(path, "the key \"" + error.getProperty() + "\" is missing");
        case "enum" -> notOneOf(error, path, faults);
        default -> faults.add(path, plain(error));
      }
    }
  }

  private void unknownKey(Error error, String path, YamlFaults faults) {
    String key = error.getProperty();
    JsonNode properties = parentOf(error).path("properties");
    List<String> known = new ArrayList<>(properties.propertyNames());
    faults.add(path.isEmpty() ? key : path + "." + key, "unknown key", Nearest.to(key, known));
  }

  private void notOneOf(Error error, String path, YamlFaults faults) {
    List<String> known = new ArrayList<>();
    parentOf(error).path("enum").forEach(each -> known.add(each.asString()));
    String told = error.getInstanceNode() == null ? "" : error.getInstanceNode().asString("");
    faults.add(
        path,
        "\"" + told + "\" is none of " + String.join(", ", known),
        Nearest.to(told.toLowerCase(Locale.ROOT), known));
  }

  /** The schema object that holds the keyword which complained. */
  private JsonNode parentOf(Error error) {
    NodePath fragment = error.getSchemaLocation().getFragment();
    JsonNode at = document;
    for (int i = 0; i < fragment.getNameCount() - 1; i++) {
      Object element = fragment.getElement(i);
      at = element instanceof Integer index ? at.path(index) : at.path(element.toString());
    }
    return at;
  }

  private static String plain(Error error) {
    String message = error.getMessage();
    return message == null ? "does not fit " + error.getKeyword() : message;
  }

  private static String pathOf(NodePath location) {
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < location.getNameCount(); i++) {
      Object element = location.getElement(i);
      if (element instanceof Integer index) {
        path.append('[').append(index).append(']');
      } else {
        path.append(path.isEmpty() ? "" : ".").append(element);
      }
    }
    return path.toString();
  }
}
