package tenbin.spine.yaml;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects faults while files are read, and knows in which file and line every key stands. */
public final class YamlFaults {
  /** More than a screenful helps nobody. */
  public static final int MOST = 100;

  private final List<YamlFault> faults = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();
  private final String file;

  /**
   * Where a key stands.
   *
   * @param file its name, empty where there is only one
   * @param line 1 for the first
   */
  public record Place(String file, int line) {
    @Override
    public String toString() {
      return file.isEmpty() ? "line " + line : file + ":" + line;
    }
  }

  /** Faults of the one file that is read. */
  public YamlFaults() {
    this("");
  }

  /** Faults of a file of a name. */
  public YamlFaults(String file) {
    this.file = file;
  }

  /** The same places and faults, to add others to. */
  public YamlFaults(YamlFaults other) {
    this(other.file);
    places.putAll(other.places);
    faults.addAll(other.faults);
  }

  /** Notes where a key or an item begins; the first one counts. */
  void place(String path, int line) {
    places.putIfAbsent(path, new Place(file, line));
  }

  /** Notes where a key of a tree that was put together comes from; the last one counts. */
  public void place(String path, Place place) {
    places.put(path, place);
  }

  /** The place of a path, or of the closest one above it. */
  public Place placeOf(String path) {
    String at = path;
    while (!at.isEmpty()) {
      Place place = places.get(at);
      if (place != null) {
        return place;
      }
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return new Place(file, 1);
  }

  public void add(String path, String reason) {
    add(path, reason, "");
  }

  public void add(String path, String reason, String nearest) {
    Place place = placeOf(path);
    add(new YamlFault(place.file(), place.line(), path, reason, nearest));
  }

  void addAt(int line, String path, String reason, String nearest) {
    add(new YamlFault(file, line, path, reason, nearest));
  }

  public void add(YamlFault fault) {
    if (faults.size() < MOST) {
      faults.add(fault);
    }
  }

  /** Says that a word is not known, with the nearest one that is. */
  public void unknown(String path, String what, String word, Collection<String> known) {
    add(path, "unknown " + what + " \"" + word + "\"", Nearest.to(word, known));
  }

  public boolean any() {
    return !faults.isEmpty();
  }

  public List<YamlFault> inOrder() {
    List<YamlFault> sorted = new ArrayList<>(faults);
    sorted.sort(Comparator.comparing(YamlFault::file).thenComparingInt(YamlFault::line));
    return sorted;
  }
}
