package tenbin.desks.routes.declare.file;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenbin.spine.yaml.YamlFault;
import tenbin.spine.yaml.YamlFaults;

/** What is said of places in one file: of one reason the first places, and how many more. */
final class Notes {
  /** Of one reason; a screenful or two. The others are counted. */
  static final int MOST_ALIKE = 100;

  private final YamlFaults places;
  private final List<YamlFault> notes = new ArrayList<>();
  private final Map<String, Integer> alike = new LinkedHashMap<>();

  Notes(YamlFaults places) {
    this.places = places;
  }

  void add(String path, String reason) {
    add(path, reason, "");
  }

  void add(String path, String reason, String nearest) {
    if (alike.merge(reason, 1, Integer::sum) <= MOST_ALIKE) {
      YamlFaults.Place place = places.placeOf(path);
      notes.add(new YamlFault(place.file(), place.line(), path, reason, nearest));
    }
  }

  /** In the file's order; those that were only counted at their end. */
  List<YamlFault> inOrder() {
    List<YamlFault> sorted = new ArrayList<>(notes);
    sorted.sort(Comparator.comparingInt(YamlFault::line));
    YamlFaults.Place start = places.placeOf("");
    alike.forEach((reason, count) -> {
      if (count > MOST_ALIKE) {
        String more = (count - MOST_ALIKE) + " more: " + reason;
        sorted.add(new YamlFault(start.file(), start.line(), "", more, ""));
      }
    });
    return List.copyOf(sorted);
  }
}
