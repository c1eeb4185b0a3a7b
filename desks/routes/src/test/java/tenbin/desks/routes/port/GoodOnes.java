package tenbin.desks.routes.port;

import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntFunction;
import tenbin.desks.routes.bmp.Said;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/**
 * A neighbour and a router that behave, and what is heard of them: their routes come and go, and it
 * is known how long each took. What others tell is counted.
 */
final class GoodOnes implements RouteSink {
  /** How many routes each has at one time. */
  private static final int ROUTES = 500;

  private static final int EVERY_ALIVE = 20;
  private static final long PAUSE_MILLIS = 100;

  private final Map<String, Set<Prefix>> heard = new ConcurrentHashMap<>();
  private final Map<String, Long> said = new ConcurrentHashMap<>();
  private final AtomicLong slowest = new AtomicLong();
  private final AtomicLong losses = new AtomicLong();
  private final AtomicLong changes = new AtomicLong();
  private final AtomicLong others = new AtomicLong();
  private volatile boolean open = true;

  /** What one of them says, and what it has by its own word. */
  private interface Mouth {
    void say(byte[] update) throws IOException;
  }

  private Set<Prefix> of(String feed) {
    return heard.computeIfAbsent(feed, key -> ConcurrentHashMap.newKeySet());
  }

  /** All routes of a neighbour, until the end; gives what it has then. */
  Set<Prefix> peer(Client client) throws IOException {
    int[] times = {0};
    return tell(
        "good",
        update -> {
          client.say(update);
          if (++times[0] % EVERY_ALIVE == 0) {
            client.say(BgpNonsense.ALIVE);
          }
        });
  }

  /** The same of a router that monitors itself. */
  Set<Prefix> monitor(Client client) throws IOException {
    return tell("bmp:good", update -> client.say(Said.routes(update)));
  }

  private Set<Prefix> tell(String feed, Mouth mouth) throws IOException {
    Set<Prefix> own = new TreeSet<>();
    for (int i = 0; open; i++) {
      change(feed, mouth, i, Client::route);
      own.add(prefix(i));
      if (own.size() > ROUTES) {
        change(feed, mouth, i - ROUTES, GoodOnes::withdrawal);
        own.remove(prefix(i - ROUTES));
      }
      BgpNonsense.pause(PAUSE_MILLIS);
    }
    return own;
  }

  private void change(String feed, Mouth mouth, int number, IntFunction<byte[]> update)
      throws IOException {
    said.put(feed + prefix(number), System.nanoTime());
    mouth.say(update.apply(number));
    changes.incrementAndGet();
  }

  private static byte[] withdrawal(int number) {
    return Client.bgp(2, String.format("0004 18 14%04x 0000", number & 0xffff));
  }

  private static Prefix prefix(int number) {
    return Prefix.parse("20." + (number >> 8 & 0xff) + "." + (number & 0xff) + ".0/24");
  }

  void end() {
    open = false;
  }

  Set<Prefix> heard(String feed) {
    return of(feed);
  }

  /** How often one of the two was lost. */
  long losses() {
    return losses.get();
  }

  /** How many routes came and went of the two. */
  long changes() {
    return changes.get();
  }

  /** How many words of others there were. */
  long others() {
    return others.get();
  }

  /** The longest time from saying a route to hearing it. */
  long slowestMillis() {
    return slowest.get() / 1_000_000;
  }

  private static boolean isGood(Vantage from) {
    return from.feed().equals("good") || from.feed().equals("bmp:good");
  }

  private void took(Vantage from, Prefix prefix) {
    Long since = said.remove(from.feed() + prefix);
    if (since != null) {
      slowest.accumulateAndGet(System.nanoTime() - since, Math::max);
    }
  }

  @Override
  public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
    if (isGood(from)) {
      of(from.feed()).add(prefix);
      took(from, prefix);
    } else {
      others.incrementAndGet();
    }
  }

  @Override
  public void withdrawn(long micros, Vantage from, Prefix prefix) {
    if (isGood(from)) {
      of(from.feed()).remove(prefix);
      took(from, prefix);
    } else {
      others.incrementAndGet();
    }
  }

  @Override
  public void lost(long micros, Vantage from) {
    losses.addAndGet(isGood(from) ? 1 : 0);
  }

  @Override
  public void complete(long micros, Vantage from) {
    others.incrementAndGet();
  }
}
