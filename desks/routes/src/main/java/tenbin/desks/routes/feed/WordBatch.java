package tenbin.desks.routes.feed;

import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** Some words of a feed in their order, to be handed on together. For one thread at a time. */
final class WordBatch {
  static final int MOST = 1_024;

  private enum What {
    ANNOUNCED,
    WITHDRAWN,
    LOST,
    COMPLETE
  }

  private final What[] whats = new What[MOST];
  private final long[] micros = new long[MOST];
  private final @Nullable Vantage[] from = new Vantage[MOST];
  private final @Nullable Prefix[] prefixes = new Prefix[MOST];
  private final @Nullable Attributes[] attributes = new Attributes[MOST];
  private int size;

  boolean isFull() {
    return size == MOST;
  }

  boolean isEmpty() {
    return size == 0;
  }

  void announced(long at, Vantage by, Prefix prefix, Attributes some) {
    prefixes[size] = prefix;
    attributes[size] = some;
    add(What.ANNOUNCED, at, by);
  }

  void withdrawn(long at, Vantage by, Prefix prefix) {
    prefixes[size] = prefix;
    add(What.WITHDRAWN, at, by);
  }

  void lost(long at, Vantage by) {
    add(What.LOST, at, by);
  }

  void complete(long at, Vantage by) {
    add(What.COMPLETE, at, by);
  }

  private void add(What what, long at, Vantage by) {
    whats[size] = what;
    micros[size] = at;
    from[size] = by;
    size++;
  }

  /** Tells them. */
  void tell(RouteSink sink) {
    for (int i = 0; i < size; i++) {
      Vantage by = there(from[i]);
      switch (whats[i]) {
        case ANNOUNCED -> sink.announced(micros[i], by, there(prefixes[i]), there(attributes[i]));
        case WITHDRAWN -> sink.withdrawn(micros[i], by, there(prefixes[i]));
        case LOST -> sink.lost(micros[i], by);
        case COMPLETE -> sink.complete(micros[i], by);
      }
    }
  }

  private static <T> T there(@Nullable T some) {
    return java.util.Objects.requireNonNull(some);
  }
}
