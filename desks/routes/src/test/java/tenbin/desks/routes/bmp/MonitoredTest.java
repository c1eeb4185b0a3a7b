package tenbin.desks.routes.bmp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.held.TableSink;
import tenbin.desks.routes.port.Client;
import tenbin.desks.routes.port.Rate;
import tenbin.nouns.net.Address;

/** What a router tells of its peers, message by message. */
class MonitoredTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Limits LIMITS =
      new Limits(2, 100, 1_000, 3, Duration.ofSeconds(5), Duration.ofSeconds(60));

  private final TableSink sink = new TableSink();
  private final Monitored told =
      new Monitored(
          new Router("azu", Address.parse("192.0.2.9"), Router.USUAL_VIEWS, LIMITS),
          sink,
          new Rate(LIMITS.messagesPerSecond(), 1_000));

  private Optional<String> says(byte[] message) {
    return told.message(message, message.length, NOW);
  }

  @Test
  void a_peer_that_is_up_has_routes_and_one_that_is_down_has_none() {
    says(Said.HELLO);
    assertThat(says(Said.routes(Client.route(1)))).isEmpty();
    assertThat(sink.take()).as("not up yet").isEmpty();
    assertThat(told.account().passed()).isEqualTo(1);
    says(Said.up(false));
    says(Said.routes(Client.route(1)));
    says(Said.routes(Client.bgp(2, "0004 18140001 0000")));
    says(Said.routes(Client.bgp(2, "0000 0000")));
    assertThat(sink.take())
        .containsExactly(
            "announced 20.0.1.0/24 by 64496", "withdrawn 20.0.1.0/24", "complete bmp:azu");
    says(Said.routes(Client.route(2)));
    assertThat(told.routes()).isEqualTo(1);
    assertThat(told.statuses())
        .singleElement()
        .satisfies(peer -> {
          assertThat(peer.vantage().feed()).isEqualTo("bmp:azu");
          assertThat(peer.since()).isEqualTo(NOW);
          assertThat(peer.routes()).isEqualTo(1);
        });
    says(Said.down());
    assertThat(told.account().lastDown()).isEqualTo("192.0.2.1: the connection was lost");
    assertThat(sink.take()).contains("lost bmp:azu");
    assertThat(told.routes()).isZero();
    assertThat(told.name()).isEqualTo("azu");
    assertThat(says(Said.BYE).orElseThrow()).contains("administratively closed");
  }

  @Test
  void several_paths_are_read_where_both_opens_say_so() {
    says(Said.up(true));
    String attributes = "0000 0014 40010100 400206 0201 0000fbf0 400304 c0000201";
    says(Said.routes(Client.bgp(2, attributes + "00000007 18140001")));
    assertThat(sink.take()).containsExactly("announced 20.0.1.0/24 by 64496");
    assertThat(told.account().faults()).isZero();
    says(Said.routes(Client.bgp(2, attributes + "18140001")));
    assertThat(told.account().faults()).as("without identifiers").isEqualTo(1);
  }

  @Test
  void one_that_sends_no_end_is_complete_when_it_is_quiet() {
    says(Said.up(false));
    says(Said.routes(Client.route(1)));
    told.tick(NOW.plusSeconds(59));
    assertThat(sink.has("complete bmp:azu")).isFalse();
    told.tick(NOW.plusSeconds(60));
    told.tick(NOW.plusSeconds(61));
    assertThat(sink.take()).containsOnlyOnce("complete bmp:azu");
  }

  @Test
  void limits_end_the_connection_with_a_reason() {
    says(Said.up(false));
    Optional<String> end = Optional.empty();
    for (int i = 0; i < 200 && end.isEmpty(); i++) {
      end = says(Said.routes(Client.route(i)));
    }
    assertThat(end).contains("101 routes");
    told.lost(NOW);
    for (int i = 0; i < 4; i++) {
      end = says(Said.message(0, "09"));
    }
    assertThat(end.orElseThrow()).startsWith("4 damaged messages");
  }

  @Test
  void whatever_the_octets_are_messages_end_in_a_word_or_in_routes() {
    SplittableRandom random = new SplittableRandom(20_261_131);
    byte[][] samples = {
      Said.HELLO, Said.up(true), Said.up(false), Said.down(), Said.routes(Client.route(1))
    };
    for (int round = 0; round < 100_000; round++) {
      byte[] other = Client.damaged(samples[random.nextInt(samples.length)], random);
      told.message(other, other.length, NOW.plusSeconds(round));
    }
    assertThat(told.account().damaged()).isGreaterThan(1_000);
    assertThat(told.peers()).isLessThanOrEqualTo(2);
    told.lost(NOW);
    assertThat(told.routes()).isZero();
    assertThat(sink.of("bmp:azu")).isEmpty();
  }
}
