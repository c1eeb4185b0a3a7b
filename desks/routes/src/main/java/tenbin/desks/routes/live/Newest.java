package tenbin.desks.routes.live;

import java.util.function.LongConsumer;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** Tells the time of each route before it hands it on. One thread. */
record Newest(RouteSink inner, LongConsumer time) implements RouteSink {
  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    time.accept(micros);
    inner.announced(micros, from, prefix, attributes);
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    time.accept(micros);
    inner.withdrawn(micros, from, prefix);
  }

  @Override
  public void lost(long micros, Vantage from) {
    inner.lost(micros, from);
  }

  @Override
  public void complete(long micros, Vantage from) {
    inner.complete(micros, from);
  }
}
