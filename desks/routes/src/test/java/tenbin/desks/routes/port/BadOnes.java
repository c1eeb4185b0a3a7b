package tenbin.desks.routes.port;

import java.io.IOException;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Neighbours and routers that speak nonsense, at a pace that leaves the machine to others: some in
 * sessions that last, the others connection by connection.
 */
final class BadOnes implements AutoCloseable {
  static final int NEIGHBOURS = 400;
  static final int ROUTERS = 50;
  private static final int LASTING = 3;
  private static final int AT_ONCE = 300;
  private static final long PAUSE_MILLIS = 100;
  private static final int BURST = 60;

  private final int bgp;
  private final int bmp;
  private final SplittableRandom random;
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong messages = new AtomicLong();
  private final Map<String, AtomicLong> kinds = new TreeMap<>();
  private final Semaphore places = new Semaphore(AT_ONCE);
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean open = true;

  BadOnes(int bgp, int bmp, long seed) {
    this.bgp = bgp;
    this.bmp = bmp;
    this.random = new SplittableRandom(seed);
    for (BgpNonsense each : BgpNonsense.values()) {
      kinds.put("bgp " + each, new AtomicLong());
    }
    for (BmpNonsense each : BmpNonsense.values()) {
      kinds.put("bmp " + each, new AtomicLong());
    }
  }

  static String neighbour(int number) {
    return "127.1." + number / 250 + "." + (1 + number % 250);
  }

  static String router(int number) {
    return "127.2.0." + (1 + number);
  }

  long connections() {
    return connections.get();
  }

  long messages() {
    return messages.get();
  }

  Map<String, AtomicLong> kinds() {
    return kinds;
  }

  /** Ten connections a second, and a burst of one neighbour now and then, until the end. */
  void run() throws InterruptedException {
    for (int i = 0; i < LASTING; i++) {
      String from = neighbour(i);
      SplittableRandom own = random.split();
      threads.execute(() -> last(from, own));
    }
    for (int i = 0; open; i++) {
      if (i % 100 == 99) {
        String from = neighbour(LASTING + random.nextInt(NEIGHBOURS - LASTING));
        for (int n = 0; n < BURST; n++) {
          begin(BgpNonsense.STORM, from);
        }
      } else if (i % 5 == 4) {
        BmpNonsense[] all = BmpNonsense.values();
        begin(all[random.nextInt(all.length)], router(random.nextInt(ROUTERS)));
      } else {
        BgpNonsense[] all = BgpNonsense.values();
        int number = LASTING + random.nextInt(NEIGHBOURS - LASTING);
        begin(all[random.nextInt(all.length)], neighbour(number));
      }
      Thread.sleep(PAUSE_MILLIS);
    }
  }

  private interface Speech {
    void of(Client client) throws IOException;
  }

  private void begin(BgpNonsense kind, String from) throws InterruptedException {
    SplittableRandom own = random.split();
    begin(
        "bgp " + kind,
        from,
        bgp,
        client -> {
          kind.say(client, own);
          if (kind.waits()) {
            client.isOver();
          }
        });
  }

  private void begin(BmpNonsense kind, String from) throws InterruptedException {
    SplittableRandom own = random.split();
    begin("bmp " + kind, from, bmp, client -> kind.say(client, own));
  }

  private void begin(String kind, String from, int port, Speech speech)
      throws InterruptedException {
    places.acquire();
    kinds.getOrDefault(kind, connections).incrementAndGet();
    threads.execute(() -> {
      try {
        speak(from, port, speech);
      } finally {
        places.release();
      }
    });
  }

  private void speak(String from, int port, Speech speech) {
    connections.incrementAndGet();
    try (Client client = new Client(from, port)) {
      try {
        speech.of(client);
      } finally {
        messages.addAndGet(client.said());
      }
    } catch (IOException closed) {
      connections.get(); // Our side may close at any octet.
    }
  }

  /**
   * A session that lives on broken UPDATEs which cost no session (RFC 7606); anew where it ends.
   */
  private void last(String from, SplittableRandom own) {
    while (open) {
      speak(
          from,
          bgp,
          client -> {
            client.say(BgpNonsense.OPEN, BgpNonsense.ALIVE);
            for (int i = 0; open; i++) {
              client.say(broken(own));
              if (i % 100 == 0) {
                client.say(BgpNonsense.ALIVE);
              }
              BgpNonsense.pause(PAUSE_MILLIS);
            }
          });
      BgpNonsense.pause(1_000);
    }
  }

  /**
   * An ORIGIN that is none, a community too short, a MED too long, an aggregator of three octets.
   */
  private static byte[] broken(SplittableRandom random) {
    String route = String.format("18 1e%04x", random.nextInt(1 << 16));
    String attributes =
        switch (random.nextInt(4)) {
          case 0 -> "40010107 400206 0201 0000fbf0 400304 c0000201";
          case 1 -> "40010100 400206 0201 0000fbf0 400304 c0000201 c00803 000000";
          case 2 -> "40010100 400206 0201 0000fbf0 400304 c0000201 800405 0000000000";
          default -> "40010100 400206 0201 0000fbf0 400304 c0000201 c00703 000000";
        };
    int length = attributes.replace(" ", "").length() / 2;
    return Client.bgp(2, String.format("0000 %04x", length) + attributes + route);
  }

  @Override
  public void close() {
    open = false;
    threads.shutdownNow();
  }
}
