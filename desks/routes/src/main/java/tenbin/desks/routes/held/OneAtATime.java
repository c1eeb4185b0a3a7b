package tenbin.desks.routes.held;

import java.util.concurrent.locks.ReentrantLock;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** Lets many sessions tell one sink, one after the other; a slow sink slows them all. */
public final class OneAtATime implements RouteSink {
  private final RouteSink sink;
  private final ReentrantLock turn = new ReentrantLock();

  public OneAtATime(RouteSink sink) {
    this.sink = sink;
  }

  private void inTurn(Runnable word) {
    turn.lock();
    try {
      word.run();
    } finally {
      turn.unlock();
    }
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    inTurn(() -> sink.announced(micros, from, prefix, attributes));
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    inTurn(() -> sink.withdrawn(micros, from, prefix));
  }

  @Override
  public void lost(long micros, Vantage from) {
    inTurn(() -> sink.lost(micros, from));
  }

  @Override
  public void complete(long micros, Vantage from) {
    inTurn(() -> sink.complete(micros, from));
  }
}
