package tenbin.desks.routes.bmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.held.TableSink;
import tenbin.desks.routes.port.Client;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

/** Which connection of a router counts, and why one ends. */
@Timeout(60)
class RouterLineTest {
  private static final Limits LIMITS =
      new Limits(4, 2_000, 1_000, 20, Duration.ofSeconds(1), Duration.ofSeconds(60));

  private static Station station(RouteSink sink) throws IOException {
    Router router = new Router("azu", Address.parse("127.0.0.2"), Router.USUAL_VIEWS, LIMITS);
    InetSocketAddress at = new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0);
    return new Station(at, List.of(router), sink, Clock.systemUTC());
  }

  private static Client dial(Station station) throws IOException {
    return new Client("127.0.0.2", station.port());
  }

  private static void within(BooleanSupplier so) throws InterruptedException {
    for (int i = 0; i < 5_000 && !so.getAsBoolean(); i++) {
      Thread.sleep(2);
    }
    assertThat(so.getAsBoolean()).isTrue();
  }

  /** Holds up the first route until it may go on. */
  private static final class Slow implements RouteSink {
    private final TableSink inner = new TableSink();
    private final CountDownLatch began = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);

    @Override
    public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
      began.countDown();
      try {
        boolean ignored = goOn.await(30, TimeUnit.SECONDS);
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
      }
      inner.announced(micros, from, prefix, attributes);
    }

    @Override
    public void withdrawn(long micros, Vantage from, Prefix prefix) {
      inner.withdrawn(micros, from, prefix);
    }

    @Override
    public void lost(long micros, Vantage from) {
      inner.lost(micros, from);
    }

    @Override
    public void complete(long micros, Vantage from) {
      inner.complete(micros, from);
    }
  }

  @Test
  void of_several_that_wait_the_newest_counts() throws Exception {
    Slow sink = new Slow();
    try (Station station = station(sink);
        Client first = dial(station)) {
      first.say(Said.HELLO, Said.up(false), Said.routes(Client.route(1)));
      assertThat(sink.began.await(20, TimeUnit.SECONDS)).isTrue();
      try (Client second = dial(station)) {
        second.say(Said.HELLO);
        Thread.sleep(100);
        try (Client newest = dial(station)) {
          newest.say(Said.HELLO, Said.up(false), Said.routes(Client.route(2)));
          Thread.sleep(100);
          sink.goOn.countDown();
          within(() -> sink.inner.has("announced 20.0.2.0/24 by 64496"));
          assertThat(second.isOver()).isTrue();
          assertThat(station.statuses().getFirst().connected()).isTrue();
        }
      }
    }
  }

  @Test
  void half_a_message_ends_it_and_it_is_said_why() throws Exception {
    try (Station station = station(new TableSink());
        Client client = dial(station)) {
      client.say(Said.HELLO, Client.hex("03 00001000 00"));
      assertThat(client.isOver()).isTrue();
      within(() -> !station.statuses().getFirst().connected());
      assertThat(station.statuses().getFirst().lastError())
          .isEqualTo("a message is half sent after 1 s");
    }
  }
}
