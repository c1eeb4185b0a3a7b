package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.BETA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.balance.Outlet;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.collect.Arrival;
import tenbin.spine.deliver.Batch;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.deliver.Pull;
import tenbin.spine.deliver.channel.Backoff;
import tenbin.spine.deliver.channel.Schedule;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.spine.deliver.webhook.WebhookRules;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.DoorsConfig;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ledger.ReceiptBook;
import tenbin.spine.recall.Lowered;
import tenbin.spine.recall.Recall;
import tenbin.spine.storage.SharedDatabase;
import tenbin.wire.Formats;
import tenbin.wire.lines.DisclosureLines;

/** DISCLOSURE section 9, case 34, on stored rows: what follows when a ground ends. */
class RecallStoryTest {
  private static final Purpose P1 = Purpose.NOTIFY_AFFECTED_CUSTOMER;
  private static final Entry.By BY = new Entry.By(GAMMA, "Ito");
  private static final String FILE =
      """
      policy: Clauses of a test
      bases:
        - id: clause/rows
          kind: adopted-clause
          opens: [S, P, K, H]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted: {by: holder, adoptions: []}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 1
        - id: letter/alpha
          kind: contract-clause
          opens: [S, P, K, H]
          categories: [C0, C1, C2]
          purposes: [P1]
          givers: [gamma-net]
          recipients: [alpha-net]
          obligations: [delete-after(P30D), encrypt, report-onward]
          from: 2020-01-01
          to: 2029-01-01
          evidence: a letter
      """;

  @TempDir private Path data;

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");

  private Spine open() throws IOException {
    Path circle = Files.writeString(data.resolve("circle.txt"), "nobody-net");
    Path policy = Files.createDirectories(data.resolve("policy"));
    Files.writeString(policy.resolve("clauses.yaml"), FILE);
    return Spine.open(
        SpineConfig.of(data, Optional.of(circle), new Formats(List.of(new PlainRows())))
            .withDatabase(SharedDatabase.url())
            .withPolicy(policy)
            .withClock(clock),
        SmallCircle.knowledge());
  }

