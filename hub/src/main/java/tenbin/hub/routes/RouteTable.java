package tenbin.hub.routes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tenbin.balance.Disclosure;
import tenbin.desks.routes.tell.RouteFacts;
import tenbin.desks.routes.tell.Told;
import tenbin.web.exit.WarningTable;
import tenbin.web.table.Columns;
import tenbin.web.table.Tables;

/** Incidents as a table, and prefixes as a file. */
final class RouteTable {
  private static final String HEAD =
      "prefix,declared,member,expected_origin,seen_origin,begin,end\r\n";

  private RouteTable() {}

  /** What touches the reader's own first, then what goes on, then the newest. */
  static List<RouteView> lines(List<Told> told) {
    return told.stream()
        .map(RouteView::new)
        .sorted(
            Comparator.comparing(RouteView::own)
                .reversed()
                .thenComparing(Comparator.comparing(RouteView::goesOn).reversed()))
        .toList();
  }

  /**
   * What it sorts by and what is found in it: what its lines show.
   *
   * @param words how a page says "route.kind.ixp-lan"; the same word for programs
   */
  static Columns<RouteView> columns(UnaryOperator<String> words) {
    return new Columns<RouteView>(line -> texts(line, words))
        .by("what", line -> words.apply("route.kind." + line.kind()))
        .by("begin", RouteView::begin)
        .by("state", line -> words.apply("route.state." + line.state()))
        .by("prefixes", RouteView::prefixes)
        .by("own", RouteView::ownPrefixes)
        .by("vantages", RouteView::vantages)
        .by("score", RouteView::score);
  }

  private static List<String> texts(RouteView line, UnaryOperator<String> words) {
    return List.of(
        words.apply("route.kind." + line.kind()),
        line.by(),
        words.apply("route.state." + line.state()),
        String.join(" ", line.sample()));
  }

  /** As a program asks for it; nothing when there is no such column. */
  static Optional<List<RouteView>> chosen(List<Told> told, String order, String filter) {
    UnaryOperator<String> words = key -> key.substring(key.lastIndexOf('.') + 1);
    return Tables.chosen(lines(told), columns(words), order, filter);
  }

  /** Prefixes as CSV (RFC 4180) that no spreadsheet takes for a formula, times in UTC. */
  static byte[] csv(List<Disclosure> prefixes) {
    StringBuilder out = new StringBuilder(HEAD);
    for (Disclosure each : prefixes) {
      out.append(
              Stream.of(
                      RouteFacts.PREFIX,
                      RouteFacts.OF,
                      RouteFacts.MEMBER,
                      RouteFacts.EXPECTED,
                      RouteFacts.SEEN,
                      RouteFacts.BEGIN,
                      RouteFacts.END)
                  .map(name -> WarningTable.cell(each.fact(name)))
                  .collect(Collectors.joining(",")))
          .append("\r\n");
    }
    return out.toString().getBytes(UTF_8);
  }
}
