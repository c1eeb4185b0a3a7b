package tenbin.desks.routes.rislive;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.rislive.RisFeed.Need;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Attributes;

class RisFeedTest {
  private static final String ROUTE =
      """
      {"type":"ris_message","data":{"timestamp":1,"peer":"192.0.2.1","peer_asn":"%d",\
      "host":"rrc00","type":"UPDATE","withdrawals":["203.0.113.0/24"]}}\
      """;

  private final List<String> told = new ArrayList<>();
  private final List<String> damaged = new ArrayList<>();
  private final RisRoutes routes =
      new RisRoutes(
          new RouteSink() {
            @Override
            public void announced(long micros, Vantage from, Prefix prefix, Attributes ignored) {}

            @Override
            public void withdrawn(long micros, Vantage from, Prefix prefix) {
              told.add("-" + prefix);
            }

            @Override
            public void lost(long micros, Vantage from) {
              told.add("lost at " + micros);
            }

            @Override
            public void complete(long micros, Vantage from) {}
          },
          warning -> damaged.add(warning.detail()));
  private final RisFeed feed = new RisFeed(RisTiming.USUAL, routes, () -> 0);
  private Instant now = Instant.parse("2026-01-31T00:00:00Z");

  @Test
  void it_asks_after_silence_and_gives_up_after_more() {
    assertThat(feed.tick(now)).isEqualTo(Need.CONNECT);
    feed.connected(now);
    assertThat(feed.tick(now)).isEqualTo(Need.NOTHING);
    pass(20);
    assertThat(feed.tick(now)).isEqualTo(Need.PING);
    assertThat(feed.tick(now)).isEqualTo(Need.NOTHING);
    pass(39);
    assertThat(feed.tick(now)).isEqualTo(Need.NOTHING);
    assertThat(feed.wake()).isEqualTo(now.plusSeconds(1));
    pass(1);
    assertThat(feed.tick(now)).isEqualTo(Need.GIVE_UP);
  }

  @Test
  void answers_without_routes_do_not_keep_it() {
    feed.connected(now);
    for (int i = 0; i < 30; i++) {
      assertThat(feed.tick(now)).isEqualTo(Need.NOTHING);
      pass(10);
      feed.heard("{\"type\":\"pong\"}", now);
    }
    assertThat(feed.tick(now)).isEqualTo(Need.GIVE_UP);
  }

  @Test
  void failures_make_it_rarer_and_a_useful_connection_makes_it_quick_again() {
    List<Long> pauses = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      feed.lost(now);
      pauses.add(Duration.between(now, feed.wake()).toSeconds());
    }
    assertThat(pauses).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 120L, 120L);
    feed.connected(now);
    feed.heard(ROUTE.formatted(1), now);
    feed.lost(now);
    assertThat(feed.wake()).isEqualTo(now.plusSeconds(1));
  }

  @Test
  void what_peers_have_is_forgotten_once_after_long_and_not_before() {
    feed.connected(now);
    feed.heard(ROUTE.formatted(1), now);
    feed.lost(now);
    pass(599);
    feed.lost(now);
    assertThat(feed.tick(now)).isEqualTo(Need.NOTHING);
    assertThat(told).containsExactly("-203.0.113.0/24");
    pass(1);
    feed.tick(now);
    feed.tick(now);
    assertThat(told).containsExactly("-203.0.113.0/24", "lost at 1769818200000000");
  }

  @Test
  void more_peers_than_there_can_be_are_left_out() {
    feed.connected(now);
    for (int peer = 1; peer <= RisRoutes.MOST_PEERS + 3; peer++) {
      feed.heard(ROUTE.formatted(peer), now);
    }
    assertThat(told).hasSize(RisRoutes.MOST_PEERS);
    assertThat(damaged).hasSize(3);
    assertThat(routes.routes()).isEqualTo(RisRoutes.MOST_PEERS);
    assertThat(feed.messages()).isEqualTo(RisRoutes.MOST_PEERS + 3L);
  }

  private void pass(long seconds) {
    now = now.plusSeconds(seconds);
  }
}
