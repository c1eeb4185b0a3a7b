package tenbin.spine.roster;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import tenbin.nouns.member.Circle;
import tenbin.nouns.report.Digest;
import tenbin.spine.yaml.SchemaCheck;
import tenbin.spine.yaml.YamlFaults;
import tenbin.spine.yaml.YamlTree;
import tools.jackson.databind.JsonNode;

/**
 * The circle file: a YAML text that people read and write, checked against a JSON schema and then
 * for what a schema cannot say. Stateless; any thread.
 */
public final class CircleFile {
  private static final SchemaCheck SCHEMA = new SchemaCheck(schema());

  private CircleFile() {}

  /** Reads a circle file; every fault has its line, its key and its reason. */
  public static CircleReading read(String yaml) {
    YamlFaults faults = new YamlFaults();
    Optional<JsonNode> tree = YamlTree.read(yaml, faults);
    if (tree.isPresent() && !faults.any()) {
      SCHEMA.check(tree.get(), faults);
    }
    Optional<Circle> circle =
        tree.filter(checked -> !faults.any())
            .flatMap(checked -> CircleReader.read(checked, faults))
            .map(CircleFile::stamped);
    return new CircleReading(circle, faults.inOrder());
  }

  /**
   * Writes a circle as a circle file, so that what was changed by API or command can be kept as a
   * file again. Comments of a file that was read are not kept.
   */
  public static String write(Circle circle) {
    return write(circle, ZoneOffset.UTC);
  }

  /**
   * Writes with dates in a zone; an instant that begins no day there is written with its offset.
   */
  public static String write(Circle circle, ZoneId zone) {
    return CircleText.of(circle, zone);
  }

  /**
   * The circle with its version: the SHA-256 of its own text, so that comments, order of keys and
   * time zone of a file change nothing.
   */
  public static Circle stamped(Circle circle) {
    return new Circle(
        circle.name(),
        Digest.of(write(circle).getBytes(UTF_8)).hex(),
        circle.members(),
        circle.groups(),
        circle.agreements(),
        circle.unmarked(),
        circle.retention(),
        circle.signIn());
  }

  /** The JSON schema (draft 2020-12), for editors and documents. */
  public static String schema() {
    return resource("circle-schema.json");
  }

  /** The circle file of the demo: seven operators, a secretariat and an observer, all invented. */
  public static String demo() {
    return resource("demo-circle.yaml");
  }

  private static String resource(String name) {
    try (InputStream in = CircleFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not packed with the program: " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
