package tenbin.desks.routes.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.net.Prefix;

/**
 * Takes up incidents that were open when the watch was stopped, behind the table as it was then.
 */
final class Resumption {
  private final RouteTable table;
  private final OpenTracks open;
  private final HitIndex index;
  private final Masses masses;

  Resumption(RouteTable table, OpenTracks open, HitIndex index, Masses masses) {
    this.table = table;
    this.open = open;
    this.index = index;
    this.masses = masses;
  }

  /**
   * One of them, with those who still show it; one of which nobody does is over if that stays so.
   *
   * @return those of its prefixes that were not over
   */
  List<Affected> resume(long micros, Resumed before) {
    Track track = new Track(before.incident());
    if (!track.id().equals(before.incident().id())) {
      return List.of();
    }
    Map<Prefix, Set<Integer>> showing = OpenTracks.isStanding(track) ? Map.of() : showing(before);
    Set<Integer> otherwise = OpenTracks.isStanding(track) ? all() : Set.of();
    List<Affected> left = new ArrayList<>();
    for (Affected each : before.affected()) {
      Hit hit = track.add(before.incident(), each);
      index.add(hit);
      if (each.end().isEmpty()) {
        left.add(each);
        showing
            .getOrDefault(each.prefix(), otherwise)
            .forEach(vantage -> track.seen(hit, vantage, micros));
      }
    }
    track.resumed(micros, before);
    open.put(track);
    if (Masses.isMass(track)) {
      masses.resume(track);
    }
    return left;
  }

  /** Who showed a prefix last, as far as they still have it. */
  private Map<Prefix, Set<Integer>> showing(Resumed before) {
    Map<Prefix, Set<Integer>> showing = new HashMap<>();
    for (PathSeen each : before.steps()) {
      Set<Integer> of = showing.computeIfAbsent(each.prefix(), prefix -> new HashSet<>());
      int vantage = table.vantage(each.from());
      if (each.path().isEmpty() || table.origin(vantage, each.prefix()) == RouteTable.NONE) {
        of.remove(vantage);
      } else if (vantage >= 0) {
        of.add(vantage);
      }
    }
    return showing;
  }

  private Set<Integer> all() {
    return IntStream.range(0, open.of()).boxed().collect(Collectors.toSet());
  }
}
