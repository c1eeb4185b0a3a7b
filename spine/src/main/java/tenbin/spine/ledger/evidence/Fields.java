package tenbin.spine.ledger.evidence;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tenbin.spine.ledger.tree.Hash;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of an evidence file. What is not as a hub writes it cannot be read. */
final class Fields {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final JsonNode node;

  private Fields(JsonNode node) {
    this.node = node;
  }

  /** A field is missing or is not what it has to be. */
  static final class Unreadable extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  static Fields of(byte[] file) {
    try {
      return new Fields(JSON.readTree(file));
    } catch (JacksonException wrong) {
      throw new Unreadable();
    }
  }

  /** The one form of a file: JSON on one line. */
  static byte[] bytes(Map<String, Object> file) {
    return (JSON.writeValueAsString(file) + "\n").getBytes(UTF_8);
  }

  Fields inside(String name) {
    return new Fields(field(name));
  }

  private JsonNode field(String name) {
    JsonNode found = node.get(name);
    if (found == null) {
      throw new Unreadable();
    }
    return found;
  }

  String text(String name) {
    return text(field(name));
  }

  private static String text(JsonNode node) {
    if (!node.isString()) {
      throw new Unreadable();
    }
    return node.asString();
  }

  long number(String name) {
    JsonNode found = field(name);
    if (!found.isIntegralNumber() || !found.canConvertToLong()) {
      throw new Unreadable();
    }
    return found.asLong();
  }

  List<String> texts(String name) {
    JsonNode found = field(name);
    if (!found.isArray()) {
      throw new Unreadable();
    }
    List<String> all = new ArrayList<>();
    found.forEach(each -> all.add(text(each)));
    return all;
  }

  List<Hash> hashes(String name) {
    return texts(name).stream()
        .map(hex -> Hash.tryParse(hex).orElseThrow(Unreadable::new))
        .toList();
  }

  static List<String> hex(List<Hash> hashes) {
    return hashes.stream().map(Hash::hex).toList();
  }
}
