package tenbin.desks.routes.held;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** A sink that keeps what it was told: the words in their order, and each feed's table. */
public final class TableSink implements RouteSink {
  private final List<String> words = new ArrayList<>();
  private final Map<String, Map<Prefix, Attributes>> tables = new ConcurrentHashMap<>();

  @Override
  public synchronized void announced(
      long micros, Vantage from, Prefix prefix, Attributes attributes) {
    of(from.feed()).put(prefix, attributes);
    words.add("announced " + prefix + " by " + attributes.path());
  }

  @Override
  public synchronized void withdrawn(long micros, Vantage from, Prefix prefix) {
    of(from.feed()).remove(prefix);
    words.add("withdrawn " + prefix);
  }

  @Override
  public synchronized void lost(long micros, Vantage from) {
    of(from.feed()).clear();
    words.add("lost " + from.feed());
  }

  @Override
  public synchronized void complete(long micros, Vantage from) {
    words.add("complete " + from.feed());
  }

  /** The words so far, which are forgotten. */
  public synchronized List<String> take() {
    List<String> taken = List.copyOf(words);
    words.clear();
    return taken;
  }

  public synchronized boolean has(String word) {
    return words.contains(word);
  }

  /** The table of a feed. */
  public Map<Prefix, Attributes> of(String feed) {
    return tables.computeIfAbsent(feed, key -> new ConcurrentHashMap<>());
  }
}
