package tenbin.desks.routes.declare.file;

import java.util.Optional;
import tenbin.spine.yaml.YamlFaults;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** JSON as a tree with lines: a million prefixes in seconds, where YAML takes minutes. */
final class JsonText {
  /** Behind these values of a list have the line of the list. */
  private static final int MOST_LINES = 10_000;

  private static final int MOST_DEPTH = 16;
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private final JsonParser parser;
  private final YamlFaults faults;
  private final String file;
  private int depth;

  private JsonText(JsonParser parser, YamlFaults faults, String file) {
    this.parser = parser;
    this.faults = faults;
    this.file = file;
  }

  /** The tree; empty where the text is no JSON. */
  static Optional<JsonNode> read(FileText text, YamlFaults faults) {
    String start = text.text().stripLeading();
    if (!start.startsWith("{") && !start.startsWith("[")) {
      return Optional.empty();
    }
    try (JsonParser parser = JsonMapper.shared().createParser(text.text())) {
      JsonText reader = new JsonText(parser, faults, text.name());
      parser.nextToken();
      JsonNode tree = reader.value("");
      return parser.nextToken() == null ? Optional.of(tree) : Optional.empty();
    } catch (JacksonException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private JsonNode value(String path) {
    faults.place(path, new YamlFaults.Place(file, parser.currentTokenLocation().getLineNr()));
    return unplaced(path);
  }

  private JsonNode unplaced(String path) {
    JsonToken token = parser.currentToken();
    return switch (token) {
      case START_OBJECT, START_ARRAY -> inside(path, token);
      case VALUE_TRUE, VALUE_FALSE -> MAKE.booleanNode(token == JsonToken.VALUE_TRUE);
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_STRING ->
          MAKE.stringNode(parser.getString());
      case VALUE_NULL -> MAKE.nullNode();
      case END_ARRAY, END_OBJECT, NOT_AVAILABLE, PROPERTY_NAME, VALUE_EMBEDDED_OBJECT ->
          throw new IllegalArgumentException("no value");
    };
  }

  private JsonNode inside(String path, JsonToken token) {
    if (++depth > MOST_DEPTH) {
      throw new IllegalArgumentException("too deep");
    }
    JsonNode tree = token == JsonToken.START_OBJECT ? object(path) : array(path);
    depth--;
    return tree;
  }

  private ObjectNode object(String path) {
    ObjectNode object = MAKE.objectNode();
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      String below = path.isEmpty() ? name : path + "." + name;
      parser.nextToken();
      if (object.has(name)) {
        throw new IllegalArgumentException("twice");
      }
      object.set(name, value(below));
    }
    return object;
  }

  private ArrayNode array(String path) {
    ArrayNode array = MAKE.arrayNode();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      int at = array.size();
      array.add(at < MOST_LINES ? value(path + "[" + at + "]") : unplaced(path));
    }
    return array;
  }
}
