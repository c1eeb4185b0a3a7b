package tenbin.desks.routes.rislive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.report.Warning;
import tenbin.wire.bgp.Attributes;
import tenbin.wire.rislive.RisRequests;

/** The client beside servers that behave as badly as they like, on loopback. */
@Timeout(60)
class RisClientTest {
  private static final RisTiming QUICK =
      new RisTiming(
          Duration.ofMillis(300),
          Duration.ofMillis(900),
          Duration.ofMillis(1_500),
          Duration.ofMillis(100),
          Duration.ofMinutes(10));

  private final BlockingQueue<String> told = new LinkedBlockingQueue<>();
  private final BlockingQueue<Warning> damaged = new LinkedBlockingQueue<>();
  private final RouteSink sink =
      new RouteSink() {
        @Override
        public void announced(long micros, Vantage from, Prefix prefix, Attributes attributes) {
          told.add(from.feed() + " +" + prefix + " " + attributes.path());
        }

        @Override
        public void withdrawn(long micros, Vantage from, Prefix prefix) {
          told.add(from.feed() + " -" + prefix);
        }

        @Override
        public void lost(long micros, Vantage from) {
          told.add(from.feed() + " lost");
        }

        @Override
        public void complete(long micros, Vantage from) {}
      };

  @Test
  void it_subscribes_and_tells_routes() throws Exception {
    BlockingQueue<String> asked = new LinkedBlockingQueue<>();
    try (WebServer server =
            new WebServer(link -> {
              link.welcome();
              asked.add(link.next());
              link.text("{\"type\":\"ris_subscribe_ok\"}");
              link.text(update("203.0.113.0/24"));
              link.text(withdrawal("203.0.113.0/24"));
              link.next();
            });
        RisClient client = client(server, RisTiming.USUAL)) {
      assertThat(next()).isEqualTo("rrc21 +203.0.113.0/24 64500 64501");
      assertThat(next()).isEqualTo("rrc21 -203.0.113.0/24");
      assertThat(asked.take()).contains("ris_subscribe", "includeRaw\":true");
      assertThat(client.health().connected()).isTrue();
      assertThat(client.health().lastRoute()).isPresent();
    }
  }

  @Test
  void a_text_in_many_parts_with_pings_between_is_one_message() throws Exception {
    try (WebServer server =
            new WebServer(link -> {
              link.welcome();
              byte[] text = update("203.0.113.0/24").getBytes(UTF_8);
              for (int i = 0; i < text.length; i++) {
                boolean last = i == text.length - 1;
                link.frame((i == 0 ? 1 : 0) | (last ? 0x80 : 0), new byte[] {text[i]});
                if (i % 50 == 0) {
                  link.frame(0x89, new byte[0]);
                }
              }
              link.next();
              Thread.sleep(2_000);
            });
        RisClient client = client(server, RisTiming.USUAL)) {
      assertThat(next()).contains("203.0.113.0/24");
      assertThat(client.health().messages()).isOne();
    }
  }

  @Test
  void damaged_texts_octets_and_endless_texts_are_counted_and_the_rest_goes_on() throws Exception {
    try (WebServer server =
            new WebServer(link -> {
              link.welcome();
              link.text("not json");
              link.text("{\"type\":\"ris_error\",\"data\":{\"message\":\"wrong filter\"}}");
              link.frame(0x82, new byte[100]);
              link.frame(0x01, new byte[0]);
              byte[] much = " ".repeat(1 << 16).getBytes(UTF_8);
              for (int i = 0; i < 40; i++) {
                link.frame(0, much);
              }
              link.frame(0x80, "}".getBytes(UTF_8));
              link.text(update("203.0.113.0/24"));
              Thread.sleep(2_000);
            });
        RisClient client = client(server, RisTiming.USUAL)) {
      assertThat(next()).contains("203.0.113.0/24");
      assertThat(client.health().damaged()).isEqualTo(3);
      assertThat(client.health().connections()).isOne();
      assertThat(damaged).extracting(Warning::detail).contains("wrong filter");
    }
  }

  @Test
  void every_broken_connection_is_made_again() throws Exception {
    try (WebServer server =
            new WebServer(
                link -> link.raw("HTTP/1.1 503 Busy\r\nContent-Length: 0\r\n\r\n"),
                link -> link.raw("HTTP/1.1 101 Switching\r\nUpgrade: websocket\r\n\r\n"),
                link -> link.raw("garbage garbage"),
                link -> {},
                WebServer.Link::welcome,
                link -> {
                  link.welcome();
                  byte[] noise = new byte[1 << 16];
                  new SplittableRandom(7).nextBytes(noise);
                  link.frame(0xff, noise);
                },
                link -> {
                  link.welcome();
                  link.frame(0x81, new byte[] {(byte) 0xc3, 0x28});
                },
                link -> {
                  link.welcome();
                  link.frame(0x88, new byte[] {3, (byte) 0xe9});
                  link.next();
                },
                link -> {
                  link.welcome();
                  link.text(update("203.0.113.0/24"));
                  link.next();
                  Thread.sleep(2_000);
                });
        RisClient client = client(server, QUICK)) {
      assertThat(next()).contains("203.0.113.0/24");
      assertThat(client.health().connections()).isGreaterThanOrEqualTo(4);
      assertThat(client.health().trouble()).isNotEmpty();
    }
  }

