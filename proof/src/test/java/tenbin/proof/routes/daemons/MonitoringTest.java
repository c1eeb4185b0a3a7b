package tenbin.proof.routes.daemons;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tenbin.desks.routes.bmp.Limits;
import tenbin.desks.routes.bmp.RouterStatus;
import tenbin.desks.routes.bmp.Station;
import tenbin.nouns.net.Address;
import tenbin.wire.bmp.View;

/** FRR and GoBGP tell our station of their session with a BIRD. */
@ExtendWith(OneAtOnce.class)
class MonitoringTest {
  private static final Duration START = Duration.ofSeconds(40);

  /**
   * One that sends BMP, where it listens, the tables that it tells, and how it begins the paths of
   * its peers: FRR 8.4 puts its own AS before them.
   */
  record Monitor(Router router, int port, Set<View> views, String begin) {
    @Override
    public String toString() {
      return router.name();
    }
  }

  static Stream<Monitor> monitors() {
    Set<View> both = Set.of(View.IN_BEFORE_POLICY, View.IN_AFTER_POLICY);
    return Stream.of(
        new Monitor(new Frr(), Frr.PORT, both, "64503 "),
        new Monitor(
            new GoBgp(),
            GoBgp.PORT,
            Set.of(View.IN_BEFORE_POLICY, View.IN_AFTER_POLICY, View.LOCAL),
            ""));
  }

  private static Station station(Monitor monitor, Heard heard) throws IOException {
    Limits limits = new Limits(10, 1_000, 10_000, 10, Duration.ofSeconds(5), Duration.ofSeconds(3));
    var router =
        new tenbin.desks.routes.bmp.Router(
            monitor.router.name(), Address.parse("127.0.0.1"), monitor.views, limits);
    InetSocketAddress at = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    return new Station(at, List.of(router), heard, Clock.systemUTC());
  }

  @ParameterizedTest
  @MethodSource("monitors")
  void what_a_peer_tells_a_router_is_heard_through_bmp(Monitor monitor, @TempDir Path folder)
      throws IOException {
    Bird bird = new Bird();
    bird.assumeHere();
    monitor.router.assumeHere();
    Heard heard = new Heard();
    try (Station station = station(monitor, heard);
        Router router = monitor.router;
        bird) {
      Map<String, String> table = PeeringTest.table(bird);
      bird.tells(router, monitor.port);
      bird.start(Files.createDirectory(folder.resolve("bird")), new Router.Ports(1, 0), table);
      router.start(
          Files.createDirectory(folder.resolve("router")),
          new Router.Ports(1, station.port()),
          Map.of());
      story(monitor, bird, heard, station);
    } catch (AssertionError failed) {
      System.err.println(monitor.router.diagnosis());
      System.err.println(bird.diagnosis());
      throw failed;
    }
  }

  private static void story(Monitor monitor, Bird bird, Heard heard, Station station) {
    String feed = "bmp:" + monitor.router.name();
    heard.await("the table of the peer", START, () -> heard.table(feed).size() == 3);
    Map<String, String> told = new TreeMap<>(bird.told("to_" + monitor.router.name()));
    told.replaceAll((prefix, carried) -> monitor.begin + carried);
    assertThat(heard.table(feed)).isEqualTo(told);
    heard.await("its end", Duration.ofSeconds(20), () -> heard.has("complete " + feed));
    RouterStatus status = station.statuses().getFirst();
    System.out.println(status);
    assertThat(status.connected()).isTrue();
    assertThat(status.account().damaged()).isZero();
    assertThat(status.account().faults()).isZero();
    for (String prefix : List.of("198.18.2.0/24", "2001:db8:f::/48")) {
      long asked = System.nanoTime();
      bird.announce(prefix, "64502:9");
      soon(heard, "announced " + feed + " " + prefix, asked);
      assertThat(heard.table(feed)).containsEntry(prefix, monitor.begin + "64502 | 64502:9 | ");
      asked = System.nanoTime();
      bird.withdraw(prefix);
      soon(heard, "withdrawn " + feed + " " + prefix, asked);
    }
    System.out.println(monitor + " feeds " + heard.feeds());
    assertThat(heard.table(feed + "/after")).as("after its policy").isNotEmpty();
    if (monitor.views.contains(View.LOCAL)) {
      heard.await(
          "its own table",
          Duration.ofSeconds(10),
          () -> heard.table(feed + "/local").keySet().equals(told.keySet()));
    }
    bird.close();
    heard.await("the loss of the peer", START, () -> heard.has("lost " + feed));
    assertThat(heard.table(feed)).isEmpty();
    monitor.router.close();
    heard.await(
        "the loss of the router",
        Duration.ofSeconds(10),
        () -> !station.statuses().getFirst().connected());
  }

  private static void soon(Heard heard, String word, long asked) {
    heard.await(word, Duration.ofSeconds(10), () -> heard.nanosOf(word) > asked);
    long millis = (heard.nanosOf(word) - asked) / 1_000_000;
    System.out.println(word + " after " + millis + " ms");
    assertThat(millis).isLessThan(5_000);
  }
}
