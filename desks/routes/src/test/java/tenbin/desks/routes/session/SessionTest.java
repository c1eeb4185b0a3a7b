package tenbin.desks.routes.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.port.Client;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** A session whose routes are taken slowly, or not at all. */
@Timeout(60)
class SessionTest {
  private static final String OPEN = "04 fbf0 0003 c0000201 08 02 06 4104 0000fbf0";
  private static final Limits LIMITS =
      new Limits(
          1_000,
          1_000,
          100,
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofSeconds(30),
          Duration.ofMillis(100));

  /** Does something with each route, and nothing with all else. */
  private interface OnRoute extends RouteSink {
    void route();

    @Override
    default void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
      route();
    }

    @Override
    default void withdrawn(long micros, Vantage from, Prefix prefix) {}

    @Override
    default void lost(long micros, Vantage from) {}

    @Override
    default void complete(long micros, Vantage from) {}
  }

  private static Speaker speaker(OnRoute sink) throws IOException {
    Neighbour neighbour =
        new Neighbour("member:aozora", Address.parse("127.0.0.2"), new Asn(64_496), LIMITS);
    Local local = new Local(new Asn(64_500), Address.parse("10.0.0.1"), 3);
    InetSocketAddress at = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    return new Speaker(at, local, List.of(neighbour), sink, Clock.systemUTC());
  }

  private static Client established(Speaker speaker) throws IOException {
    Client client = new Client("127.0.0.2", speaker.port());
    client.say(Client.bgp(1, OPEN), Client.bgp(4, ""));
    assertThat(client.hear()).isEqualTo(1);
    assertThat(client.hear()).isEqualTo(4);
    assertThat(client.hear()).as("End-of-RIB").isEqualTo(2);
    return client;
  }

  private static void within(BooleanSupplier so) throws InterruptedException {
    for (int i = 0; i < 5_000 && !so.getAsBoolean(); i++) {
      Thread.sleep(2);
    }
    assertThat(so.getAsBoolean()).isTrue();
  }

  @Test
  void keepalives_go_out_while_somebody_is_slow_to_take_routes() throws Exception {
    CountDownLatch slow = new CountDownLatch(1);
    OnRoute sink =
        () -> {
          try {
            boolean ignored = slow.await(30, TimeUnit.SECONDS);
          } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
          }
        };
    try (Speaker speaker = speaker(sink);
        Client client = established(speaker)) {
      client.say(Client.route(1));
      for (int i = 0; i < 4; i++) {
        assertThat(client.hear()).as("a KEEPALIVE, a second after the last").isEqualTo(4);
      }
      assertThat(speaker.statuses().getFirst().state()).isEqualTo(State.ESTABLISHED);
      slow.countDown();
    }
  }

  @Test
  void a_failure_of_ours_ends_one_connection_and_the_next_one_counts() throws Exception {
    AtomicInteger routes = new AtomicInteger();
    OnRoute sink =
        () -> {
          if (routes.incrementAndGet() == 1) {
            Thread.currentThread().setUncaughtExceptionHandler((thread, why) -> {});
            throw new IllegalStateException("a bug of whoever takes routes");
          }
        };
    try (Speaker speaker = speaker(sink)) {
      try (Client client = established(speaker)) {
        client.say(Client.route(1));
        assertThat(client.isOver()).isTrue();
      }
      NeighbourStatus status = speaker.statuses().getFirst();
      assertThat(status.state()).isEqualTo(State.ACTIVE);
      assertThat(status.account().lastError()).contains("could not go on");
      try (Client client = established(speaker)) {
        client.say(Client.route(2));
        within(() -> routes.get() == 2);
        assertThat(speaker.statuses().getFirst().state()).isEqualTo(State.ESTABLISHED);
      }
    }
  }
}
