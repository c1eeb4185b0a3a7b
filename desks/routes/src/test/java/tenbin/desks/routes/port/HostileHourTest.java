package tenbin.desks.routes.port;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.bmp.Router;
import tenbin.desks.routes.bmp.RouterStatus;
import tenbin.desks.routes.bmp.Said;
import tenbin.desks.routes.bmp.Station;
import tenbin.desks.routes.session.Limits;
import tenbin.desks.routes.session.Local;
import tenbin.desks.routes.session.Neighbour;
import tenbin.desks.routes.session.NeighbourStatus;
import tenbin.desks.routes.session.Speaker;
import tenbin.desks.routes.session.State;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;

/**
 * Peers that speak nonsense for as long as {@code -Dtenbin.hostile=PT60M} says, beside a neighbour
 * and a router that speak sense: those lose nothing, and neither memory nor the processor does.
 */
@Tag("nightly")
class HostileHourTest {
  private static final Duration LENGTH =
      Duration.parse(System.getProperty("tenbin.hostile", "PT1M"));

  private static final long SEED = 20_261_123;
  private static final Asn THEIRS = new Asn(64_496);
  private static final int MOST_ROUTES = 2_000;

  /** Octets of heap behind the first tenth of the time; the clients of this test are in it too. */
  private static final long MOST_GROWN = 64_000_000;

  /** Of one processor, both sides of every connection together. */
  private static final double MOST_SHARE = 0.25;

  private static Speaker speaker(GoodOnes sink) throws IOException {
    List<Neighbour> all = new ArrayList<>();
    Limits limits = Limits.USUAL.withRoutes(MOST_ROUTES);
    all.add(new Neighbour("good", Address.parse("127.0.0.2"), THEIRS, limits));
    for (int i = 0; i < BadOnes.NEIGHBOURS; i++) {
      all.add(new Neighbour("bad-" + i, Address.parse(BadOnes.neighbour(i)), THEIRS, limits));
    }
    Local local = new Local(new Asn(64_500), Address.parse("10.0.0.1"), 30);
    return new Speaker(anywhere(), local, all, sink, Clock.systemUTC());
  }

  private static Station station(GoodOnes sink) throws IOException {
    var limits =
        new tenbin.desks.routes.bmp.Limits(
            4, MOST_ROUTES, 100_000, 20, Duration.ofSeconds(30), Duration.ofSeconds(60));
    List<Router> all = new ArrayList<>();
    all.add(new Router("good", Address.parse("127.0.0.3"), Router.USUAL_VIEWS, limits));
    for (int i = 0; i < BadOnes.ROUTERS; i++) {
      Address from = Address.parse(BadOnes.router(i));
      all.add(new Router("bad-" + i, from, Router.USUAL_VIEWS, limits));
    }
    return new Station(anywhere(), all, sink, Clock.systemUTC());
  }

  private static InetSocketAddress anywhere() {
    return new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
  }

  @Test
  void nonsense_for_an_hour_costs_those_who_speak_it_and_nobody_else() throws Exception {
    GoodOnes good = new GoodOnes();
    try (Speaker speaker = speaker(good);
        Station station = station(good);
        Client peer = new Client("127.0.0.2", speaker.port());
        Client router = new Client("127.0.0.3", station.port());
        BadOnes bad = new BadOnes(speaker.port(), station.port(), SEED)) {
      peer.say(BgpNonsense.OPEN, BgpNonsense.ALIVE);
      router.say(Said.HELLO, Said.up(false));
      CompletableFuture<Set<Prefix>> peers = told(() -> good.peer(peer));
      CompletableFuture<Set<Prefix>> routers = told(() -> good.monitor(router));
      Thread.ofVirtual().name("bad ones").start(() -> run(bad));
      watch(good, bad, speaker);
      good.end();
      same(good, "good", peers.get(10, TimeUnit.SECONDS));
      same(good, "bmp:good", routers.get(10, TimeUnit.SECONDS));
      unharmed(good, speaker.statuses().getFirst(), station.statuses().getFirst());
      blamed(speaker, station);
      System.out.println(bad.kinds());
      System.out.println(
          "closed at the door: " + speaker.tooOften() + " and " + station.tooOften());
    }
  }

