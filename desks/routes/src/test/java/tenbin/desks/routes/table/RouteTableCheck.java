package tenbin.desks.routes.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.net.Prefix;

/** Holds a table against the naive one, question by question. */
final class RouteTableCheck {
  private RouteTableCheck() {}

  static void same(RouteTable table, NaiveTable naive, List<Prefix> prefixes) {
    assertThat(table.prefixes()).isEqualTo(naive.routes.size());
    for (Prefix each : prefixes) {
      same(table, naive, each);
    }
    List<String> walked = new ArrayList<>();
    table.forEach((prefix, origin, seenBy) -> walked.add(prefix + " " + origin + " " + seenBy));
    assertThat(walked).containsExactlyInAnyOrderElementsOf(naive.visible(Optional.empty()));
    assertThat(
            walked.stream()
                .map(line -> Prefix.parse(line.substring(0, line.indexOf(' '))))
                .toList())
        .isSorted();
    for (int vantage = 0; vantage < table.vantages(); vantage++) {
      int number = vantage;
      long routes =
          naive.routes.values().stream()
              .flatMap(of -> of.values().stream())
              .filter(route -> route.seers.get(number))
              .count();
      assertThat(table.routes(vantage)).isEqualTo((int) routes);
    }
  }

  private static void same(RouteTable table, NaiveTable naive, Prefix prefix) {
    Map<Long, NaiveTable.Route> of = naive.of(prefix);
    int seen = of.values().stream().mapToInt(route -> route.seers.cardinality()).sum();
    assertThat(table.seenBy(prefix)).as("%s", prefix).isEqualTo(seen);
    assertThat(table.isSeen(prefix)).isEqualTo(seen > 0);
    assertThat(table.remembered(prefix)).containsExactlyInAnyOrder(longs(of, false));
    assertThat(table.origins(prefix)).containsExactlyInAnyOrder(longs(of, true));
    of.forEach((origin, route) -> {
      assertThat(table.seenBy(prefix, origin)).isEqualTo(route.seers.cardinality());
      assertThat(table.vantages(prefix, origin)).isEqualTo(route.seers.stream().toArray());
      assertThat(table.firstSeen(prefix, origin)).hasValue(route.first);
      int last = route.seers.isEmpty() ? route.last : naive.newest;
      assertThat(table.lastSeen(prefix, origin)).as("%s %s", prefix, origin).hasValue(last);
    });
    assertThat(table.around(prefix)).as("around %s", prefix).isEqualTo(naive.around(prefix));
    assertThat(table.anyInside(prefix)).as("in %s", prefix).isEqualTo(naive.anyInside(prefix));
    List<String> inside = new ArrayList<>();
    table.forEachInside(prefix, (in, origin, by) -> inside.add(in + " " + origin + " " + by));
    assertThat(inside).containsExactlyInAnyOrderElementsOf(naive.visible(Optional.of(prefix)));
  }

  private static Long[] longs(Map<Long, NaiveTable.Route> of, boolean visible) {
    return of.entrySet().stream()
        .filter(each -> !visible || !each.getValue().seers.isEmpty())
        .map(Map.Entry::getKey)
        .toArray(Long[]::new);
  }
}
