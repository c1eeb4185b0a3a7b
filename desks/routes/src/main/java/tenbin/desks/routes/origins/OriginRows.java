package tenbin.desks.routes.origins;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tenbin.desks.routes.table.RouteTable;
import tenbin.nouns.net.Prefix;

/**
 * The origins of each prefix as files write them: "64496", several with "_" between, what most
 * vantage points see first; members of a set with ",".
 */
final class OriginRows {
  private record Seen(long origin, int by) {}

  private static final Comparator<Seen> MOST_FIRST =
      Comparator.comparingInt(Seen::by).reversed().thenComparingLong(Seen::origin);

  private final RouteTable table;
  private final int least;

  OriginRows(RouteTable table, int least) {
    this.table = table;
    this.least = Math.clamp(least, 1, Math.max(1, table.vantages()));
  }

  /** Every prefix that enough have, in order, with its origins. */
  void forEach(BiConsumer<Prefix, String> row) {
    List<Seen> seen = new ArrayList<>();
    Prefix[] of = new Prefix[1];
    table.forEach((prefix, origin, by) -> {
      if (!prefix.equals(of[0])) {
        tell(of[0], seen, row);
        of[0] = prefix;
      }
      if (by >= least && origin != 0 && prefix.length() > 0) {
        seen.add(new Seen(origin, by));
      }
    });
    tell(of[0], seen, row);
  }

  private void tell(Prefix prefix, List<Seen> seen, BiConsumer<Prefix, String> row) {
    seen.sort(MOST_FIRST);
    String text =
        seen.stream()
            .map(each -> text(each.origin()))
            .filter(each -> !each.isEmpty())
            .collect(Collectors.joining("_"));
    if (!text.isEmpty()) {
      row.accept(prefix, text);
    }
    seen.clear();
  }

  private String text(long origin) {
    return IntStream.of(table.members(origin))
        .mapToObj(Integer::toUnsignedString)
        .collect(Collectors.joining(","));
  }
}
