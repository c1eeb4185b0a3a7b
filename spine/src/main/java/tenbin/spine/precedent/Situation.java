package tenbin.spine.precedent;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.balance.weigh.Question;
import tenbin.spine.policy.PolicyReading;
import tenbin.spine.policy.PolicyTree;
import tenbin.spine.yaml.Leaf;
import tenbin.spine.yaml.Overlay;
import tenbin.spine.yaml.YamlFault;
import tenbin.spine.yaml.YamlFaults;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The layers of a case put together: one policy set and one question. */
final class Situation {
  private final List<Layer> layers;
  private final PolicyBooks books;
  private final ZoneId zone;

  Situation(List<Layer> layers, PolicyBooks books, ZoneId zone) {
    this.layers = List.copyOf(layers);
    this.books = books;
    this.zone = zone;
  }

  /** The same with another layer on top. */
  Situation with(Layer layer) {
    List<Layer> more = new ArrayList<>(layers);
    more.add(layer);
    return new Situation(more, books, zone);
  }

  QuestionTrial trial(String name, Optional<Expectation> expected) {
    PolicyReading reading = policy().read();
    if (reading.set().isEmpty()) {
      return refused(name, expected, reading.faults());
    }
    YamlFaults faults = new YamlFaults();
    ObjectNode told = told(faults);
    Question question = new QuestionReader(reading.words()).read(new Leaf(told, "", zone, faults));
    return faults.any()
        ? refused(name, expected, faults.inOrder())
        : new QuestionTrial(name, reading.set(), Optional.of(question), expected, List.of());
  }

  private static QuestionTrial refused(
      String name, Optional<Expectation> expected, List<YamlFault> faults) {
    return new QuestionTrial(name, Optional.empty(), Optional.empty(), expected, faults);
  }

  private PolicyTree policy() {
    PolicyTree tree = books.tree(names("packs"), names("files"), folder());
    for (Layer layer : layers) {
      Leaf given = layer.given();
      List<String> out = given.list("without").stream().map(Leaf::text).toList();
      if (!out.isEmpty()) {
        tree = tree.without(out, given.path() + ".without", given.faults());
      }
      tree = tree.overlaid(given.node(), given.path(), given.zone(), given.faults());
    }
    return tree;
  }

  /** Of the topmost layer that names any. */
  private List<String> names(String key) {
    return layers.reversed().stream()
        .filter(layer -> layer.given().has(key))
        .findFirst()
        .map(layer -> layer.given().list(key).stream().map(Leaf::text).toList())
        .orElse(List.of());
  }

  /** Of the files that it names. */
  java.nio.file.Path folder() {
    return layers.reversed().stream()
        .filter(layer -> layer.given().has("files"))
        .findFirst()
        .orElse(layers.getFirst())
        .folder();
  }

  private ObjectNode told(YamlFaults faults) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    Overlay overlay = new Overlay(faults);
    for (Layer layer : layers) {
      for (String key : List.of("item", "held", "asked")) {
        lay(layer.given().at(key), key, root, overlay);
      }
      lay(layer.ask(), "ask", root, overlay);
    }
    return root;
  }

  private static void lay(Leaf from, String key, ObjectNode root, Overlay overlay) {
    JsonNode node = from.node();
    if (node.isMissingNode() || node.isNull()) {
      return;
    }
    ObjectNode over = JsonNodeFactory.instance.objectNode();
    over.set(key, node);
    String above = from.path().substring(0, from.path().length() - key.length());
    String stem = above.endsWith(".") ? above.substring(0, above.length() - 1) : above;
    overlay.lay(over, root, new Overlay.Paths(stem, ""), from.faults());
  }
}
