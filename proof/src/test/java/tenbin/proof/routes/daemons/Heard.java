package tenbin.proof.routes.daemons;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** A sink that keeps the table of each vantage point, and when something was told last. */
final class Heard implements RouteSink {
  private final Map<Vantage, Map<Prefix, Attributes>> tables = new ConcurrentHashMap<>();
  private final Map<String, Long> nanos = new ConcurrentHashMap<>();
  private final List<String> words = new CopyOnWriteArrayList<>();

  private Map<Prefix, Attributes> of(Vantage from) {
    return tables.computeIfAbsent(from, key -> new ConcurrentHashMap<>());
  }

  private void say(String word) {
    nanos.put(word, System.nanoTime());
    words.add(word);
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    of(from).put(prefix, attributes);
    say("announced " + from.feed() + " " + prefix);
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    of(from).remove(prefix);
    say("withdrawn " + from.feed() + " " + prefix);
  }

  @Override
  public void lost(long micros, Vantage from) {
    of(from).clear();
    say("lost " + from.feed());
  }

  @Override
  public void complete(long micros, Vantage from) {
    say("complete " + from.feed());
  }

  Set<String> feeds() {
    return tables.keySet().stream().map(Vantage::feed).collect(Collectors.toSet());
  }

  List<String> words() {
    return List.copyOf(words);
  }

  boolean has(String word) {
    return words.contains(word);
  }

  long count(String word) {
    return words.stream().filter(word::equals).count();
  }

  /** When it was said last. */
  long nanosOf(String word) {
    return nanos.getOrDefault(word, 0L);
  }

  /** The table of a feed: prefix to what {@link #carried} says of its route. */
  Map<String, String> table(String feed) {
    return tables.entrySet().stream()
        .filter(entry -> entry.getKey().feed().equals(feed))
        .flatMap(entry -> entry.getValue().entrySet().stream())
        .collect(
            Collectors.toMap(
                entry -> entry.getKey().toString(),
                entry -> carried(entry.getValue()),
                (one, other) -> one,
                TreeMap::new));
  }

  /** What a feed's route to a prefix carries. */
  Attributes attributes(String feed, Prefix prefix) {
    return tables.entrySet().stream()
        .filter(entry -> entry.getKey().feed().equals(feed))
        .flatMap(entry -> entry.getValue().entrySet().stream())
        .filter(entry -> entry.getKey().equals(prefix))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElseThrow();
  }

  /** "64496 | 64496:1 | 64496:2:3": the path, communities, large communities. */
  static String carried(Attributes attributes) {
    return attributes.path()
        + " | "
        + words(attributes.communities())
        + " | "
        + words(attributes.largeCommunities());
  }

  private static String words(List<?> all) {
    return all.stream().map(Object::toString).sorted().collect(Collectors.joining(" "));
  }

  /** Waits until something is so. */
  void await(String what, Duration most, BooleanSupplier so) {
    long end = System.nanoTime() + most.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + most + ": " + what + "; heard " + words);
      }
      java.util.concurrent.locks.LockSupport.parkNanos(1_000_000);
    }
  }
}
