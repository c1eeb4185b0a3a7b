package tenbin.desks.routes.held;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.bgp.Family;

/**
 * The paths of prefixes that may have several (RFC 7911), the one told last at the end. Most have
 * one, which is kept without a map of its own.
 */
final class HeldPaths {
  /** What there is of a prefix; never nothing. */
  private sealed interface Held {}

  private record One(long id, Attributes attributes, int generation) implements Held {}

  private record Several(SequencedMap<Long, One> paths) implements Held {
    One last() {
      return paths.lastEntry().getValue();
    }
  }

  private final Map<Prefix, Held> prefixes = new HashMap<>();
  private int size;

  int size() {
    return size;
  }

  void put(Prefix prefix, long id, Attributes attributes, int generation) {
    One path = new One(id, attributes, generation);
    @Nullable Held before = prefixes.put(prefix, path);
    switch (before) {
      case null -> size++;
      case One one when one.id == id -> {}
      case One one -> {
        size++;
        Several both = new Several(new LinkedHashMap<>(4));
        both.paths.put(one.id, one);
        both.paths.put(id, path);
        prefixes.put(prefix, both);
      }
      case Several several -> {
        size += several.paths.remove(id) == null ? 1 : 0;
        several.paths.put(id, path);
        prefixes.put(prefix, several);
      }
    }
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
    return switch (prefixes.get(prefix)) {
      case null -> new Left.None();
      case One one when one.id != id -> new Left.Same();
      case One one -> {
        size--;
        prefixes.remove(prefix);
        yield new Left.None();
      }
      case Several several -> remove(prefix, several, id);
    };
  }

  private Left remove(Prefix prefix, Several several, long id) {
    boolean last = several.last().id == id;
    if (several.paths.remove(id) == null) {
      return new Left.Same();
    }
    size--;
    prefixes.put(prefix, fewer(several));
    return last ? new Left.Other(several.last().attributes) : new Left.Same();
  }

  private static Held fewer(Several several) {
    return several.paths.size() == 1 ? several.last() : several;
  }

  /** Takes out the paths of one family that are not of a generation; tells what counts instead. */
  void sweep(Family family, int generation, BiConsumer<Prefix, Attributes> instead) {
    prefixes
        .entrySet()
        .removeIf(entry ->
            entry.getKey().isV4() == (family == Family.IPV4) && sweep(entry, generation, instead));
  }

  /** Whether nothing is left of a prefix. */
  private boolean sweep(
      Map.Entry<Prefix, Held> entry, int generation, BiConsumer<Prefix, Attributes> instead) {
    return switch (entry.getValue()) {
      case One one -> {
        boolean goes = one.generation != generation;
        size -= goes ? 1 : 0;
        yield goes;
      }
      case Several several -> {
        swept(several, generation).ifPresent(other -> instead.accept(entry.getKey(), other));
        if (!several.paths.isEmpty()) {
          entry.setValue(fewer(several));
        }
        yield several.paths.isEmpty();
      }
    };
  }

  private Optional<Attributes> swept(Several several, int generation) {
    One told = several.last();
    int before = several.paths.size();
    several.paths.values().removeIf(path -> path.generation != generation);
    size -= before - several.paths.size();
    boolean changed = !several.paths.isEmpty() && told.generation != generation;
    return changed ? Optional.of(several.last().attributes) : Optional.empty();
  }

  void clear() {
    prefixes.clear();
    size = 0;
  }
}
