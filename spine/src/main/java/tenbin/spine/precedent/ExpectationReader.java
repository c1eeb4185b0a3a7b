package tenbin.spine.precedent;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.ground.Obligation;
import tenbin.balance.weigh.Code;
import tenbin.spine.yaml.Leaf;

/** Reads what a case expects. */
final class ExpectationReader {
  private ExpectationReader() {}

  static Expectation read(Leaf at) {
    if (at.node().isString()) {
      return of(at, Optional.of(at.text()));
    }
    requireCodes(at);
    requireObligations(at);
    return of(at, at.has("effect") ? Optional.of(at.text("effect")) : Optional.empty());
  }

  private static Expectation of(Leaf at, Optional<String> effect) {
    return new Expectation(
        effect,
        words(at.at("fields")),
        texts(at, "obligations"),
        texts(at, "no-obligations"),
        texts(at, "reasons"),
        exactly(at, "rests-on"),
        exactly(at, "asks"),
        texts(at, "tasks"),
        texts(at, "pointers"),
        at.node().path("by-retroaction").asBoolean(false),
        at.has("told") ? Optional.of(words(at.at("told"))) : Optional.empty(),
        consequences(at),
        at.has("refused") ? Optional.of(at.text("refused")) : Optional.empty());
  }

  private static Map<String, String> words(Leaf at) {
    Map<String, String> found = new LinkedHashMap<>();
    at.node().propertyNames().forEach(name -> found.put(name, at.at(name).word()));
    return found;
  }

  private static Map<String, Set<String>> consequences(Leaf at) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    for (String word : List.of("recall", "annotate", "stays", "escalate")) {
      if (at.has(word)) {
        found.put(word, texts(at, word));
      }
    }
    return found;
  }

  private static Optional<Set<String>> exactly(Leaf at, String key) {
    return at.has(key) ? Optional.of(texts(at, key)) : Optional.empty();
  }

  private static Set<String> texts(Leaf at, String key) {
    Set<String> found = new LinkedHashSet<>();
    at.list(key).forEach(each -> found.add(each.text()));
    return found;
  }

  private static void requireCodes(Leaf at) {
    Set<String> known = new TreeSet<>();
    for (Code code : Code.values()) {
      known.add(code.name());
    }
    for (Leaf each : at.list("reasons")) {
      if (!known.contains(each.text())) {
        at.faults().unknown(each.path(), "reason", each.text(), known);
      }
    }
  }

  private static void requireObligations(Leaf at) {
    for (Leaf each : at.list("obligations")) {
      if (Obligation.tryParse(each.text()).isEmpty()) {
        each.fault("no obligation: " + each.text());
      }
    }
  }
}
