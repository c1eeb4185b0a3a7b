package tenbin.spine.yaml;

import java.io.StringReader;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A YAML text as a tree of plain values, with the line of every key. No object is ever constructed
 * from a tag, aliases are refused (so nothing can multiply) or copied up to a limit, dates stay
 * text.
 */
public final class YamlTree {
  /** A thousand members with a hundred networks each, at 160 characters a network. */
  public static final int MOST_CHARACTERS = 16 << 20;

  /** The circle file's tree is six deep, a case file's twelve. */
  private static final int MOST_DEPTH = 16;

  /** Ten thousand rules with a hundred values each, where aliases are copied: copies count. */
  private static final int MOST_COPIED = 1_000_000;

  private static final Pattern DECIMAL = Pattern.compile("0|[1-9][0-9]{0,9}");
  private static final JsonNodeFactory MAKE = JsonNodeFactory.instance;

  private final YamlFaults faults;
  private final int most;
  private int nodes;
  private int depth;

  private YamlTree(YamlFaults faults, int most) {
    this.faults = faults;
    this.most = most;
  }

  /** What becomes of a value that another place names. */
  public enum Aliases {
    /** They are faults. */
    REFUSED,
    /** It stands in both places, at the line where it is written. */
    COPIED
  }

  /** The tree; empty when the text is no YAML, which is then among the faults. */
  public static Optional<JsonNode> read(String text, YamlFaults faults) {
    return read(text, faults, Aliases.REFUSED);
  }

  /** The tree; empty when the text is no YAML or too much, which is then among the faults. */
  public static Optional<JsonNode> read(String text, YamlFaults faults, Aliases aliases) {
    LoaderOptions limits = new LoaderOptions();
    limits.setCodePointLimit(MOST_CHARACTERS);
    limits.setNestingDepthLimit(MOST_DEPTH);
    boolean copied = aliases == Aliases.COPIED;
    limits.setMaxAliasesForCollections(copied ? MOST_COPIED : 0);
    limits.setAllowRecursiveKeys(false);
    try {
      Node root = new Yaml(limits).compose(new StringReader(text));
      if (root == null) {
        faults.addAt(1, "", "the file is empty", "");
        return Optional.empty();
      }
      int most = copied ? MOST_COPIED : Integer.MAX_VALUE;
      return Optional.of(new YamlTree(faults, most).convert(root, ""));
    } catch (MarkedYAMLException broken) {
      Mark mark = broken.getProblemMark();
      faults.addAt(mark == null ? 1 : mark.getLine() + 1, "", "" + broken.getProblem(), "");
      return Optional.empty();
    } catch (YAMLException | IllegalArgumentException refused) {
      // The second for escapes that are cut or name no character: SnakeYAML lets them through.
      faults.addAt(1, "", "" + refused.getMessage(), "");
      return Optional.empty();
    }
  }

  private JsonNode convert(Node node, String path) {
    faults.place(path, lineOf(node));
    if (++nodes > most || depth > MOST_DEPTH) {
      throw new IllegalArgumentException("too many values, or values too deep inside each other");
    }
    depth++;
    JsonNode tree = convertKind(node, path);
    depth--;
    return tree;
  }

  private JsonNode convertKind(Node node, String path) {
    return switch (node) {
      case MappingNode mapping -> convertMapping(mapping, path);
      case SequenceNode sequence -> convertSequence(sequence, path);
      case ScalarNode scalar -> convertScalar(scalar, path);
      default -> {
        faults.add(path, "aliases are not read");
        yield MAKE.nullNode();
      }
    };
  }

  private JsonNode convertMapping(MappingNode mapping, String path) {
    ObjectNode object = MAKE.objectNode();
    Set<String> seen = new HashSet<>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        faults.addAt(lineOf(tuple.getKeyNode()), path, "a key must be a word", "");
        continue;
      }
      String name = key.getValue();
      String below = path.isEmpty() ? name : path + "." + name;
      if (!seen.add(name)) {
        faults.addAt(lineOf(key), below, "this key stands here twice", "");
        continue;
      }
      faults.place(below, lineOf(key));
      object.set(name, convert(tuple.getValueNode(), below));
    }
    return object;
  }

  private JsonNode convertSequence(SequenceNode sequence, String path) {
    ArrayNode array = MAKE.arrayNode();
    int index = 0;
    for (Node each : sequence.getValue()) {
      array.add(convert(each, path + "[" + index++ + "]"));
    }
    return array;
  }

  private JsonNode convertScalar(ScalarNode scalar, String path) {
    Tag tag = scalar.getTag();
    String text = scalar.getValue();
    if (tag.equals(Tag.BOOL)) {
      return MAKE.booleanNode(Set.of("true", "yes", "on").contains(lower(text)));
    }
    if (tag.equals(Tag.NULL)) {
      return MAKE.nullNode();
    }
    if (tag.equals(Tag.INT) && DECIMAL.matcher(text).matches()) {
      return MAKE.numberNode(Long.parseLong(text));
    }
    if (!tag.startsWith(Tag.PREFIX)) {
      faults.add(path, "tags are not read: " + tag.getValue());
    }
    return MAKE.stringNode(text);
  }

  private static String lower(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  private static int lineOf(Node node) {
    return node.getStartMark().getLine() + 1;
  }
}
