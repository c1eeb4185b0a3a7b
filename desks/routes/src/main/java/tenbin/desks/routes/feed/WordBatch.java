package tenbin.desks.routes.feed;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;
import tenbin.wire.bgp.Attributes;

/** Some words of feeds in their order, to be handed on together. For one thread at a time. */
public final class WordBatch {
  /** So many words it holds. */
  static final int MOST = 1_024;

  private static final int FEWEST = 16;

  /** So many lines of a processor's cache are fetched before they are used. */
  private static final int TOGETHER = 32;

  private enum What {
    ANNOUNCED,
    WITHDRAWN,
    LOST,
    COMPLETE
  }

  private What[] whats;
  private long[] micros;
  private @Nullable Vantage[] from;
  private @Nullable Prefix[] prefixes;
  private @Nullable Attributes[] attributes;
  private int size;

  private WordBatch(int places) {
    whats = new What[places];
    micros = new long[places];
    from = new Vantage[places];
    prefixes = new Prefix[places];
    attributes = new Attributes[places];
  }

  /** An empty one that grows: perhaps a word or two come. */
  public static WordBatch small() {
    return new WordBatch(FEWEST);
  }

  /** An empty one that will be full. */
  static WordBatch large() {
    return new WordBatch(MOST);
  }

  /** Whether no word more may be put in. */
  public boolean isFull() {
    return size == MOST;
  }

  boolean isEmpty() {
    return size == 0;
  }

  /** As {@link RouteSink#announced}. */
  public void announced(long at, Vantage by, Prefix prefix, Attributes some) {
    add(What.ANNOUNCED, at, by);
    prefixes[size - 1] = prefix;
    attributes[size - 1] = some;
  }

  /** As {@link RouteSink#withdrawn}. */
  public void withdrawn(long at, Vantage by, Prefix prefix) {
    add(What.WITHDRAWN, at, by);
    prefixes[size - 1] = prefix;
  }

  /** As {@link RouteSink#lost}. */
  public void lost(long at, Vantage by) {
    add(What.LOST, at, by);
  }

  /** As {@link RouteSink#complete}. */
  public void complete(long at, Vantage by) {
    add(What.COMPLETE, at, by);
  }

  private void add(What what, long at, Vantage by) {
    if (size == whats.length) {
      grow(Math.min(MOST, 8 * size));
    }
    whats[size] = what;
    micros[size] = at;
    from[size] = by;
    size++;
  }

  private void grow(int places) {
    whats = Arrays.copyOf(whats, places);
    micros = Arrays.copyOf(micros, places);
    from = Arrays.copyOf(from, places);
    prefixes = Arrays.copyOf(prefixes, places);
    attributes = Arrays.copyOf(attributes, places);
  }

  /** Tells them, some at a time, after somebody was told that these come. */
  public void tell(RouteSink sink, Foresight foresight) {
    for (int from = 0; from < size; from += TOGETHER) {
      int to = Math.min(from + TOGETHER, size);
      for (int i = from; i < to; i++) {
        soon(i, foresight);
      }
      tell(sink, from, to);
    }
  }

  private void soon(int i, Foresight foresight) {
    @Nullable Prefix prefix = prefixes[i];
    @Nullable Attributes some = attributes[i];
    if (prefix != null) {
      foresight.soon(prefix, some == null ? AsPath.EMPTY : some.path());
    }
  }

  private void tell(RouteSink sink, int first, int behind) {
    for (int i = first; i < behind; i++) {
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
