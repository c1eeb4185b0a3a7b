package tenbin.desks.routes.live;

import java.util.function.Consumer;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** Hands words on: one that cannot be taken is lost, and said, and the next one goes on. */
record OneByOne(RouteSink inner, Consumer<String> words) implements RouteSink {
  private void lost(RuntimeException failed) {
    words.accept("the watch could not do something: " + failed);
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    try {
      inner.announced(micros, from, prefix, attributes);
    } catch (RuntimeException failed) {
      lost(failed);
    }
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    try {
      inner.withdrawn(micros, from, prefix);
    } catch (RuntimeException failed) {
      lost(failed);
    }
  }

  @Override
  public void lost(long micros, Vantage from) {
    try {
      inner.lost(micros, from);
    } catch (RuntimeException failed) {
      lost(failed);
    }
  }

  @Override
  public void complete(long micros, Vantage from) {
    try {
      inner.complete(micros, from);
    } catch (RuntimeException failed) {
      lost(failed);
    }
  }
}
