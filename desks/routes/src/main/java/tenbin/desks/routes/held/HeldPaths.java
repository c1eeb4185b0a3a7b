package tenbin.desks.routes.held;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Family;

/** The paths of prefixes that may have several (RFC 7911), the one told last at the end. */
final class HeldPaths {
  private record Path(Attributes attributes, int generation) {}

  private final Map<Prefix, LinkedHashMap<Long, Path>> paths = new HashMap<>();
  private int size;

  int size() {
    return size;
  }

  void put(Prefix prefix, long id, Attributes attributes, int generation) {
    LinkedHashMap<Long, Path> of = paths.computeIfAbsent(prefix, key -> new LinkedHashMap<>(2));
    size += of.remove(id) == null ? 1 : 0;
    of.put(id, new Path(attributes, generation));
  }

  /** What is left of a prefix whose path goes. */
  sealed interface Left {
    /** Nothing. */
    record None() implements Left {}

    /** Others, and what was told last is still so. */
    record Same() implements Left {}

    /** Others, of which this one counts from now on. */
    record Other(Attributes attributes) implements Left {}
  }

  Left remove(Prefix prefix, long id) {
    LinkedHashMap<Long, Path> of = paths.get(prefix);
    if (of == null) {
      return new Left.None();
    }
    boolean last = of.lastEntry().getKey() == id;
    if (of.remove(id) == null) {
      return new Left.Same();
    }
    size--;
    return left(prefix, of, last);
  }

  private Left left(Prefix prefix, SequencedMap<Long, Path> of, boolean changed) {
    if (of.isEmpty()) {
      paths.remove(prefix);
      return new Left.None();
    }
    return changed ? new Left.Other(of.lastEntry().getValue().attributes) : new Left.Same();
  }

  /** Takes out the paths of one family that are not of a generation; tells what counts instead. */
  void sweep(Family family, int generation, BiConsumer<Prefix, Attributes> instead) {
    paths
        .entrySet()
        .removeIf(entry -> {
          if (entry.getKey().isV4() == (family == Family.IPV4)) {
            sweep(entry.getValue(), generation)
                .ifPresent(other -> instead.accept(entry.getKey(), other));
          }
          return entry.getValue().isEmpty();
        });
  }

  private Optional<Attributes> sweep(SequencedMap<Long, Path> of, int generation) {
    Path told = of.lastEntry().getValue();
    int before = of.size();
    of.values().removeIf(path -> path.generation != generation);
    size -= before - of.size();
    boolean changed = !of.isEmpty() && told.generation != generation;
    return changed ? Optional.of(of.lastEntry().getValue().attributes) : Optional.empty();
  }

  void clear() {
    paths.clear();
    size = 0;
  }
}
