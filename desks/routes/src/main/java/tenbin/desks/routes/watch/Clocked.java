package tenbin.desks.routes.watch;

import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** How many routes were told, and the latest time that any of them has. */
final class Clocked {
  private long routes;
  private long micros;

  long routes() {
    return routes;
  }

  /** Microseconds of the epoch; 0 where nothing came yet. */
  long micros() {
    return micros;
  }

  private void at(long some) {
    routes++;
    micros = Math.max(micros, some);
  }

  /** What hands everything on and counts it. */
  RouteSink before(RouteSink inner) {
    return new RouteSink() {
      @Override
      public void announced(long some, Vantage from, Prefix prefix, Attributes attributes) {
        at(some);
        inner.announced(some, from, prefix, attributes);
      }

      @Override
      public void withdrawn(long some, Vantage from, Prefix prefix) {
        at(some);
        inner.withdrawn(some, from, prefix);
      }

      @Override
      public void lost(long some, Vantage from) {
        inner.lost(some, from);
      }

      @Override
      public void complete(long some, Vantage from) {
        inner.complete(some, from);
      }
    };
  }
}
