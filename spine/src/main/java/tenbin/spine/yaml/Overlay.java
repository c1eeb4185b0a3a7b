package tenbin.spine.yaml;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Lays a tree over another: keys that are told anew are replaced, objects are gone into, lists are
 * replaced but for those whose entries bear ids. Every key keeps the place that it came from.
 */
public final class Overlay {
  /** Lists whose entries are laid over the entries of the same id. */
  private static final Set<String> BY_ID = Set.of("groups");

  private final YamlFaults faults;

  /** Takes the places into these faults. */
  public Overlay(YamlFaults faults) {
    this.faults = faults;
  }

  /** Where something stands in its own tree, and where it goes. */
  public record Paths(String from, String to) {
    Paths below(String key) {
      return new Paths(joined(from, key), joined(to, key));
    }

    Paths item(int from, int to) {
      return new Paths(this.from + "[" + from + "]", this.to + "[" + to + "]");
    }

    private static String joined(String path, String key) {
      return path.isEmpty() ? key : path + "." + key;
    }
  }

  /** Notes the places of a tree's keys where they go. */
  public void places(JsonNode node, Paths paths, YamlFaults own) {
    faults.place(paths.to(), own.placeOf(paths.from()));
    if (node.isObject()) {
      node.propertyNames().forEach(key -> places(node.path(key), paths.below(key), own));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      places(node.path(i), paths.item(i, i), own);
    }
  }

  /** Lays one object over another, which is changed. */
  public void lay(ObjectNode over, ObjectNode under, Paths paths, YamlFaults own) {
    for (String key : List.copyOf(over.propertyNames())) {
      JsonNode value = over.path(key);
      Paths below = paths.below(key);
      if (value instanceof ObjectNode inner && under.path(key) instanceof ObjectNode beneath) {
        lay(inner, beneath, below, own);
      } else if (BY_ID.contains(key) && under.path(key) instanceof ArrayNode list) {
        layById(value, list, below, own);
      } else {
        under.set(key, value.deepCopy());
        places(value, below, own);
      }
    }
  }

  private void layById(JsonNode over, ArrayNode under, Paths paths, YamlFaults own) {
    for (int i = 0; i < over.size(); i++) {
      if (!(over.path(i) instanceof ObjectNode entry)) {
        continue;
      }
      int there = indexOf(under, entry.path("id").asString(""));
      if (there < 0) {
        places(entry, paths.item(i, under.size()), own);
        under.add(entry.deepCopy());
      } else {
        lay(entry, (ObjectNode) under.path(there), paths.item(i, there), own);
      }
    }
  }

  private static int indexOf(ArrayNode list, String id) {
    for (int i = 0; i < list.size(); i++) {
      if (list.path(i).isObject() && list.path(i).path("id").asString("").equals(id)) {
        return i;
      }
    }
    return -1;
  }
}
