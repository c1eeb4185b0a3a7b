package tenbin.spine.policy;

import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tenbin.spine.yaml.SchemaCheck;
import tenbin.spine.yaml.YamlFaults;
import tenbin.spine.yaml.YamlTree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Several policy files as one tree that still knows from which file and line everything comes.
 * Never changed once made: laying something over it makes another one.
 */
public final class PolicyTree {
  private static final SchemaCheck SCHEMA = new SchemaCheck(PolicyFile.schema());

  /** The packs that come with the program, each read once: they are the same for every circle. */
  private static final Map<String, Checked> READ_PACKS = new ConcurrentHashMap<>();

  /** What the names of packs begin with. */
  static final String PACK = "pack ";

  private final ObjectNode root;
  private final YamlFaults faults;
  private final Beside beside;

  /** Entries, by section and name, of which no schema has seen all that is in them. */
  private final Set<List<String>> unseen;

  private PolicyTree(ObjectNode root, YamlFaults faults, Beside beside, Set<List<String>> unseen) {
    this.root = root;
    this.faults = faults;
    this.beside = beside;
    this.unseen = Set.copyOf(unseen);
  }

  /** Of files, each checked by itself. */
  public static PolicyTree of(List<PolicySource> sources) {
    return of(sources, Beside.NOTHING);
  }

  /** Of files that may name what is known from elsewhere, with the packs that they name. */
  static PolicyTree of(List<PolicySource> sources, Beside beside) {
    PolicyTree all =
        new PolicyTree(JsonNodeFactory.instance.objectNode(), new YamlFaults(), beside, Set.of());
    Set<String> laid = new LinkedHashSet<>();
    sources.forEach(source -> all.append(source, laid));
    return all;
  }

  /**
   * A file by itself; only ever read.
   *
   * @param tree empty where the text is no YAML
   * @param own its faults, and the place of everything in it
   */
  private record Checked(Optional<JsonNode> tree, YamlFaults own) {
    static Checked of(PolicySource source) {
      YamlFaults own = new YamlFaults(source.name());
      Optional<JsonNode> tree = YamlTree.read(source.text(), own);
      if (tree.isPresent() && !own.any()) {
        SCHEMA.check(tree.get(), own);
      }
      return new Checked(tree, own);
    }
  }

  private void append(PolicySource source, Set<String> laid) {
    boolean pack = source.name().startsWith(PACK);
    if (pack && !laid.add(source.name())) {
      return;
    }
    boolean ours = pack && PolicyFile.isPack(source);
    Checked read =
        ours
            ? READ_PACKS.computeIfAbsent(source.name(), unread -> Checked.of(source))
            : Checked.of(source);
    read.own().inOrder().forEach(faults::add);
    if (!read.own().any() && read.tree().orElseThrow() instanceof ObjectNode file) {
      file.path("packs").forEach(name -> append(PolicyFile.pack(name.asString()), laid));
      new Joining(root, faults)
          .appendIf((section, name) -> !pack || counts(section, name), file, read.own());
    }
  }

  private boolean counts(String section, String name) {
    return !section.equals("purposes") || !beside.purposes().contains(name);
  }

  /**
   * The same with sections laid over it: an entry with the id of one that is there changes the keys
   * it names, any other is added.
   *
   * @param sections as in a policy file, each may be left out
   * @param path where they stand in their own file
   * @param zone of dates in entries that are added
   * @param places of their own file
   */
  public PolicyTree overlaid(JsonNode sections, String path, ZoneId zone, YamlFaults places) {
    Set<List<String>> touched = new LinkedHashSet<>(unseen);
    touched.addAll(Joining.namesIn(sections));
    PolicyTree laid = new PolicyTree(root.deepCopy(), new YamlFaults(faults), beside, touched);
    new Joining(laid.root, laid.faults).overlay(sections, path, zone, places);
    return laid;
  }

  /** The same without some entries: by their ids. */
  public PolicyTree without(List<String> ids, String path, YamlFaults places) {
    PolicyTree rest =
        new PolicyTree(JsonNodeFactory.instance.objectNode(), new YamlFaults(), beside, unseen);
    faults.inOrder().forEach(rest.faults::add);
    Joining joining = new Joining(rest.root, rest.faults);
    joining.appendIf((section, name) -> !ids.contains(name), root, faults);
    Set<String> known = Joining.ids(root);
    for (String id : ids) {
      if (!known.contains(id)) {
        rest.faults.place(path, places.placeOf(path));
        rest.faults.unknown(path, "entry", id, known);
      }
    }
    return rest;
  }

  /** Checks the entries that no schema has seen, as a file of their own. */
  private void checkUnseen(YamlFaults own) {
    YamlFaults places = new YamlFaults();
    ObjectNode file = JsonNodeFactory.instance.objectNode();
    file.put("policy", "entries that were laid over");
    Joining joining = new Joining(file, places);
    joining.appendIf((section, name) -> unseen.contains(List.of(section, name)), root, faults);
    SCHEMA.check(file, places);
    places.inOrder().forEach(own::add);
  }

  /** The policy set of it. */
  public PolicyReading read() {
    YamlFaults own = new YamlFaults(faults);
    if (!unseen.isEmpty() && !own.any()) {
      checkUnseen(own);
    }
    return PolicyReader.read(root, own, beside);
  }
}
