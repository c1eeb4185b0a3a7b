package tenbin.wire.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Reads flat YAML as X-ARF's report.txt uses it: names and texts, no types, no objects. What is no
 * YAML is read line by line as "Name: value", because many reporters write it by hand.
 */
public final class FlatYaml {
  /** A report.txt has some 20 fields of a line each. */
  private static final int MOST_CHARACTERS = 256 * 1024;

  private static final int MOST_DEPTH = 10;
  private static final int MOST_ALIASES = 5;
  private static final int MOST_DOCUMENTS = 10_000;

  private FlatYaml() {}

  /** The documents of a text, each a map of its scalars. */
  public static List<Map<String, String>> read(String text) {
    List<Map<String, String>> all = new ArrayList<>();
    try {
      for (Object document : yaml().loadAll(text)) {
        if (document instanceof Map<?, ?> map && all.size() < MOST_DOCUMENTS) {
          all.add(scalars(map));
        }
      }
    } catch (YAMLException | IllegalArgumentException noYaml) {
      // The second for escapes that are cut or name no character: SnakeYAML lets them through.
      return List.of(lines(text));
    }
    return all;
  }

  private static Yaml yaml() {
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setNestingDepthLimit(MOST_DEPTH);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    options.setAllowRecursiveKeys(false);
    options.setWarnOnDuplicateKeys(false);
    DumperOptions unused = new DumperOptions();
    return new Yaml(
        new SafeConstructor(options), new Representer(unused), unused, options, new OnlyTexts());
  }

  /** Takes every scalar as the text that was written: no dates, no octal numbers, no "no". */
  private static final class OnlyTexts extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      // None: every plain scalar stays a text.
    }
  }

  private static Map<String, String> scalars(Map<?, ?> map) {
    Map<String, String> fields = new LinkedHashMap<>();
    map.forEach((name, value) -> {
      if (name instanceof String key && value instanceof String text) {
        fields.put(key, text.strip());
      }
    });
    return fields;
  }

  private static Map<String, String> lines(String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    text.lines()
        .limit(MOST_DOCUMENTS)
        .forEach(line -> {
          int colon = line.indexOf(": ");
          if (colon > 0 && Character.isLetter(line.charAt(0))) {
            fields.putIfAbsent(line.substring(0, colon), line.substring(colon + 2).strip());
          }
        });
    return fields;
  }
}
