package tenbin.desks.routes.watch;

import java.util.IdentityHashMap;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.table.RouteTable;

/** The numbers that the table gave to vantage points, found without comparing these. */
final class VantageNumbers {
  private static final int MOST = 10_000;

  private final RouteTable table;

  /** By identity: feeds say the same object each time, and comparing them costs more. */
  private final IdentityHashMap<Vantage, Integer> numbers = new IdentityHashMap<>();

  VantageNumbers(RouteTable table) {
    this.table = table;
  }

  int of(Vantage from) {
    Integer known = numbers.get(from);
    if (known != null) {
      return known;
    }
    if (numbers.size() >= MOST) {
      numbers.clear(); // Feeds that make their vantage points anew each time.
    }
    int number = table.vantage(from);
    numbers.put(from, number);
    return number;
  }
}
