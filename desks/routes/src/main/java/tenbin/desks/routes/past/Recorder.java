package tenbin.desks.routes.past;

import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** Hands every word on, and to those who keep it. One thread at a time; never waits. */
final class Recorder implements RouteSink {
  private final RouteSink inner;
  private final Waiting waiting;
  private Attributes lastAttributes = Attributes.NONE;
  private PastRoute lastRoute = PastRoute.WITHDRAWN;

  Recorder(RouteSink inner, Waiting waiting) {
    this.inner = inner;
    this.waiting = waiting;
  }

  /** What is kept of a route. */
  static PastRoute route(Attributes attributes) {
    PastRoute.Came came =
        attributes
            .origin()
            .map(each ->
                switch (each) {
                  case IGP -> PastRoute.Came.IGP;
                  case EGP -> PastRoute.Came.EGP;
                  case INCOMPLETE -> PastRoute.Came.INCOMPLETE;
                })
            .orElse(PastRoute.Came.UNTOLD);
    return new PastRoute(attributes.path(), came);
  }

  @Override
  @SuppressWarnings("ReferenceEquality") // Of one message it is the same object.
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    if (attributes != lastAttributes || !lastRoute.isThere()) {
      lastAttributes = attributes;
      lastRoute = route(attributes);
    }
    waiting.put(new Change(micros, from, prefix, lastRoute));
    inner.announced(micros, from, prefix, attributes);
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    waiting.put(new Change(micros, from, prefix, PastRoute.WITHDRAWN));
    inner.withdrawn(micros, from, prefix);
  }

  @Override
  public void lost(long micros, Vantage from) {
    waiting.put(Mark.at(Mark.What.LOST, from, micros));
    inner.lost(micros, from);
  }

  @Override
  public void complete(long micros, Vantage from) {
    waiting.put(Mark.at(Mark.What.COMPLETE, from, micros));
    inner.complete(micros, from);
  }
}
