package tenbin.hub.run;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.balance.Decision;
import tenbin.balance.Disclosure;
import tenbin.balance.Footing;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Request;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.deliver.Deliveries;
import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.health.Health;

/** A recall by mail, and what the secretariat sees when nobody answers. */
class RecallMailTest {
  private static final MemberId HAYATE = new MemberId("hayate");
  private static final String AGREEMENT = "membership-2026";

  @TempDir private Path server;
  @TempDir private Path data;

  private static void deliver(MailEnd hub) {
    Instant now = hub.clock.instant();
    Request request = new Request(HAYATE, Purpose.RUN_THE_CIRCLE, Outlet.PAGE, now);
    Item.Told entry =
        new Item.Told(
            "member",
            "aozora",
            new MemberId("aozora"),
            Tlp.GREEN,
            List.of(),
            List.of(new Item.Fact("name", Category.C0, "Aozora")));
    Plan plan = hub.spine().balance().plan(request, hub.spine().keyOf(HAYATE));
    Disclosure shown = ((Decision.Released) plan.decide(entry)).disclosure();
    assertThat(shown.terms().bases()).containsExactly(AGREEMENT);
    Digest digest = Digest.of("a page".getBytes(StandardCharsets.UTF_8));
    hub.spine()
        .deliveries()
        .record(
            new Deliveries.Left(
                HAYATE,
                request.purpose(),
                Outlet.PAGE,
                "html",
                Footing.of(List.of(shown)),
                digest));
  }

  private static List<Health> recalls(MailEnd hub) {
    return hub.doors().health().all().stream()
        .filter(each -> each.name().equals("recalls"))
        .toList();
  }

  @Test
  void recipient_is_told_once_and_the_secretariat_sees_who_does_not_answer() throws Exception {
    try (OwnPostgres postgres = new OwnPostgres(server);
        MailEnd hub = new MailEnd(data, postgres.url())) {
      deliver(hub);
      Entry.By by = new Entry.By(new MemberId("secretariat"), "Ito");
      Instant now = hub.clock.instant();
      hub.spine().grounds().record(by, List.of(new Deed.Ended(AGREEMENT)), now, "a letter");
      hub.recall();
      assertThat(hub.sent()).as("what is on its way has time to arrive").isZero();
      hub.clock.at(now.plusSeconds(3));
      hub.recall();
      hub.recall();
      assertThat(hub.mailsTo("hayate.example")).hasSize(1);
      MimeMessage mail = hub.mailsTo("hayate.example").getFirst();
      assertThat(mail.getSubject()).contains("回収のお願い", "recall: please answer by 2026-11-25");
      assertThat(mail.getHeader("Tenbin-Receipt")).isNotEmpty();
      assertThat(recalls(hub)).singleElement().matches(Health::isWell);
      hub.clock.at(now.plus(Duration.ofDays(8)));
      hub.recall();
      assertThat(recalls(hub))
          .singleElement()
          .satisfies(each -> {
            assertThat(each.isWell()).isFalse();
            assertThat(each.lastError()).contains("beyond their time for hayate");
          });
      assertThat(hub.sent()).isEqualTo(1);
    }
  }
}
