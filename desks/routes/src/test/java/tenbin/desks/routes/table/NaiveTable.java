package tenbin.desks.routes.table;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tenbin.nouns.net.Prefix;

/** The table as one would write it without a thought of memory: what the real one must equal. */
final class NaiveTable {
  /** A prefix and origin. */
  static final class Route {
    int first;
    int last;
    final BitSet seers = new BitSet();
  }

  final Map<Prefix, Map<Long, Route>> routes = new TreeMap<>();
  int newest = Integer.MIN_VALUE;

  long announce(int vantage, Prefix prefix, long origin, int minute) {
    newest = Math.max(newest, minute);
    Map<Long, Route> of = routes.computeIfAbsent(prefix, ignored -> new HashMap<>());
    long before = originOf(vantage, prefix);
    if (before == origin) {
      return before;
    }
    leave(vantage, prefix, minute);
    Route route = of.get(origin);
    if (route == null) {
      route = new Route();
      route.first = minute;
      route.last = minute;
      of.put(origin, route);
    }
    route.seers.set(vantage);
    return before;
  }

  long originOf(int vantage, Prefix prefix) {
    return of(prefix).entrySet().stream()
        .filter(each -> each.getValue().seers.get(vantage))
        .mapToLong(Map.Entry::getKey)
        .findFirst()
        .orElse(RouteTable.NONE);
  }

  private void leave(int vantage, Prefix prefix, int minute) {
    for (Route each : of(prefix).values()) {
      if (each.seers.get(vantage)) {
        each.seers.clear(vantage);
        each.last = Math.max(each.last, minute);
      }
    }
  }

  Map<Long, Route> of(Prefix prefix) {
    return routes.getOrDefault(prefix, Map.of());
  }

  long withdraw(int vantage, Prefix prefix, int minute) {
    newest = Math.max(newest, minute);
    long before = originOf(vantage, prefix);
    leave(vantage, prefix, minute);
    return before;
  }

  void lost(int vantage) {
    for (Prefix each : routes.keySet()) {
      leave(vantage, each, newest);
    }
  }

  int forget(int before) {
    int forgotten = 0;
    for (Map<Long, Route> of : routes.values()) {
      int was = of.size();
      of.values().removeIf(each -> each.seers.isEmpty() && each.last < before);
      forgotten += was - of.size();
    }
    routes.values().removeIf(Map::isEmpty);
    return forgotten;
  }

  Optional<Prefix> around(Prefix prefix) {
    return routes.keySet().stream()
        .filter(each -> isAround(each, prefix) && !each.equals(prefix))
        .max((a, b) -> Integer.compare(a.bits(), b.bits()));
  }

  boolean anyInside(Prefix prefix) {
    return routes.keySet().stream().anyMatch(each -> isAround(prefix, each));
  }

  private static boolean isAround(Prefix outer, Prefix inner) {
    return outer.isV4() == inner.isV4() && outer.contains(inner);
  }

  List<String> visible(Optional<Prefix> inside) {
    List<String> lines = new ArrayList<>();
    routes.forEach((prefix, of) -> {
      if (inside.isEmpty() || isAround(inside.get(), prefix)) {
        of.forEach((origin, route) -> {
          if (!route.seers.isEmpty()) {
            lines.add(prefix + " " + origin + " " + route.seers.cardinality());
          }
        });
      }
    });
    return lines;
  }
}
