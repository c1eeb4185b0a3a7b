package tenbin.spine.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Policy files: YAML texts that people read and write, checked against a JSON schema and then for
 * what a schema cannot say. Stateless; any thread.
 */
public final class PolicyFile {
  /** The law packs that come with the program. */
  public static final List<String> PACKS = List.of("core", "jp", "eu", "us");

  private static final Map<String, PolicySource> TEXTS = new ConcurrentHashMap<>();

  private PolicyFile() {}

  /** Reads files to one policy set; every fault has its file, its line and its reason. */
  public static PolicyReading read(List<PolicySource> sources) {
    return read(sources, Beside.NOTHING);
  }

  /** As {@link #read(List)}, where the files may name what is known from elsewhere. */
  public static PolicyReading read(List<PolicySource> sources, Beside beside) {
    return PolicyTree.of(sources, beside).read();
  }

  /** Reads packs by their names with further files. */
  public static PolicyReading read(List<String> packs, List<PolicySource> sources) {
    List<PolicySource> all = new ArrayList<>();
    packs.forEach(name -> all.add(pack(name)));
    all.addAll(sources);
    return read(all);
  }

  /**
   * A pack that comes with the program.
   *
   * @throws IllegalArgumentException when there is none of this name
   */
  public static PolicySource pack(String name) {
    if (!PACKS.contains(name)) {
      throw new IllegalArgumentException("no pack \"" + name + "\", there are " + PACKS);
    }
    return TEXTS.computeIfAbsent(
        name,
        unread -> new PolicySource(PolicyTree.PACK + name, resource("packs/" + name + ".yaml")));
  }

  /** Whether a file is a pack as it comes with the program, and not somebody's of its name. */
  static boolean isPack(PolicySource source) {
    return TEXTS.containsValue(source);
  }

  /**
   * The example that the demo lays beside its circle: model clauses, a release, what may be asked.
   */
  public static PolicySource demo() {
    return new PolicySource("demo-policy.yaml", resource("demo-policy.yaml"));
  }

  /** The JSON schema (draft 2020-12), for editors and documents. */
  public static String schema() {
    return resource("policy-schema.json");
  }

  private static String resource(String name) {
    try (InputStream in = PolicyFile.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("not packed with the program: " + name);
      }
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
