package tenbin.proof.routes;

import java.util.List;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** Tells everything to each of several. */
record All(List<? extends RouteSink> inner) implements RouteSink {
  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    inner.forEach(each -> each.announced(micros, from, prefix, attributes));
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    inner.forEach(each -> each.withdrawn(micros, from, prefix));
  }

  @Override
  public void lost(long micros, Vantage from) {
    inner.forEach(each -> each.lost(micros, from));
  }

  @Override
  public void complete(long micros, Vantage from) {
    inner.forEach(each -> each.complete(micros, from));
  }
}
