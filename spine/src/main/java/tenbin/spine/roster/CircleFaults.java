package tenbin.spine.roster;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects faults while a file is read, and knows on which line every key stands. */
final class CircleFaults {
  private final List<CircleFault> faults = new ArrayList<>();
  private final Map<String, Integer> lines = new HashMap<>();

  /** Notes where a key or an item begins; the first one counts. */
  void place(String path, int line) {
    lines.putIfAbsent(path, line);
  }

  /** The line of a path, or of the closest one above it. */
  int lineOf(String path) {
    String at = path;
    while (!at.isEmpty()) {
      Integer line = lines.get(at);
      if (line != null) {
        return line;
      }
      at = at.substring(0, Math.max(0, Math.max(at.lastIndexOf('.'), at.lastIndexOf('['))));
    }
    return 1;
  }

  void add(String path, String reason) {
    add(path, reason, "");
  }

  void add(String path, String reason, String nearest) {
    addAt(lineOf(path), path, reason, nearest);
  }

  void addAt(int line, String path, String reason, String nearest) {
    if (faults.size() < CircleReading.MOST_FAULTS) {
      faults.add(new CircleFault(line, path, reason, nearest));
    }
  }

  /** Says that a word is not known, with the nearest one that is. */
  void unknown(String path, String what, String word, Collection<String> known) {
    add(path, "unknown " + what + " \"" + word + "\"", Nearest.to(word, known));
  }

  boolean any() {
    return !faults.isEmpty();
  }

  List<CircleFault> inOrder() {
    List<CircleFault> sorted = new ArrayList<>(faults);
    sorted.sort(Comparator.comparingInt(CircleFault::line));
    return sorted;
  }
}
