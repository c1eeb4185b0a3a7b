package tenbin.hub.routes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tenbin.desks.routes.tell.Band;

/** What stood at each time at which something changed, for the picture. One thread. */
final class PastMoments {
  /** What a slider can be moved through. */
  private static final int MOST = 24;

  private final Instant at;
  private final Map<String, List<PastLine>> now = new HashMap<>();
  private final TreeMap<Instant, List<PastLine>> changes = new TreeMap<>();

  /**
   * The moments of an answer.
   *
   * @param at the time that was asked for
   */
  PastMoments(Instant at, List<PastLine> lines) {
    this.at = at;
    for (PastLine each : lines) {
      Instant from = each.isState() || each.at().isBefore(at) ? at : each.at();
      changes.computeIfAbsent(from, any -> new ArrayList<>()).add(each);
    }
  }

  /** Every path of every moment. */
  List<RouteView.Path> paths() {
    List<List<RouteView.Path>> all = new ArrayList<>();
    changes.forEach((from, some) -> {
      turn(some);
      List<RouteView.Path> moment = moment(from.isBefore(at) ? at : from);
      if (!moment.isEmpty()) {
        all.add(moment);
      }
    });
    int stride = Math.max(1, Math.ceilDiv(all.size(), MOST));
    List<RouteView.Path> paths = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (i % stride == 0 || i == all.size() - 1) {
        paths.addAll(all.get(i));
      }
    }
    return paths;
  }

  /** One's own router has one path to a prefix; the circle's feeds show several at once. */
  private void turn(List<PastLine> some) {
    Map<String, List<PastLine>> turned = new HashMap<>();
    for (PastLine each : some) {
      String spot = each.router() + "\t" + each.prefix();
      List<PastLine> there = turned.computeIfAbsent(spot, any -> new ArrayList<>());
      if (each.isOwn()) {
        there.clear();
      }
      there.add(each);
    }
    now.putAll(turned);
  }

  private List<RouteView.Path> moment(Instant from) {
    Map<String, Integer> counts = new TreeMap<>();
    now.values().stream()
        .flatMap(List::stream)
        .filter(each -> !each.path().isEmpty())
        .forEach(each -> counts.merge(each.path(), each.band().least(), Integer::sum));
    List<RouteView.Path> moment = new ArrayList<>();
    counts.forEach((path, count) -> moment.add(new RouteView.Path(from, Band.of(count), path)));
    return moment;
  }
}
