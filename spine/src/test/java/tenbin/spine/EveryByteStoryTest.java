package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.BETA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.deliver.channel.Backoff;
import tenbin.spine.deliver.channel.Schedule;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.spine.deliver.webhook.WebhookRules;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.DoorsConfig;
import tenbin.wire.lines.DisclosureLines;

/** Webhooks of two members over the real spine, held against the ledger byte for byte. */
class EveryByteStoryTest {
  @TempDir private Path data;

  private final LeftBytes left = new LeftBytes();

  @Test
  void every_body_that_a_webhook_received_has_its_line_for_its_recipient() throws Exception {
    SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
    DoorsConfig config =
        new DoorsConfig(
            Optional.empty(),
            Optional.empty(),
            WebhookRules.USUAL.withLoopback(),
            Backoff.USUAL,
            clock);
    HttpServer server = receiver();
    try (SpineFixture hub = new SpineFixture(data, "alpha-net,beta-net,gamma-net");
        Doors doors = Doors.of(hub.spine(), config, List.of(new DisclosureLines()), answer -> {})) {
      for (MemberId member : List.of(ALPHA, BETA)) {
        doors.subscriptions().subscribe(member, order(server, member));
      }
      hub.read(
          GAMMA, (DAY + 1) + " 10.64.0.7 1 conficker\n" + (DAY + 2) + " 10.64.1.7 2 conficker\n");
      assertThat(doors.outbox().turn()).isEqualTo(2);
      assertThat(left.count()).isEqualTo(2);
      left.assertCovered(hub.spine());
      left.got(ALPHA, "never sent".getBytes(StandardCharsets.UTF_8));
      assertThatThrownBy(() -> left.assertCovered(hub.spine()))
          .as("the check itself can fail")
          .isInstanceOf(AssertionError.class);
    } finally {
      server.stop(0);
    }
  }

  private HttpServer receiver() throws java.io.IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          try (exchange) {
            String recipient = exchange.getRequestURI().getPath().substring(1);
            left.got(new MemberId(recipient), exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(204, -1);
          }
        });
    server.start();
    return server;
  }

  private static Subscription.Order order(HttpServer server, MemberId member) {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + member;
    return new Subscription.Order(
        Purpose.NOTIFY_AFFECTED_CUSTOMER,
        "webhook",
        url,
        DisclosureLines.FORMAT.name(),
        new Schedule.AtOnce());
  }
}
