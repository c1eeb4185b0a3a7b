package tenbin.wire.record;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.observation.Rsit;

/**
 * A format's own words for what happened, each with what the reference taxonomy calls it. Words are
 * looked up as they are written. Immutable; any thread.
 */
public final class Taxonomy {
  private final Map<String, Rsit> classes;

  private Taxonomy(Map<String, Rsit> classes) {
    this.classes = classes;
  }

  /** A taxonomy of these words. */
  @SafeVarargs
  @SuppressWarnings("varargs") // handed on to be copied, never kept
  public static Taxonomy of(Map.Entry<String, Rsit>... words) {
    return new Taxonomy(Map.ofEntries(words));
  }

  /** The class of a word; empty for one that the format does not have. */
  public Optional<Rsit> classOf(String word) {
    return Optional.ofNullable(classes.get(word));
  }

  public boolean has(String word) {
    return classes.containsKey(word);
  }

  /** Every word. */
  public Set<String> words() {
    return classes.keySet();
  }
}
