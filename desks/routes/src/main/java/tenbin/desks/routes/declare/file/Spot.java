package tenbin.desks.routes.declare.file;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.spine.yaml.Nearest;
import tools.jackson.databind.JsonNode;

/**
 * A value in a file of declarations, with what reads it. What cannot be read goes to the faults and
 * is left out.
 *
 * @param node what stands there
 * @param path where: "declarations[0].prefixes[3]"
 * @param key the last word of the path, as the file has it
 * @param wrong what is wrong
 * @param unkept what is right and has no place in our form
 */
record Spot(JsonNode node, String path, String key, Notes wrong, Notes unkept) {
  Spot at(String name) {
    return new Spot(
        node.path(name), path.isEmpty() ? name : path + "." + name, name, wrong, unkept);
  }

  boolean has(String name) {
    return node.has(name) && !node.path(name).isNull();
  }

  /** What its keys hold, in their order; none where it holds none. */
  List<Spot> entries() {
    List<Spot> entries = new ArrayList<>();
    for (String name : node.propertyNames()) {
      entries.add(at(name));
    }
    return entries;
  }

  /** The values of a list, and of the lists in it; a single value is a list of one. */
  List<Spot> items() {
    List<Spot> items = new ArrayList<>();
    collect(items);
    return items;
  }

  private void collect(List<Spot> items) {
    if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        String below = path + "[" + i + "]";
        new Spot(node.path(i), below, key, wrong, unkept).collect(items);
      }
    } else if (!node.isNull() && !node.isMissingNode()) {
      items.add(this);
    }
  }

  String text() {
    return node.asString("").strip();
  }

  boolean isYes() {
    return node.isBoolean() ? node.asBoolean() : text().equals("true") || text().equals("yes");
  }

  void wrong(String reason) {
    wrong.add(path, reason);
  }

  void unkept(String reason) {
    unkept.add(path, reason);
  }

  /** A fault for each key that is none of these. */
  void only(Collection<String> known) {
    for (String name : node.propertyNames()) {
      if (!known.contains(name)) {
        at(name).unknownKey(known);
      }
    }
  }

  private void unknownKey(Collection<String> known) {
    wrong.add(path, "unknown key", Nearest.to(key, known));
  }

  /** The AS numbers of a list. */
  Set<Asn> asns() {
    Set<Asn> asns = new LinkedHashSet<>();
    for (Spot each : items()) {
      each.parsed(Asn::parse).ifPresent(asns::add);
    }
    return asns;
  }

  Optional<Prefix> prefix() {
    return parsed(Prefix::parse);
  }

  /** A number of a range, empty where it is another or none. */
  Optional<Integer> number(int least, int most) {
    String text = text();
    boolean digits =
        !text.isEmpty() && text.length() < 5 && text.chars().allMatch(c -> c >= '0' && c <= '9');
    int value = digits ? Integer.parseInt(text) : -1;
    if (value < least || value > most) {
      wrong("\"" + text + "\" is no number from " + least + " to " + most);
      return Optional.empty();
    }
    return Optional.of(value);
  }

  /** What the text says; where it says none, a fault. */
  <T> Optional<T> parsed(Function<String, T> reader) {
    if (node.isContainer()) {
      wrong("a single value is wanted here");
      return Optional.empty();
    }
    try {
      return Optional.of(reader.apply(text()));
    } catch (IllegalArgumentException refused) {
      wrong(String.valueOf(refused.getMessage()));
      return Optional.empty();
    }
  }
}
