package tenbin.spine.precedent;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tenbin.spine.yaml.Leaf;
import tenbin.spine.yaml.SchemaCheck;
import tenbin.spine.yaml.YamlFaults;
import tenbin.spine.yaml.YamlTree;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads case files; the policy files that several of them name are read once. One thread. */
public final class PrecedentFile {
  private static final SchemaCheck SCHEMA = new SchemaCheck(schema());

  private final PolicyBooks books = new PolicyBooks();

  /** The JSON schema of case files (draft 2020-12). */
  public static String schema() {
    try (InputStream in = PrecedentFile.class.getResourceAsStream("case-schema.json")) {
      if (in == null) {
        throw new IllegalStateException("not packed with the program: case-schema.json");
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** Whether a YAML file is a case, not a policy file beside them. */
  public static boolean isCase(Path file) throws IOException {
    return Files.readString(file).lines().anyMatch(line -> line.startsWith("case:"));
  }

  /**
   * Reads a case file. What is wrong with it is in the trials' faults.
   *
   * @throws IOException when a file cannot be read
   */
  public Precedent read(Path file) throws IOException {
    Opened opened = open(file);
    return new Precedent(
        opened.root.at("case").word(),
        opened.root.text("title"),
        opened.root.text("title-ja", opened.root.text("title")),
        opened.faults.any() ? List.of(opened.broken()) : trials(opened));
  }

  /** A proposed ground on a backlog, from a case file that has both. */
  public WhatIf whatIf(Path file) throws IOException {
    Opened opened = open(file);
    if (opened.faults.any()) {
      throw new IllegalArgumentException(opened.faults.inOrder().getFirst().toString());
    }
    Layer proposed =
        new Layer(opened.root.at("proposed"), opened.root.at("no-ask"), opened.folder());
    List<WhatIf.Waiting> waiting = new ArrayList<>();
    for (Leaf each : opened.root.list("backlog")) {
      Situation now = opened.base().with(opened.layer(each));
      String name = each.text("name");
      waiting.add(
          new WhatIf.Waiting(
              name,
              each.node().path("rows").asLong(1),
              cases(each),
              now.trial(name, Optional.empty()),
              now.with(proposed).trial(name, Optional.empty())));
    }
    return WhatIf.of(opened.root.text("title"), waiting);
  }

  private static Set<String> cases(Leaf waiting) {
    Set<String> cases = new TreeSet<>();
    waiting.list("cases").forEach(each -> cases.add(each.text()));
    return cases;
  }

  private Opened open(Path file) throws IOException {
    YamlFaults faults = new YamlFaults("" + file.getFileName());
    JsonNode tree =
        YamlTree.read(Files.readString(file), faults)
            .orElseGet(JsonNodeFactory.instance::objectNode);
    if (!faults.any()) {
      SCHEMA.check(tree, faults);
    }
    Leaf root = new Leaf(tree, "", ZoneOffset.UTC, faults);
    return new Opened(file, new Leaf(tree, "", zone(root), faults), faults, books);
  }

  private static ZoneId zone(Leaf root) {
    try {
      return ZoneId.of(root.text("zone", "UTC"));
    } catch (DateTimeException unknown) {
      String told = root.text("zone");
      root.faults().unknown("zone", "time zone", told, ZoneId.getAvailableZoneIds());
      return ZoneOffset.UTC;
    }
  }

  /** A case file that was opened. */
  private record Opened(Path file, Leaf root, YamlFaults faults, PolicyBooks books) {
    Path folder() {
      Path parent = file.toAbsolutePath().getParent();
      return parent == null ? file.toAbsolutePath() : parent;
    }

    Layer layer(Leaf at) {
      return new Layer(at.at("given"), at.at("ask"), folder());
    }

    Situation base() {
      return new Situation(List.of(layer(root)), books, root.zone());
    }

    Trial broken() {
      return new QuestionTrial(
          root.at("case").word(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          faults.inOrder());
    }
  }

  private List<Trial> trials(Opened opened) throws IOException {
    List<Trial> trials = new ArrayList<>();
    toldIn(opened).forEach(told -> trials.add(told.trial()));
    addAgain(opened, trials);
    return opened.faults.any() ? List.of(opened.broken()) : trials;
  }

  /** A situation with its name and what is expected of it. */
  private record Told(
      String name, Situation situation, Leaf place, Optional<Expectation> expected) {
    Trial trial() {
      if (place.has("numbers")) {
        return NumberReader.read(name, place.at("numbers"), expected);
      }
      return place.has("recall")
          ? RecallReader.read(name, place.at("recall"), situation, expected)
          : situation.trial(name, expected);
    }

    boolean asks() {
      return !place.has("numbers") && !place.has("recall");
    }
  }

  private static List<Told> toldIn(Opened opened) {
    List<Told> all = new ArrayList<>();
    String name = opened.root.at("case").word();
    if (opened.root.has("expect") || opened.root.has("ask") && !opened.root.has("variants")) {
      all.add(new Told(name, opened.base(), opened.root, expectation(opened.root)));
    }
    for (Leaf each : opened.root.list("variants")) {
      Situation situation = opened.base().with(opened.layer(each));
      all.add(new Told(name + ", " + each.text("name"), situation, each, expectation(each)));
    }
    return all;
  }

  private static Optional<Expectation> expectation(Leaf at) {
    return at.has("expect")
        ? Optional.of(ExpectationReader.read(at.at("expect")))
        : Optional.empty();
  }

  /** Other cases with a change that must change nothing. */
  private void addAgain(Opened opened, List<Trial> trials) throws IOException {
    Leaf again = opened.root.at("again");
    for (Leaf other : again.list("cases")) {
      List<Told> all = toldIn(open(opened.folder().resolve(other.text())));
      for (Told told : all.stream().filter(Told::asks).toList()) {
        QuestionTrial original = told.situation.trial(told.name, told.expected);
        for (Leaf each : again.list("with")) {
          Layer layer = new Layer(each.at("given"), each.at("ask"), opened.folder());
          String name = told.name + ", with " + each.text("name");
          trials.add(told.situation.with(layer).trial(name, told.expected).sameAs(original));
        }
      }
    }
  }
}
