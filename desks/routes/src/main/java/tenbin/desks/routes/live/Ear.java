package tenbin.desks.routes.live;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** Takes the words of one feed, names and counts them, and hands them on. Any thread. */
final class Ear implements RouteSink {
  private static final String MONITORED = "bmp:";
  private static final String MEMBERS = "member:";
  private static final int MOST_VANTAGES = 20_000;

  private final FeedLine line;
  private final RouteSink inner;
  private final Map<Vantage, Vantage> named = new ConcurrentHashMap<>();
  private final AtomicLong told = new AtomicLong();
  private volatile long last;

  Ear(FeedLine line, RouteSink inner) {
    this.line = line;
    this.inner = inner;
  }

  FeedLine line() {
    return line;
  }

  /** How many routes it told. */
  long told() {
    return told.get();
  }

  Optional<Instant> last() {
    return last == 0 ? Optional.empty() : Optional.of(Instant.EPOCH.plus(last, ChronoUnit.MICROS));
  }

  Set<Vantage> vantages() {
    return Set.copyOf(named.values());
  }

  /** As the watch knows it. */
  private Vantage named(Vantage from) {
    Vantage known = named.get(from);
    if (known != null) {
      return known;
    }
    String feed = feed(from.feed());
    Vantage named = feed.equals(from.feed()) ? from : new Vantage(feed, from.asn(), from.address());
    if (this.named.size() < MOST_VANTAGES) {
      this.named.put(from, named);
    }
    return named;
  }

  /**
   * A member's router that monitors itself is that member's feed: its name says so first. RIS Live
   * names its collectors itself: a name that looks like ours belongs behind the line's own.
   */
  private String feed(String told) {
    if (line instanceof FeedLine.Ris) {
      return told.indexOf(':') < 0 ? told : line.name() + "/" + told;
    }
    return told.startsWith(MONITORED + MEMBERS) ? told.substring(MONITORED.length()) : told;
  }

  private void route(long micros) {
    told.incrementAndGet();
    last = Math.max(last, micros);
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    route(micros);
    inner.announced(micros, named(from), prefix, attributes);
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    route(micros);
    inner.withdrawn(micros, named(from), prefix);
  }

  @Override
  public void lost(long micros, Vantage from) {
    inner.lost(micros, named(from));
  }

  @Override
  public void complete(long micros, Vantage from) {
    inner.complete(micros, named(from));
  }
}
