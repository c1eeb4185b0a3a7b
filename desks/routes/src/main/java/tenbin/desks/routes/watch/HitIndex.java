package tenbin.desks.routes.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Prefix;

/** Every hit by its prefix; one has few. */
final class HitIndex {
  private final Map<Prefix, Hit[]> hits = new HashMap<>();

  boolean isEmpty() {
    return hits.isEmpty();
  }

  boolean has(Prefix prefix) {
    return hits.containsKey(prefix);
  }

  /** Those of a prefix, as they are now. */
  Hit[] of(Prefix prefix) {
    Hit @Nullable [] found = hits.get(prefix);
    return found == null ? NONE : found;
  }

  private static final Hit[] NONE = {};

  void add(Hit hit) {
    Hit[] before = of(hit.prefix());
    Hit[] more = java.util.Arrays.copyOf(before, before.length + 1);
    more[before.length] = hit;
    hits.put(hit.prefix(), more);
  }

  void remove(Hit hit) {
    List<Hit> left = new ArrayList<>(List.of(of(hit.prefix())));
    left.remove(hit);
    if (left.isEmpty()) {
      hits.remove(hit.prefix());
    } else {
      hits.put(hit.prefix(), left.toArray(Hit[]::new));
    }
  }

  /** All of them. */
  List<Hit> all() {
    List<Hit> all = new ArrayList<>();
    hits.values().forEach(each -> all.addAll(List.of(each)));
    return all;
  }
}
