package tenbin.spine.casework.method;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Techniques and mitigations by their ids in MITRE ATT&CK (Enterprise), with names in every
 * language: those that operators meet. Another id can be written too; it has no name here.
 */
public final class Catalogue {
  /** What attacks do. */
  public static final Catalogue TECHNIQUES =
      new Catalogue("techniques.tsv", Pattern.compile("T[0-9]{4}(\\.[0-9]{3})?"));

  /** What stops them. */
  public static final Catalogue MITIGATIONS =
      new Catalogue("mitigations.tsv", Pattern.compile("M[0-9]{4}"));

  private static final int COLUMNS = 4;

  private final Pattern ids;
  private final Map<String, Term> terms;

  /**
   * One of them.
   *
   * @param group its tactic: "initial-access"
   */
  public record Term(String id, String group, String english, String japanese) {
    public String name(Locale locale) {
      return locale.getLanguage().equals("ja") ? japanese : english;
    }
  }

  private Catalogue(String resource, Pattern ids) {
    this.ids = ids;
    this.terms = load(resource);
  }

  private static Map<String, Term> load(String resource) {
    Map<String, Term> terms = new LinkedHashMap<>();
    try (InputStream in = Catalogue.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no catalogue " + resource);
      }
      new String(in.readAllBytes(), UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> term(resource, line))
          .forEach(term -> terms.put(term.id, term));
      return terms;
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Term term(String resource, String line) {
    List<String> cells = List.of(line.split("\t", -1));
    if (cells.size() != COLUMNS) {
      throw new IllegalStateException(resource + ": not a line: " + line);
    }
    return new Term(cells.get(0), cells.get(1), cells.get(2), cells.get(3));
  }

  /** All of them, in the order of an attack. */
  public List<Term> all() {
    return List.copyOf(terms.values());
  }

  public Optional<Term> find(String id) {
    return Optional.ofNullable(terms.get(id));
  }

  /** Whether a text is an id of this kind, whether or not it has a name here. */
  public boolean isId(String text) {
    return ids.matcher(text).matches();
  }
}
