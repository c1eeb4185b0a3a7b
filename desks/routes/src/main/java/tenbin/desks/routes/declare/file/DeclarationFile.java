package tenbin.desks.routes.declare.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.Declarations;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Prefix;
import tenbin.spine.yaml.YamlFault;
import tenbin.spine.yaml.YamlFaults;
import tenbin.spine.yaml.YamlTree;
import tools.jackson.databind.JsonNode;

/**
 * A file of declarations, in whatever known form it is. What cannot be read is left out and told;
 * the rest stands.
 *
 * @param form that it has
 * @param declarations in the file's order
 * @param faults what is wrong, in the file's order
 * @param unkept what it says and our form does not, in the file's order
 */
public record DeclarationFile(
    Form form, List<Declaration> declarations, List<YamlFault> faults, List<YamlFault> unkept) {
  /** A million prefixes in JSON, with room; YAML has its own, smaller one. */
  public static final int MOST_CHARACTERS = 64 << 20;

  public DeclarationFile {
    declarations = List.copyOf(declarations);
    faults = List.copyOf(faults);
    unkept = List.copyOf(unkept);
  }

  /** Of everything that could be read. */
  public Declarations table() {
    return new Declarations(declarations);
  }

  /**
   * Reads a file.
   *
   * @param owner whose a file is that names no member
   */
  public static DeclarationFile read(Path file, MemberId owner) throws IOException {
    String name = String.valueOf(file.getFileName());
    if (Files.size(file) > MOST_CHARACTERS) {
      return refused(name, "larger than " + MOST_CHARACTERS + " octets");
    }
    return read(
        new FileText(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8)), owner);
  }

  /**
   * Reads a text.
   *
   * @param owner whose a text is that names no member
   */
  public static DeclarationFile read(FileText text, MemberId owner) {
    YamlFaults places = new YamlFaults(text.name());
    Optional<JsonNode> tree = JsonText.read(text, places);
    if (tree.isEmpty()) {
      places = new YamlFaults(text.name());
      tree = YamlTree.read(text.text(), places, YamlTree.Aliases.COPIED);
    }
    Notes wrong = new Notes(places);
    Notes unkept = new Notes(places);
    List<YamlFault> faults = new ArrayList<>(places.inOrder());
    if (tree.isEmpty()) {
      return new DeclarationFile(Form.UNKNOWN, List.of(), faults, List.of());
    }
    Spot root = new Spot(tree.get(), "", "", wrong, unkept);
    Form form = form(root);
    List<Declaration> declarations = declarations(form, root, owner);
    faults.addAll(wrong.inOrder());
    return new DeclarationFile(form, declarations, faults, unkept.inOrder());
  }

  private static DeclarationFile refused(String name, String why) {
    YamlFault fault = new YamlFault(name, 1, "", why, "");
    return new DeclarationFile(Form.UNKNOWN, List.of(), List.of(fault), List.of());
  }

  private static Form form(Spot root) {
    if (root.node().isArray() || root.has(OwnForm.TOP)) {
      return Form.OWN;
    }
    if (root.has(ArtemisForm.RULES) || root.has("prefixes") && root.has("asns")) {
      return Form.ARTEMIS;
    }
    boolean prefixes =
        root.node().propertyNames().stream()
            .anyMatch(key -> Prefix.tryParse(key.strip()).isPresent());
    return prefixes || root.at(BgpalerterForm.OPTIONS).has("monitorASns")
        ? Form.BGPALERTER
        : Form.UNKNOWN;
  }

  private static List<Declaration> declarations(Form form, Spot root, MemberId owner) {
    return switch (form) {
      case OWN -> new OwnForm(owner).read(root);
      case BGPALERTER -> List.of(BgpalerterForm.read(root, owner));
      case ARTEMIS -> List.of(ArtemisForm.read(root, owner));
      case UNKNOWN -> {
        unknown(root);
        yield List.of();
      }
    };
  }

  private static void unknown(Spot root) {
    if (root.has("connectors") || root.has("reports")) {
      root.wrong("this is BGPalerter's config.yml; its prefixes.yml says what it watches");
      return;
    }
    root.only(List.of(OwnForm.TOP));
    root.wrong("neither declarations, nor prefixes of BGPalerter, nor rules of ARTEMIS");
  }
}
