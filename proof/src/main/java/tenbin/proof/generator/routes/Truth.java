package tenbin.proof.generator.routes;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.net.Prefix;

/**
 * What happened, for whoever says that it was found.
 *
 * @param kind what kind of thing
 * @param accused who did it, whichever of them is named; where a path was forged, who stands in it
 * @param begin when its first route came, UTC
 * @param end when its last one went
 * @param prefixes as they were announced, by the AS whose they were; 0 where they are nobody's
 */
public record Truth(
    Kind kind,
    Set<Long> accused,
    Instant begin,
    Instant end,
    SortedMap<Long, SortedSet<Prefix>> prefixes) {
  public Truth {
    accused = Set.copyOf(accused);
    SortedMap<Long, SortedSet<Prefix>> copy = new TreeMap<>();
    prefixes.forEach((asn, some) -> copy.put(asn, new TreeSet<>(some)));
    prefixes = java.util.Collections.unmodifiableSortedMap(copy);
  }

  /** Those whose prefixes were touched. */
  public Set<Long> victims() {
    return prefixes.keySet();
  }

  /** How many prefixes were touched. */
  public int size() {
    return prefixes.values().stream().mapToInt(Set::size).sum();
  }

  /** All that were touched. */
  public List<Prefix> all() {
    return prefixes.values().stream().flatMap(Set::stream).toList();
  }
}
