package tenbin.desks.routes.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.held.TableSink;
import tenbin.desks.routes.port.Client;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;

/** Thousands of sessions of neighbours that speak nonsense, beside one that speaks sense. */
class HostileNeighboursTest {
  private static final long SEED = 20_261_130;
  private static final int HOSTILE = 1_000;
  private static final int SESSIONS = 2_000;
  private static final Asn THEIRS = new Asn(64_496);
  private static final String OPEN =
      "04 fbf0 001e c0000201 1a 02 18 0104 0001 0001 0104 0002 0001"
          + " 4104 0000fbf0 4002 4078 0600";

  private static final Limits LIMITS =
      new Limits(
          2_000,
          100_000,
          1_000,
          Duration.ofSeconds(1),
          Duration.ofSeconds(5),
          Duration.ofSeconds(5),
          Duration.ofMinutes(1),
          Duration.ofSeconds(60));

  private static Neighbour neighbour(String name, String address) {
    return new Neighbour(name, Address.parse(address), THEIRS, LIMITS);
  }

  private static String address(int number) {
    return "127.1." + number / 250 + "." + (1 + number % 250);
  }

  private static Speaker speaker(TableSink sink) throws IOException {
    List<Neighbour> neighbours = new ArrayList<>();
    neighbours.add(neighbour("good", "127.0.0.2"));
    for (int i = 0; i < HOSTILE; i++) {
      neighbours.add(neighbour("hostile-" + i, address(i)));
    }
    Local local = new Local(new Asn(64_500), Address.parse("10.0.0.1"), 30);
    InetSocketAddress at = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    return new Speaker(at, local, neighbours, sink, Clock.systemUTC());
  }

  private static Client established(String from, int port) throws IOException {
    Client client = new Client(from, port);
    client.say(Client.bgp(1, OPEN));
    assertThat(client.hear()).as("OPEN").isEqualTo(1);
    assertThat(client.hear()).as("KEEPALIVE").isEqualTo(4);
    client.say(Client.bgp(4, ""));
    return client;
  }

  @Test
  void nonsense_costs_nobody_but_who_speaks_it() throws Exception {
    TableSink sink = new TableSink();
    long before = used();
    try (Speaker speaker = speaker(sink);
        Client good = established("127.0.0.2", speaker.port())) {
      AtomicBoolean over = new AtomicBoolean();
      AtomicInteger told = new AtomicInteger();
      Thread telling = Thread.ofVirtual().start(() -> tell(good, told, over));
      attack(speaker.port());
      over.set(true);
      telling.join();
      for (int i = 0; i < 5_000 && sink.of("good").size() < told.get(); i++) {
        Thread.sleep(2);
      }
      assertThat(told.get()).isGreaterThan(100);
      assertThat(sink.of("good")).as("nothing of the good one is lost").hasSize(told.get());
      NeighbourStatus status = speaker.statuses().getFirst();
      assertThat(status.state()).isEqualTo(State.ESTABLISHED);
      assertThat(status.account().endings()).isZero();
      assertThat(status.account().faults()).isZero();
      faultsAreTold(speaker);
      long grown = used() - before;
      System.out.println(
          SESSIONS
              + " hostile sessions, "
              + told
              + " good routes, heap grew by "
              + grown / 1_000_000
              + " MB");
      assertThat(grown).as("octets of heap").isLessThan(100_000_000);
    }
  }

  private static void faultsAreTold(Speaker speaker) {
    List<NeighbourStatus> hostile = speaker.statuses().subList(1, HOSTILE + 1);
    assertThat(hostile).filteredOn(each -> each.account().endings() > 0).hasSizeGreaterThan(900);
    assertThat(hostile)
        .extracting(each -> each.account().lastError().replaceAll("[0-9]+", "n"))
        .as("each with its reason")
        .contains(
            "a message is half sent after n s",
            "message header error: bad message length (type n of n octets)");
    assertThat(hostile).filteredOn(each -> each.state() == State.IDLE).as("they wait").isNotEmpty();
  }

  private static long used() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  private static void tell(Client good, AtomicInteger told, AtomicBoolean over) {
    try {
      while (!over.get() && told.get() < 1_900) {
        good.say(Client.route(told.get()));
        told.incrementAndGet();
        Thread.sleep(10);
        if (told.get() % 200 == 0) {
          good.say(Client.bgp(4, ""));
        }
      }
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError("the good session broke", broken);
    }
  }

  private static void attack(int port) throws Exception {
    SplittableRandom random = new SplittableRandom(SEED);
    Semaphore atOnce = new Semaphore(400);
    List<Future<?>> attacks = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < SESSIONS; i++) {
        atOnce.acquire();
        int number = i;
        SplittableRandom own = random.split();
        attacks.add(
            threads.submit(() -> {
              try {
                attack(address(number % HOSTILE), port, number, own);
              } finally {
                atOnce.release();
              }
            }));
      }
      for (Future<?> each : attacks) {
        each.get();
      }
    }
  }

  /** The server may close at any octet: that is its right. */
  private static void attack(String from, int port, int number, SplittableRandom random) {
    try (Client client = new Client(from, port)) {
      byte[] open = Client.bgp(1, OPEN);
      byte[] alive = Client.bgp(4, "");
      switch (number % 10) {
        case 0 -> client.say(Client.noise(5_000, random));
        case 1 -> client.say(Client.damaged(open, random), alive, Client.route(1));
        case 2 -> client.say(open, alive, damagedRoutes(random));
        case 3 -> client.say(open, alive, Client.hex("ff".repeat(16) + "ffff05"));
        case 4 -> client.say(open, alive, Client.hex("ff".repeat(16) + "0fff02 0000"));
        case 5 -> client.say(java.util.Arrays.copyOf(open, 1 + random.nextInt(open.length)));
        case 6 -> client.say(open, alive, Client.damaged(Client.bgp(3, "0602"), random));
        case 7 -> client.say(open, alive, Client.damaged(Client.bgp(5, "00010001"), random));
        case 8 -> drip(client, open);
        default ->
            client.say(
                Client.bgp(
                    1,
                    "04 fbf0 001e c0000201 ff ff 0fd8" + "02 0fd5 " + "c8ff".repeat(2_026) + "00"));
      }
      client.isOver();
    } catch (IOException closed) {
      assertThat(closed).isNotNull();
    }
  }

  private static byte[] damagedRoutes(SplittableRandom random) {
    java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
    for (int i = 0; i < 50; i++) {
      all.writeBytes(Client.damaged(Client.route(random.nextInt(60_000)), random));
    }
    return all.toByteArray();
  }

  private static void drip(Client client, byte[] message) throws IOException {
    try {
      for (byte octet : message) {
        client.say(new byte[] {octet});
        Thread.sleep(100);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