  private interface Telling {
    Set<Prefix> all() throws IOException;
  }

  private static CompletableFuture<Set<Prefix>> told(Telling telling) {
    CompletableFuture<Set<Prefix>> all = new CompletableFuture<>();
    Thread.ofVirtual()
        .start(() -> {
          try {
            all.complete(telling.all());
          } catch (IOException broken) {
            all.completeExceptionally(broken);
          }
        });
    return all;
  }

  private static void run(BadOnes bad) {
    try {
      bad.run();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  /** Looks ten times, and compares the last look with the first. */
  private static void watch(GoodOnes good, BadOnes bad, Speaker speaker)
      throws InterruptedException {
    long began = System.nanoTime();
    long cpu = cpuNanos();
    long first = 0;
    long firstCpu = 0;
    long firstAt = 0;
    for (int i = 1; i <= 10; i++) {
      Thread.sleep(LENGTH.dividedBy(10));
      long heap = heap();
      if (i == 1) {
        first = heap;
        firstCpu = cpuNanos();
        firstAt = System.nanoTime();
      }
      double share = (double) (cpuNanos() - firstCpu) / (System.nanoTime() - firstAt);
      System.out.printf(
          "%d s: %d connections, %d messages, %d words of bad ones; %d changes of the good ones,"
              + " the slowest %d ms; heap %.1f MB, %.0f CPU-s, %.3f of a processor since the first look%n",
          (System.nanoTime() - began) / 1_000_000_000,
          bad.connections(),
          bad.messages(),
          good.others(),
          good.changes(),
          good.slowestMillis(),
          heap / 1e6,
          (cpuNanos() - cpu) / 1e9,
          share);
      assertThat(heap - first).as("octets that the heap grew by").isLessThan(MOST_GROWN);
      assertThat(i == 1 || share < MOST_SHARE).as("%.3f of a processor", share).isTrue();
    }
    assertThat(speaker.statuses()).hasSize(BadOnes.NEIGHBOURS + 1);
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  private static long heap() {
    System.gc();
    return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
  }

  private static void same(GoodOnes good, String feed, Set<Prefix> told)
      throws InterruptedException {
    for (int i = 0; i < 5_000 && !good.heard(feed).equals(told); i++) {
      Thread.sleep(2);
    }
    assertThat(good.heard(feed)).as("nothing of %s is lost", feed).isEqualTo(told);
  }

  private static void unharmed(GoodOnes good, NeighbourStatus peer, RouterStatus router) {
    assertThat(good.losses()).isZero();
    assertThat(good.changes()).isGreaterThan(LENGTH.toSeconds() * 10);
    assertThat(good.slowestMillis()).as("ms").isLessThan(30_000);
    assertThat(peer.state()).isEqualTo(State.ESTABLISHED);
    assertThat(peer.account().endings()).isZero();
    assertThat(peer.account().faults()).isZero();
    assertThat(router.connected()).isTrue();
    assertThat(router.account().damaged()).isZero();
  }

  /** Each has its reason. */
  private static void blamed(Speaker speaker, Station station) {
    List<NeighbourStatus> bad = speaker.statuses().subList(1, BadOnes.NEIGHBOURS + 1);
    assertThat(bad)
        .filteredOn(each -> each.account().endings() > 0)
        .hasSizeGreaterThan(BadOnes.NEIGHBOURS / 4);
    assertThat(bad).filteredOn(each -> each.account().faults() > 100).as("these last").isNotEmpty();
    assertThat(bad)
        .filteredOn(each -> each.account().endings() > 0)
        .allMatch(each -> !each.account().lastError().isEmpty());
    assertThat(station.statuses().subList(1, BadOnes.ROUTERS + 1))
        .filteredOn(each -> each.account().damaged() > 0)
        .isNotEmpty();
    System.out.println(
        "ended for: "
            + new java.util.TreeSet<>(
                bad.stream()
                    .map(each -> each.account().lastError().replaceAll("[0-9]+", "n"))
                    .toList()));
  }
}
