package tenbin.hub.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.desks.routes.book.ToldBook;
import tenbin.desks.routes.feed.Vantage;
import tenbin.desks.routes.incident.Affected;
import tenbin.desks.routes.incident.Cause;
import tenbin.desks.routes.incident.Impact;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.incident.Notice;
import tenbin.desks.routes.incident.PathSeen;
import tenbin.desks.routes.incident.State;
import tenbin.desks.routes.incident.Tag;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Pull;
import tenbin.spine.deliver.channel.Schedule;
import tenbin.spine.deliver.channel.Subscription;

/** A leak of 160,000 prefixes by mail and to programs: cases 16 and 17 in a hub with real mail. */
class RouteMailTest {
  private static final int ALL = 160_000;
  private static final MemberId KOGANE = new MemberId("kogane");
  private static final MemberId MINATO = new MemberId("minato");
  private static final UUID ID = UUID.fromString("00000000-0000-8000-8000-000000000001");
  private static final Vantage TSUBAMES =
      new Vantage("member:tsubame", new Asn(64_502), Address.parse("192.0.2.77"));

  @TempDir private Path server;
  @TempDir private Path data;

  private static Prefix prefix(int number) {
    return Prefix.around(Address.ofV4(0x7e58_0000 + (number << 8)), 24);
  }

  /** Every fourth prefix is Kogane's, every thousandth Minato's. */
  private static MemberId member(int number) {
    return number % 1_000 == 1 ? MINATO : KOGANE;
  }

  private static void leak(MailEnd hub, State state, int prefixes) {
    Instant began = MailEnd.NOON;
    Incident incident =
        new Incident(
            ID,
            new Cause(Kind.MASS_LEAK, new Asn(64_666), ""),
            state,
            began,
            hub.clock.instant(),
            state.isOver() ? Optional.of(hub.clock.instant()) : Optional.empty(),
            prefixes,
            state.isOver() ? 0 : prefixes,
            1,
            7,
            12,
            List.of(new Tag("many-networks", 6, "2,400")),
            List.of(new Impact(KOGANE, prefixes / 4, 1), new Impact(MINATO, prefixes / 1_000, 1)),
            0,
            0);
    List<Affected> affected = new ArrayList<>();
    List<PathSeen> steps = new ArrayList<>();
    for (int i = 0; i < prefixes; i++) {
      boolean ours = i % 4 == 0 || i % 1_000 == 1;
      affected.add(
          new Affected(
              prefix(i),
              Prefix.around(prefix(i).first(), 16),
              ours ? Optional.of(member(i)) : Optional.empty(),
              new Asn(64_498),
              new Asn(64_498),
              began,
              Optional.empty(),
              1,
              1,
              "64502 64505 64666 64498"));
      steps.add(new PathSeen(began, TSUBAMES, prefix(i), "64502 64505 64506 64666 64498"));
    }
    hub.routes().sink().stands(incident, state.isOver() ? List.of() : affected);
    hub.routes().sink().seen(incident, state.isOver() ? List.of() : steps);
    hub.routes().sink().notice(new Notice(Notice.What.BEGAN, incident));
  }

