package tenbin.desks.routes.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Prefix;

/**
 * Every hit by its prefix; one has few. Nearly all that is announced has none: that is seen by one
 * bit, without a look into the map.
 */
final class HitIndex {
  private static final Hit[] NONE = {};

  /** A mebibit stays in a processor's own cache. */
  private static final int PLACE_BITS = 20;

  private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L; // 2^64 by the golden ratio

  private final Map<Prefix, Hit[]> hits = new HashMap<>();

  /** Where a prefix with a hit is, or was since they were last set anew. */
  private final long[] places = new long[(1 << PLACE_BITS) / Long.SIZE];

  private int gone;

  boolean isEmpty() {
    return hits.isEmpty();
  }

  boolean has(Prefix prefix) {
    return mayHave(prefix) && hits.containsKey(prefix);
  }

  private boolean mayHave(Prefix prefix) {
    int place = place(prefix);
    return (places[place >>> 6] >>> place & 1) != 0;
  }

  private static int place(Prefix prefix) {
    long mixed = (prefix.first().high() * SPREAD ^ prefix.first().low() + prefix.bits()) * SPREAD;
    return (int) (mixed >>> Long.SIZE - PLACE_BITS);
  }

  private void mark(Prefix prefix) {
    int place = place(prefix);
    places[place >>> 6] |= 1L << place;
  }

  /** Those of a prefix, as they are now. */
  Hit[] of(Prefix prefix) {
    Hit @Nullable [] found = mayHave(prefix) ? hits.get(prefix) : null;
    return found == null ? NONE : found;
  }

  /** The one of a prefix in a track. */
  @Nullable Hit of(Track track, Prefix prefix) {
    for (Hit each : of(prefix)) {
      if (each.track() == track) {
        return each;
      }
    }
    return null;
  }

  void add(Hit hit) {
    Hit[] before = of(hit.prefix());
    Hit[] more = Arrays.copyOf(before, before.length + 1);
    more[before.length] = hit;
    hits.put(hit.prefix(), more);
    mark(hit.prefix());
  }

  void remove(Hit hit) {
    List<Hit> left = new ArrayList<>(List.of(of(hit.prefix())));
    left.remove(hit);
    if (left.isEmpty()) {
      hits.remove(hit.prefix());
      forget();
    } else {
      hits.put(hit.prefix(), left.toArray(Hit[]::new));
    }
  }

  /** When as many are gone as are left, what they marked is forgotten. */
  private void forget() {
    if (++gone > hits.size() + places.length) {
      gone = 0;
      Arrays.fill(places, 0);
      hits.keySet().forEach(this::mark);
    }
  }

  /** All of them. */
  List<Hit> all() {
    List<Hit> all = new ArrayList<>();
    hits.values().forEach(each -> all.addAll(List.of(each)));
    return all;
  }
}
