package tenbin.spine.policy;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import tenbin.spine.yaml.Overlay;
import tenbin.spine.yaml.YamlFaults;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Joins the sections of policy files to one tree, with the place of everything. */
final class Joining {
  /** Section to the key that names its entries. */
  static final Map<String, String> SECTIONS = sections();

  private static final Set<String> OF_A_LAW = Set.of("gates", "bases");
  private static final String UNMARKED = "unmarked";

  private final ObjectNode root;
  private final YamlFaults faults;
  private final Overlay overlay;

  Joining(ObjectNode root, YamlFaults faults) {
    this.overlay = new Overlay(faults);
    this.root = root;
    this.faults = faults;
  }

  private static Map<String, String> sections() {
    Map<String, String> all = new LinkedHashMap<>();
    for (String section :
        List.of(
            "orders",
            "classes",
            "parties",
            "facts",
            "gates",
            "bases",
            "forbids",
            "asks",
            "standing",
            "registers",
            "schemes")) {
      all.put(section, "id");
    }
    all.put("fields", "name");
    all.put("purposes", "purpose");
    return all;
  }

  /** The name of an entry: of a fact without one, whom it is about and what. */
  static String nameOf(String section, JsonNode entry) {
    String name = entry.path(SECTIONS.get(section)).asString("");
    return name.isEmpty() && section.equals("facts")
        ? entry.path("about").asString("") + "/" + entry.path("key").asString("")
        : name;
  }

  static Set<String> ids(ObjectNode root) {
    Set<String> ids = new TreeSet<>();
    for (String section : SECTIONS.keySet()) {
      root.path(section).forEach(entry -> ids.add(nameOf(section, entry)));
    }
    return ids;
  }

  /** Appends the entries whose section and name are wanted. */
  void appendIf(BiPredicate<String, String> wanted, ObjectNode file, YamlFaults places) {
    for (String section : SECTIONS.keySet()) {
      for (int i = 0; i < file.path(section).size(); i++) {
        ObjectNode entry = (ObjectNode) file.path(section).path(i);
        if (wanted.test(section, nameOf(section, entry))) {
          add(section, withDefaults(section, entry, file), section + "[" + i + "]", places);
        }
      }
    }
    appendUnmarked(file, places);
  }

  private void appendUnmarked(ObjectNode file, YamlFaults places) {
    if (file.has(UNMARKED)) {
      String told = file.path(UNMARKED).asString();
      if (root.has(UNMARKED) && !root.path(UNMARKED).asString().equals(told)) {
        faults.place(UNMARKED, places.placeOf(UNMARKED));
        faults.add(UNMARKED, "another file says " + root.path(UNMARKED).asString());
      }
      root.put(UNMARKED, told);
    }
  }

  /** What a file says for all of its entries belongs to each of them. */
  private static ObjectNode withDefaults(String section, ObjectNode entry, ObjectNode file) {
    ObjectNode whole = entry.deepCopy();
    boolean dated = !Set.of("orders", "classes", "fields").contains(section);
    if (dated && file.has("zone") && !whole.has("zone")) {
      whole.set("zone", file.path("zone"));
    }
    if (OF_A_LAW.contains(section) && file.has("law") && !whole.has("law")) {
      whole.set("law", file.path("law"));
    }
    return whole;
  }

  private void add(String section, ObjectNode entry, String from, YamlFaults places) {
    ArrayNode list = root.withArray(section);
    String to = section + "[" + list.size() + "]";
    overlay.places(entry, new Overlay.Paths(from, to), places);
    int above = section.equals("facts") ? -1 : indexOf(section, nameOf(section, entry));
    if (above >= 0) {
      faults.add(
          to,
          "there is another \""
              + nameOf(section, entry)
              + "\" at "
              + faults.placeOf(section + "[" + above + "]"));
    }
    list.add(entry);
  }

  private int indexOf(String section, String name) {
    JsonNode list = root.path(section);
    for (int i = 0; i < list.size(); i++) {
      if (nameOf(section, list.path(i)).equals(name)) {
        return i;
      }
    }
    return -1;
  }

  /** Section and name of every entry. */
  static Set<List<String>> namesIn(JsonNode sections) {
    Set<List<String>> names = new LinkedHashSet<>();
    for (String section : SECTIONS.keySet()) {
      sections.path(section).forEach(entry -> names.add(List.of(section, nameOf(section, entry))));
    }
    return names;
  }

  void overlay(JsonNode sections, String path, ZoneId zone, YamlFaults places) {
    ObjectNode defaults = root.objectNode().put("zone", zone.getId());
    for (String section : SECTIONS.keySet()) {
      for (int i = 0; i < sections.path(section).size(); i++) {
        String from = path + "." + section + "[" + i + "]";
        if (sections.path(section).path(i) instanceof ObjectNode entry) {
          overlayEntry(section, entry, defaults, from, places);
        }
      }
    }
    if (sections.has(UNMARKED)) {
      root.set(UNMARKED, sections.path(UNMARKED));
      faults.place(UNMARKED, places.placeOf(path + "." + UNMARKED));
    }
  }

  /** What is laid over an entry counts in that entry's own zone. */
  private void overlayEntry(
      String section, ObjectNode entry, ObjectNode defaults, String from, YamlFaults places) {
    int there = indexOf(section, nameOf(section, entry));
    if (there < 0) {
      add(section, withDefaults(section, entry, defaults), from, places);
      return;
    }
    String to = section + "[" + there + "]";
    Overlay.Paths paths = new Overlay.Paths(from, to);
    overlay.lay(entry, (ObjectNode) root.path(section).path(there), paths, places);
  }
}
