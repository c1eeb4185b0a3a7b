package tenbin.proof.routes;

import java.util.function.LongConsumer;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** Hands on and counts. One thread. */
final class Counting implements RouteSink {
  private final RouteSink inner;
  private final LongConsumer counted;
  private long count;

  Counting(RouteSink inner, LongConsumer counted) {
    this.inner = inner;
    this.counted = counted;
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    counted.accept(++count);
    inner.announced(micros, from, prefix, attributes);
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    counted.accept(++count);
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
