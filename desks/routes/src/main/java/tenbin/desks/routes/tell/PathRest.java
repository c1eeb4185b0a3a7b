package tenbin.desks.routes.tell;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * Paths without what betrays who saw them (case 17). Of every path the longest end is told that at
 * least {@link #SHARED} ASes with vantage points share; where there is none, the end from the
 * neighbour of the accused AS on. The first AS of a path, which is the vantage point's own, is
 * never told unless so many others' paths go through it too. Not for several threads.
 */
public final class PathRest {
  /** As many as must stand behind anything that is told of several (DISCLOSURE section 6). */
  static final int SHARED = 3;

  /** What a picture shows. */
  private static final int MOST_MOMENTS = 24;

  /** How often it is counted on the way: a look goes through all that is seen. */
  private static final int MOST_LOOKS = 120;

  private static final int MOST_PATHS = 40;

  private final Asn accused;
  private final Map<List<String>, Set<Asn>> sharers = new HashMap<>();
  private final Map<String, String> rests = new HashMap<>();

  /**
   * What paths have in common.
   *
   * @param accused the AS that does it; absent where nobody can be named
   * @param steps all that may be used
   */
  public PathRest(Asn accused, List<PathSeen> steps) {
    this.accused = accused;
    for (PathSeen each : steps) {
      List<String> path = path(each.path());
      for (int from = 0; from < path.size(); from++) {
        sharers
            .computeIfAbsent(path.subList(from, path.size()), end -> new HashSet<>())
            .add(each.from().asn());
      }
    }
  }

  private static List<String> path(String text) {
    return text.isBlank() ? List.of() : List.of(text.strip().split(" +"));
  }

  /** What of a path is told; nothing of some. */
  public String rest(String text) {
    return rests.computeIfAbsent(text, this::cut);
  }

  private String cut(String text) {
    List<String> path = path(text);
    for (int from = 0; from < path.size(); from++) {
      List<String> end = path.subList(from, path.size());
      if (sharers.getOrDefault(end, Set.of()).size() >= SHARED) {
        return String.join(" ", end);
      }
    }
    return String.join(" ", fromNeighbour(path));
  }

  /** Prepended numbers are one AS: none of them stands for the vantage point's own. */
  private List<String> fromNeighbour(List<String> path) {
    int own = 0;
    while (own < path.size() && path.get(own).equals(path.getFirst())) {
      own++;
    }
    int at = path.indexOf(accused.toString());
    int from = at < 0 ? path.size() - 1 : at - 1;
    return path.subList(Math.min(Math.max(from, own), path.size()), path.size());
  }

  /**
   * A moment of the picture.
   *
   * @param at from when, UTC
   * @param paths what is seen then, with how many vantage points each
   */
  public record Moment(Instant at, Map<String, Band> paths) {
    public Moment {
      paths = Map.copyOf(paths);
    }
  }

  /**
   * The picture: how many vantage points saw which end of a path, whenever that changed. A moment
   * in which nothing changes that is told is none: else their number would tell how many looked.
   */
  public List<Moment> moments(List<PathSeen> steps) {
    List<Moment> all = new ArrayList<>();
    Map<Spot, String> now = new HashMap<>();
    int stride = Math.max(1, Math.ceilDiv(steps.size(), MOST_LOOKS));
    for (int i = 0; i < steps.size(); i++) {
      PathSeen step = steps.get(i);
      now.put(new Spot(step.from(), step.prefix()), step.path());
      if (i == steps.size() - 1 || i % stride == stride - 1) {
        add(all, new Moment(step.at().truncatedTo(ChronoUnit.SECONDS), counted(now)));
      }
    }
    return thinned(all);
  }

  /** Of one second the last counts. */
  private static void add(List<Moment> all, Moment next) {
    if (!all.isEmpty() && all.getLast().at.equals(next.at)) {
      all.removeLast();
    }
    if (all.isEmpty() || !all.getLast().paths.equals(next.paths)) {
      all.add(next);
    }
  }

  private static List<Moment> thinned(List<Moment> all) {
    List<Moment> some = new ArrayList<>();
    int stride = Math.max(1, Math.ceilDiv(all.size(), MOST_MOMENTS));
    for (int i = 0; i < all.size(); i++) {
      if (i == all.size() - 1 || i % stride == 0) {
        some.add(all.get(i));
      }
    }
    return some;
  }

  private record Spot(Vantage from, Prefix prefix) {}

  private Map<String, Band> counted(Map<Spot, String> now) {
    Map<String, Set<Vantage>> seen = new HashMap<>();
    now.forEach((spot, path) -> {
      String rest = rest(path);
      if (!rest.isEmpty()) {
        seen.computeIfAbsent(rest, each -> new HashSet<>()).add(spot.from);
      }
    });
    Map<String, Band> bands = new HashMap<>();
    seen.entrySet().stream()
        .sorted(
            Map.Entry.<String, Set<Vantage>>comparingByValue(
                    java.util.Comparator.comparingInt(each -> -Band.of(each.size()).least()))
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(MOST_PATHS)
        .forEach(each -> bands.put(each.getKey(), Band.of(each.getValue().size())));
    return bands;
  }
}
