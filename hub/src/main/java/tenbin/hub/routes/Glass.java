package tenbin.hub.routes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.desks.routes.tell.Told;
import tenbin.nouns.net.Prefix;
import tenbin.web.signin.Visitor;

/**
 * A looking glass at a past time, over what is kept of incidents and may be told to its reader.
 *
 * @param prefix that was asked for
 * @param at the time that was asked for
 * @param lines what there was then, the most specific first
 * @param shown what it was made of
 */
public record Glass(Prefix prefix, Instant at, List<Line> lines, List<Disclosure> shown) {
  /** Prefixes of one incident that are looked through. */
  private static final int MOST = 2_000;

  private static final int MOST_LINES = 200;

  public Glass {
    lines = List.copyOf(lines);
    shown = List.copyOf(shown);
  }

  /** A prefix at that time, with the incident that it belongs to and the paths that are told. */
  public record Line(PrefixLine seen, RouteView incident, List<RouteView.Path> paths) {
    public Line {
      paths = List.copyOf(paths);
    }
  }

  static Glass look(RouteDoor door, Visitor visitor, Prefix prefix, Instant at, Outlet outlet) {
    List<Line> lines = new ArrayList<>();
    List<Disclosure> shown = new ArrayList<>();
    for (Told brief : door.list(visitor, outlet)) {
      RouteView view = new RouteView(brief);
      if (!lived(view.begin(), view.end(), at) || lines.size() >= MOST_LINES) {
        continue;
      }
      List<Disclosure> found =
          door.prefixes(visitor, brief, Optional.empty(), MOST, outlet).stream()
              .filter(each -> matches(PrefixLine.of(each), prefix, at))
              .toList();
      if (!found.isEmpty()) {
        Told told = door.one(visitor, brief.id(), outlet).orElse(brief);
        RouteView whole = new RouteView(told);
        List<RouteView.Path> paths = pathsAt(whole.rest(), at);
        found.forEach(each -> lines.add(new Line(PrefixLine.of(each), whole, paths)));
        shown.addAll(told.parts());
        shown.addAll(found);
      }
    }
    lines.sort(
        Comparator.comparingInt((Line each) -> Prefix.parse(each.seen().prefix()).bits())
            .reversed());
    return new Glass(prefix, at, lines.subList(0, Math.min(MOST_LINES, lines.size())), shown);
  }

  private static boolean matches(PrefixLine line, Prefix prefix, Instant at) {
    return Prefix.parse(line.prefix()).overlaps(prefix) && lived(line.begin(), line.end(), at);
  }

  private static boolean lived(
      Instant begin, @org.jspecify.annotations.Nullable Instant end, Instant at) {
    return !at.isBefore(begin) && (end == null || at.isBefore(end));
  }

  /** Those of the last moment before. */
  private static List<RouteView.Path> pathsAt(List<RouteView.Path> all, Instant at) {
    Optional<Instant> moment =
        all.stream()
            .map(RouteView.Path::at)
            .filter(each -> !each.isAfter(at))
            .max(Instant::compareTo);
    return all.stream().filter(each -> moment.filter(each.at()::equals).isPresent()).toList();
  }
}