  @Test
  void a_silent_server_is_asked_and_given_up_and_one_that_answers_is_kept() throws Exception {
    BlockingQueue<String> pings = new LinkedBlockingQueue<>();
    try (WebServer server =
            new WebServer(
                link -> {
                  link.welcome();
                  link.next();
                  pings.add(link.next());
                  link.text("{\"type\":\"pong\"}");
                  pings.add(link.next());
                  Thread.sleep(1_500);
                },
                link -> {
                  link.welcome();
                  link.text(update("203.0.113.0/24"));
                  Thread.sleep(2_000);
                });
        RisClient client = client(server, QUICK)) {
      assertThat(next()).contains("203.0.113.0/24");
      assertThat(pings).containsExactly("{\"type\":\"ping\"}", "{\"type\":\"ping\"}");
      assertThat(client.health().connections()).isEqualTo(2);
      assertThat(client.health().trouble()).isEqualTo("silent");
    }
  }

  @Test
  void a_server_that_answers_but_tells_no_routes_is_given_up_too() throws Exception {
    try (WebServer server =
            new WebServer(
                link -> {
                  link.welcome();
                  link.next();
                  for (int i = 0; i < 100; i++) {
                    link.text("{\"type\":\"pong\"}");
                    Thread.sleep(100);
                  }
                },
                link -> {
                  link.welcome();
                  link.text(update("203.0.113.0/24"));
                  Thread.sleep(2_000);
                });
        RisClient client = client(server, QUICK)) {
      assertThat(next()).contains("203.0.113.0/24");
      assertThat(client.health().connections()).isEqualTo(2);
    }
  }

  @Test
  void where_nobody_listens_the_trouble_is_told_and_closing_ends_it() throws Exception {
    WebServer server = new WebServer();
    server.close();
    RisClient client = client(server, QUICK);
    within(() -> !client.health().trouble().isEmpty());
    assertThat(client.health().trouble()).contains("no connection");
    client.close();
    assertThat(client.health().connected()).isFalse();
  }

  @Test
  void apart_for_long_nothing_is_known_any_more() throws Exception {
    RisTiming forgetful =
        new RisTiming(
            QUICK.ping(),
            QUICK.silence(),
            QUICK.noRoutes(),
            QUICK.mostPause(),
            Duration.ofMillis(500));
    try (WebServer server =
            new WebServer(link -> {
              link.welcome();
              link.text(update("203.0.113.0/24"));
              link.next();
            });
        RisClient client = client(server, forgetful)) {
      assertThat(next()).contains("203.0.113.0/24");
      server.stop();
      assertThat(next()).isEqualTo("rrc21 lost");
      assertThat(client.health().connected()).isFalse();
    }
  }

  private RisClient client(WebServer server, RisTiming timing) {
    RisClient.Target target =
        new RisClient.Target(server.address(), List.of(RisRequests.Subscription.ALL));
    RisRoutes routes = new RisRoutes(sink, damaged::add);
    return new RisClient(target, timing, routes, Clock.systemUTC()).start();
  }

  private String next() throws InterruptedException {
    String next = told.poll(30, TimeUnit.SECONDS);
    assertThat(next).as("a route within 30 s").isNotNull();
    return next;
  }

  private static void within(BooleanSupplier condition) throws InterruptedException {
    for (int i = 0; i < 2_000 && !condition.getAsBoolean(); i++) {
      Thread.sleep(5);
    }
    assertThat(condition.getAsBoolean()).as("within 10 s").isTrue();
  }

  private static String update(String prefix) {
    return data("\"announcements\":[{\"next_hop\":\"192.0.2.1\",\"prefixes\":[\"%s\"]}]", prefix);
  }

  private static String withdrawal(String prefix) {
    return data("\"withdrawals\":[\"%s\"]", prefix);
  }

  private static String data(String routes, String prefix) {
    return """
    {"type":"ris_message","data":{"timestamp":1769817600.25,"peer":"198.51.100.7",\
    "peer_asn":"64500","host":"rrc21.ripe.net","type":"UPDATE","path":[64500,64501],\
    """
        + routes.formatted(prefix)
        + "}}";
  }
}