  private static String text(MimeMessage mail) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    mail.writeTo(bytes);
    jakarta.mail.Multipart parts = (jakarta.mail.Multipart) mail.getContent();
    StringBuilder all = new StringBuilder();
    for (int i = 0; i < parts.getCount(); i++) {
      all.append(parts.getBodyPart(i).getContent());
    }
    return all + bytes.toString(StandardCharsets.UTF_8);
  }

  private static Batch pull(MailEnd hub, MemberId member, Optional<String> after) {
    return hub.doors()
        .deliveries()
        .pull(new Pull(member, Purpose.NOTIFY_ROUTE_ANOMALY, Outlet.WEBHOOK, after, 100));
  }

  @Test
  void one_leak_is_one_mail_for_each_who_wants_mail_and_begin_growth_and_end_are_three()
      throws Exception {
    try (OwnPostgres postgres = new OwnPostgres(server);
        MailEnd hub = new MailEnd(data, postgres.url())) {
      ToldBook.By by = new ToldBook.By(MailEnd.NOON, "person:k");
      hub.routes().told().wish(KOGANE, true, by);
      hub.routes().told().wish(MailEnd.AOZORA, true, by);
      leak(hub, State.ONGOING, ALL / 2);
      hub.tellRoutes();
      hub.tellRoutes();
      assertThat(hub.sent()).as("Kogane's, and Aozora's of the group").isEqualTo(2);
      MimeMessage began = hub.mailsTo("kogane.example").getFirst();
      String page = HubPage.of(hub, KOGANE);
      assertThat(text(began))
          .contains("20000", "126.88.0.0/24", "126.88.4.0/24", page)
          .doesNotContain("tsubame", "64502", "192.0.2.77", "80000");
      assertThat(text(hub.mailsTo("aozora.example").getFirst()))
          .contains("80000")
          .doesNotContain("tsubame", "64502");
      hub.clock.pass(Duration.ofMinutes(11));
      leak(hub, State.ONGOING, ALL);
      hub.tellRoutes();
      hub.tellRoutes();
      assertThat(hub.mailsTo("kogane.example")).hasSize(2);
      hub.restart();
      hub.tellRoutes();
      assertThat(hub.sent()).as("nothing twice").isEqualTo(4);
      hub.clock.pass(Duration.ofMinutes(1));
      leak(hub, State.WITHDRAWN, ALL);
      hub.tellRoutes();
      assertThat(hub.mailsTo("kogane.example")).hasSize(3);
      assertThat(hub.mailsTo("minato.example")).as("did not ask for mail").isEmpty();
      assertThat(hub.mailsTo("yamabiko.example")).isEmpty();
      assertThat(hub.mailsTo("kogane.example"))
          .extracting(each -> each.getHeader("Message-ID")[0])
          .doesNotHaveDuplicates();
    }
  }

  @Test
  void programs_get_the_same_notices_behind_a_place_of_their_own() throws Exception {
    try (OwnPostgres postgres = new OwnPostgres(server);
        MailEnd hub = new MailEnd(data, postgres.url())) {
      leak(hub, State.ONGOING, 2_000);
      hub.tellRoutes();
      Batch first = pull(hub, MINATO, Optional.empty());
      assertThat(first.rows()).hasSize(1);
      Disclosure notice = first.rows().getFirst();
      assertThat(notice.fact("route.event")).isEqualTo("began");
      assertThat(notice.fact("count.own")).isEqualTo("2");
      assertThat(notice.facts().toString()).doesNotContain("64502", "tsubame");
      assertThat(pull(hub, MINATO, Optional.of(first.cursor())).rows()).isEmpty();
      assertThat(pull(hub, new MemberId("yamabiko"), Optional.empty()).rows()).isEmpty();
      hub.clock.pass(Duration.ofMinutes(1));
      leak(hub, State.WITHDRAWN, 2_000);
      hub.tellRoutes();
      assertThat(pull(hub, MINATO, Optional.of(first.cursor())).rows())
          .extracting(each -> each.fact("route.event"))
          .containsExactly("ended");
    }
  }

  @Test
  void a_webhook_carries_begin_and_end_each_with_its_receipt_and_its_line() throws Exception {
    List<String> arrived = new CopyOnWriteArrayList<>();
    HttpServer web =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    web.createContext(
        "/in",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          String receipt = exchange.getRequestHeaders().getFirst("Tenbin-Receipt");
          arrived.add(receipt + " " + body);
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    web.start();
    try (OwnPostgres postgres = new OwnPostgres(server);
        MailEnd hub = new MailEnd(data, postgres.url())) {
      String url = "http://127.0.0.1:" + web.getAddress().getPort() + "/in";
      hub.doors()
          .subscriptions()
          .subscribe(
              KOGANE,
              new Subscription.Order(
                  Purpose.NOTIFY_ROUTE_ANOMALY,
                  "webhook",
                  url,
                  "json-lines",
                  new Schedule.AtOnce()));
      hub.doors().start();
      leak(hub, State.ONGOING, 2_000);
      hub.tellRoutes();
      await(hub, arrived, 1);
      hub.clock.pass(Duration.ofMinutes(1));
      leak(hub, State.WITHDRAWN, 2_000);
      hub.tellRoutes();
      await(hub, arrived, 2);
      assertThat(arrived.get(0)).contains("began").doesNotContain("64502", "tsubame");
      assertThat(arrived.get(1)).contains("ended").doesNotContain("began");
      assertThat(hub.spine().receipts().receipts(KOGANE, 0, 9))
          .extracting(each -> each.id().toString())
          .containsExactlyInAnyOrder(
              arrived.get(0).split(" ", 2)[0], arrived.get(1).split(" ", 2)[0]);
    } finally {
      web.stop(0);
    }
  }

  /** The outbox looks by the hub's clock, which the test moves. */
  private static void await(MailEnd hub, List<String> arrived, int number)
      throws InterruptedException {
    for (int i = 0; i < 600 && arrived.size() < number; i++) {
      hub.clock.pass(Duration.ofSeconds(1));
      hub.doors().wake();
      Thread.sleep(100);
    }
    assertThat(arrived).hasSize(number);
  }

  /** Where a member finds the incident. */
  private static final class HubPage {
    static String of(MailEnd hub, MemberId member) {
      return "https://hub.circle.example/routes/"
          + pull(hub, member, Optional.empty()).rows().getFirst().fact("route.incident");
    }
  }
}
