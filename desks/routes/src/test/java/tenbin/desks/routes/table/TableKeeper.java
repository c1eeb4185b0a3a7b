package tenbin.desks.routes.table;

import java.util.HashMap;
import java.util.Map;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** Keeps a table, and the naive one beside it, of what a feed tells. */
final class TableKeeper implements RouteSink {
  RouteTable table;
  final NaiveTable naive = new NaiveTable();
  final Map<Vantage, Integer> complete = new HashMap<>();
  int words;

  TableKeeper(RouteTable table) {
    this.table = table;
  }

  private static int minute(long micros) {
    return (int) (micros / 60_000_000);
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    words++;
    long origin = table.origin(from, attributes.path());
    table.announce(table.vantage(from), prefix, origin, minute(micros));
    naive.announce(table.vantage(from), prefix, origin, minute(micros));
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    words++;
    table.withdraw(table.vantage(from), prefix, minute(micros));
    naive.withdraw(table.vantage(from), prefix, minute(micros));
  }

  @Override
  public void lost(long micros, Vantage from) {
    words++;
    table.lost(table.vantage(from));
    naive.lost(table.vantage(from));
  }

  @Override
  public void complete(long micros, Vantage from) {
    complete.put(from, table.routes(table.vantage(from)));
  }
}