  private static void read(Spine spine, MemberId reporter, String name, String text)
      throws Exception {
    Arrival arrival = new Arrival(reporter, name, "", Optional.empty(), Optional.empty());
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    spine.intake().accept(arrival, new ByteArrayInputStream(bytes));
    assertThat(spine.awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
  }

  /** Pulls and records as the API does; returns how many rows went. */
  private static int deliver(Spine spine, MemberId member) {
    Pull pull = new Pull(member, P1, Outlet.API, Optional.empty(), 100);
    Batch batch = spine.deliveries().pull(pull);
    if (!batch.rows().isEmpty()) {
      spine.deliveries().record(left(member, batch.rows()));
    }
    return batch.rows().size();
  }

  private static Deliveries.Left left(MemberId member, List<Disclosure> rows) {
    Digest digest = Digest.of(("rows of " + member).getBytes(StandardCharsets.UTF_8));
    return new Deliveries.Left(member, P1, Outlet.API, "lines", Footing.of(rows), digest);
  }

  private void record(Spine spine, Deed deed) {
    spine.grounds().record(BY, List.of(deed), clock.instant(), "a paper");
  }

  private static final String ROWS =
      (DAY + 1) + " 10.64.0.7 1 conficker\n" + (DAY + 2) + " 10.64.1.7 2 conficker\n";

  @Test
  void what_rested_only_on_it_is_recalled_and_what_has_another_live_basis_is_noted()
      throws Exception {
    try (Spine spine = open()) {
      read(spine, GAMMA, "a.rows", ROWS);
      record(spine, new Deed.Adopted("clause/rows", GAMMA.party(), Optional.empty()));
      for (int day = 1; day <= 9; day++) {
        clock.pass(Duration.ofDays(1));
        assertThat(deliver(spine, ALPHA)).isEqualTo(1);
        assertThat(deliver(spine, BETA)).isEqualTo(1);
      }
      clock.pass(Duration.ofDays(1));
      record(spine, new Deed.Left("clause/rows", GAMMA.party()));
      assertThat(deliver(spine, BETA)).as("at the next decision").isZero();
      assertThat(spine.recalls().turn()).as("what is on its way has time to arrive").isZero();
      clock.pass(Duration.ofSeconds(3));
      assertThat(spine.recalls().turn()).isEqualTo(1);
      assertThat(spine.recalls().turn()).as("once").isZero();
      List<Recall> betas = spine.recalls().book().of(BETA);
      assertThat(betas)
          .singleElement()
          .satisfies(recall -> {
            assertThat(recall.recalled()).isEqualTo(9);
            assertThat(recall.rows()).isEqualTo(9);
            assertThat(recall.isOpen()).isTrue();
          });
      List<Recall.Delivery> gone =
          spine.recalls().book().deliveries(BETA, betas.getFirst().id(), 0, 100);
      assertThat(gone)
          .extracting(Recall.Delivery::receipt)
          .as("by the receipts that beta holds")
          .containsExactlyInAnyOrderElementsOf(
              spine.receipts().receipts(BETA, 0, 100).stream().map(ReceiptBook.Line::id).toList());
      assertThat(spine.recalls().book().of(ALPHA))
          .singleElement()
          .satisfies(recall -> {
            assertThat(recall.recalled()).isZero();
            assertThat(recall.isOpen()).isFalse();
            assertThat(spine.recalls().book().deliveries(ALPHA, recall.id(), 0, 100))
                .hasSize(9)
                .allSatisfy(delivery -> {
                  assertThat(delivery.fate()).isEqualTo(Recall.Fate.ANNOTATED);
                  assertThat(delivery.restsOn()).isEqualTo("letter/alpha");
                });
          });
      assertThat(deliver(spine, ALPHA)).as("on the letter").isEqualTo(1);
    }
  }

  @Test
  void recall_is_answered_once_by_its_recipient_and_escalates_when_it_is_not() throws Exception {
    try (Spine spine = open()) {
      read(spine, GAMMA, "a.rows", ROWS);
      record(spine, new Deed.Adopted("clause/rows", GAMMA.party(), Optional.empty()));
      assertThat(deliver(spine, BETA)).isEqualTo(1);
      record(spine, new Deed.Ended("clause/rows"));
      clock.pass(Duration.ofSeconds(3));
      spine.recalls().turn();
      Recall recall = spine.recalls().book().of(BETA).getFirst();
      clock.pass(Duration.ofDays(8));
      assertThat(recall.isOverdue(clock.instant())).isTrue();
      Lowered lowered = new Lowered(spine.grounds(), clock);
      lowered.lower(BY, BETA, "the page");
      assertThat(lowered.is(BETA)).isTrue();
      lowered.lower(BY, BETA, "the page, pressed twice");
      assertThat(spine.grounds().history()).hasSize(3);
      Recall.Answer first = new Recall.Answer(Recall.How.DELETED, "Kato", clock.instant());
      Recall.Answer second = new Recall.Answer(Recall.How.STOPPED, "Mori", clock.instant());
      assertThat(spine.recalls().book().answer(ALPHA, recall.id(), first)).isEmpty();
      spine.recalls().book().answer(BETA, recall.id(), first);
      spine.recalls().book().answer(BETA, recall.id(), second);
      assertThat(spine.recalls().book().of(BETA).getFirst().answer())
          .get()
          .extracting(Recall.Answer::person)
          .isEqualTo("Kato");
      lowered.restore(BY, BETA, "the page");
      assertThat(lowered.is(BETA)).isFalse();
    }
  }

  @Test
  void lowered_standing_never_keeps_rows_about_ones_own_customers() throws Exception {
    try (Spine spine = open()) {
      read(spine, GAMMA, "a.rows", ROWS);
      record(spine, new Deed.Adopted("clause/rows", GAMMA.party(), Optional.empty()));
      new Lowered(spine.grounds(), clock).lower(BY, BETA, "the page");
      assertThat(deliver(spine, BETA)).isEqualTo(1);
    }
  }

  @Test
  void bytes_that_were_decided_before_the_end_of_a_ground_do_not_leave_a_second_after_it()
      throws Exception {
    try (Spine spine = open()) {
      read(spine, GAMMA, "a.rows", ROWS);
      record(spine, new Deed.Adopted("clause/rows", GAMMA.party(), Optional.empty()));
      Pull pull = new Pull(BETA, P1, Outlet.API, Optional.empty(), 100);
      List<Disclosure> slow = spine.deliveries().pull(pull).rows();
      record(spine, new Deed.Ended("clause/rows"));
      clock.pass(Duration.ofMillis(1_001));
      assertThat(slow).hasSize(1);
      org.assertj.core.api.Assertions.assertThatThrownBy(
              () -> spine.deliveries().record(left(BETA, slow)))
          .isInstanceOf(Deliveries.Overtaken.class);
      assertThat(spine.receipts().receipts(BETA, 0, 10)).isEmpty();
    }
  }

  @Test
  void webhook_that_is_due_after_the_end_of_a_ground_sends_nothing_that_rests_on_it()
      throws Exception {
    AtomicInteger arrived = new AtomicInteger();
    HttpServer receiver =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    receiver.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          arrived.incrementAndGet();
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    receiver.start();
    DoorsConfig config =
        new DoorsConfig(
            Optional.empty(),
            Optional.empty(),
            WebhookRules.USUAL.withLoopback(),
            Backoff.USUAL,
            clock);
    try (Spine spine = open();
        Doors doors = Doors.of(spine, config, List.of(new DisclosureLines()), answer -> {})) {
      record(spine, new Deed.Adopted("clause/rows", GAMMA.party(), Optional.empty()));
      String address = "http://127.0.0.1:" + receiver.getAddress().getPort() + "/";
      doors
          .subscriptions()
          .subscribe(
              BETA,
              new Subscription.Order(
                  P1, "webhook", address, DisclosureLines.FORMAT.name(), new Schedule.AtOnce()));
      read(spine, GAMMA, "a.rows", ROWS);
      assertThat(doors.outbox().turn()).isEqualTo(1);
      read(spine, GAMMA, "b.rows", ROWS.replace("conficker", "mirai"));
      record(spine, new Deed.Ended("clause/rows"));
      clock.pass(Duration.ofMinutes(1));
      assertThat(doors.outbox().turn()).as("decided anew at the attempt").isZero();
      assertThat(arrived).hasValue(1);
    } finally {
      receiver.stop(0);
    }
  }
}
