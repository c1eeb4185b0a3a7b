package tenbin.desks.routes.bmp;

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
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.held.TableSink;
import tenbin.desks.routes.port.Client;
import tenbin.nouns.net.Address;

/** Hundreds of routers that send nonsense, beside one that sends sense. */
class HostileRoutersTest {
  private static final int HOSTILE = 200;
  private static final int CONNECTIONS = 2_000;
  private static final int ROUTES = 1_000;
  private static final Limits LIMITS =
      new Limits(4, 2_000, 100_000, 20, Duration.ofSeconds(1), Duration.ofSeconds(60));

  private static Router router(String name, String address) {
    return new Router(name, Address.parse(address), Router.USUAL_VIEWS, LIMITS);
  }

  @Test
  void nonsense_costs_nobody_but_who_sends_it() throws Exception {
    TableSink sink = new TableSink();
    List<Router> routers = new ArrayList<>(List.of(router("good", "127.0.0.2")));
    for (int i = 0; i < HOSTILE; i++) {
      routers.add(router("hostile-" + i, "127.2.0." + (i + 1)));
    }
    InetSocketAddress at = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    try (Station station = new Station(at, routers, sink, Clock.systemUTC());
        Client good = new Client("127.0.0.2", station.port())) {
      good.say(Said.HELLO, Said.up(false));
      Thread telling = Thread.ofVirtual().start(() -> tell(good));
      attack(station.port());
      telling.join();
      await(() -> sink.of("bmp:good").size() == ROUTES);
      RouterStatus status = station.statuses().getFirst();
      assertThat(status.connected()).isTrue();
      assertThat(status.account().damaged()).isZero();
      assertThat(status.routes()).isEqualTo(ROUTES);
      List<RouterStatus> hostile = station.statuses().subList(1, HOSTILE + 1);
      await(() -> station.statuses().stream().filter(RouterStatus::connected).count() == 1);
      assertThat(hostile)
          .extracting(each -> each.lastError().replaceAll("[0-9]+", "n"))
          .contains("no BMP: BMP of version n", "no BMP: a message of n octets");
      good.say(Said.BYE);
      await(() -> sink.has("lost bmp:good"));
    }
  }

  private static void await(java.util.function.BooleanSupplier so) throws InterruptedException {
    for (int i = 0; i < 5_000 && !so.getAsBoolean(); i++) {
      Thread.sleep(2);
    }
    assertThat(so.getAsBoolean()).isTrue();
  }

  private static void tell(Client good) {
    try {
      for (int i = 0; i < ROUTES; i++) {
        good.say(Said.routes(Client.route(i)));
        Thread.sleep(2);
      }
    } catch (IOException | InterruptedException broken) {
      throw new AssertionError("the good connection broke", broken);
    }
  }

  private static void attack(int port) throws Exception {
    SplittableRandom random = new SplittableRandom(20_261_132);
    Semaphore atOnce = new Semaphore(100);
    List<Future<?>> attacks = new ArrayList<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONNECTIONS; i++) {
        atOnce.acquire();
        String from = "127.2.0." + (1 + i % HOSTILE);
        int kind = random.nextInt(5);
        SplittableRandom own = random.split();
        attacks.add(
            threads.submit(() -> {
              try {
                attack(from, port, kind, own);
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

  /** The station may close at any octet: that is its right. */
  private static void attack(String from, int port, int kind, SplittableRandom random) {
    try (Client client = new Client(from, port)) {
      switch (kind) {
        case 0 -> client.say(Client.noise(3_000, random));
        case 1 -> client.say(Said.HELLO, Client.hex("03 7fffffff 00"));
        case 2 -> client.say(Said.HELLO, Client.hex("03 00001000 00 1234"));
        case 3 -> {
          for (int i = 0; i < 60; i++) {
            client.say(Client.damaged(Said.routes(Client.route(i)), random));
          }
        }
        default -> client.say(Said.HELLO, Said.up(true), Client.damaged(Said.up(false), random));
      }
      if (kind < 3) {
        client.isOver();
      }
    } catch (IOException closed) {
      assertThat(closed).isNotNull();
    }
  }
}
