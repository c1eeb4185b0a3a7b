package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Obstacle;
import tenbin.spine.deliver.channel.Schedule;
import tenbin.spine.deliver.channel.Subscription;

/** Health, dead letters and contacts to check, over the real port. */
class OfficePagesTest {
  private static final FakeHub HUB = FakeHub.shared();

  private static UUID dead(MemberId member, String path, Obstacle why) throws NotSent {
    return dead(HUB, member, path, why);
  }

  /** A delivery of a member's that a hub has given up. */
  static UUID dead(FakeHub hub, MemberId member, String path, Obstacle why) throws NotSent {
    Subscription made =
        hub.channels.subscribe(
            member,
            new Subscription.Order(
                Purpose.NOTIFY_AFFECTED_CUSTOMER,
                "webhook",
                "https://hooks." + member + ".example/" + path,
                "json-lines",
                new Schedule.AtOnce()));
    hub.channels.kill(made.id(), why);
    return made.id();
  }

  static Obstacle status(int code) {
    return new Obstacle(Obstacle.Cause.GONE, Integer.toString(code));
  }

  @Test
  void health_says_what_is_wrong_in_both_languages_and_to_the_secretariat_alone() {
    for (String member : List.of("alpha", "ministry")) {
      assertThat(Caller.as(HUB, member).get("/secretariat/health").statusCode()).isEqualTo(403);
      assertThat(Caller.as(HUB, member).get("/network").body())
          .doesNotContain("/secretariat/health");
    }
    Caller office = Caller.as(HUB, "office");
    assertThat(office.get("/secretariat/health").body())
        .contains("does not hold the lock", "3,000 MB left on the disk", "7 reports of 1 MB")
        .contains("19 of 20 within 61 s", "Dead letters: 1", "not a table", "3 damaged lines")
        .contains("&lt;script&gt;")
        .doesNotContain("<script>alert");
    assertThat(Caller.as(HUB, "office").speaking("ja").get("/secretariat/health").body())
        .contains("予備の 4,000 MB", "20件中19件は 61 秒以内");
  }

  @Test
  void a_dead_letter_is_its_members_and_the_secretariats_who_learns_the_host_alone()
      throws NotSent {
    UUID letter = dead(Fake.A, "hidden-path-alpha", status(410));
    String path = "/dead-letters/" + Fake.A + "/" + letter;
    Caller alpha = Caller.as(HUB, "alpha");
    assertThat(alpha.get("/dead-letters").body())
        .contains(path, "hidden-path-alpha", "status 410 (gone)");
    assertThat(Caller.as(HUB, "alpha").speaking("ja").get("/dead-letters").body())
        .contains("ステータス 410");
    Caller bravo = Caller.as(HUB, "bravo");
    assertThat(bravo.get("/dead-letters").body()).doesNotContain("hooks.alpha", "Mails for nobody");
    Map<String, String> retry = Map.of("act", "retry", "_csrf", bravo.csrf("/dead-letters"));
    assertThat(bravo.form(path, retry).statusCode()).isEqualTo(404);
    HttpResponse<String> seen = Caller.as(HUB, "office").get("/dead-letters");
    assertThat(seen.body())
        .contains(path, "hooks.alpha.example", "Mails for nobody", "to nobody at all")
        .doesNotContain("hidden-path-alpha", "<script>alert");
    assertThat(seen.headers().firstValue("Tenbin-Receipt")).isPresent();
  }

  @Test
  void what_was_put_aside_says_why_and_can_be_brought_back_and_tried_again() throws NotSent {
    UUID letter = dead(Fake.B, "x", status(410));
    String path = "/dead-letters/" + Fake.B + "/" + letter;
    Caller bravo = Caller.as(HUB, "bravo");
    String csrf = bravo.csrf("/dead-letters");
    Map<String, String> silent = Map.of("act", "put-aside", "why", "  ", "_csrf", csrf);
    assertThat(bravo.form(path, silent).statusCode()).isEqualTo(400);
    String why = "moved " + Fake.EVIL;
    Map<String, String> aside = Map.of("act", "put-aside", "why", why, "_csrf", csrf);
    assertThat(bravo.form(path, aside).statusCode()).isEqualTo(302);
    assertThat(bravo.get("/dead-letters").body())
        .contains("moved &lt;script&gt;", "Undo")
        .doesNotContain("<script>alert");
    assertThat(Caller.as(HUB, "alpha").get("/dead-letters").body()).doesNotContain("moved");
    Map<String, String> undo = Map.of("act", "bring-back", "_csrf", csrf);
    assertThat(bravo.form(path, undo).statusCode()).isEqualTo(302);
    assertThat(bravo.form(path, Map.of("act", "retry", "_csrf", csrf)).statusCode()).isEqualTo(302);
    assertThat(HUB.channels.subscriptionsOf(Fake.B))
        .filteredOn(each -> each.id().equals(letter))
        .extracting(Subscription::state)
        .containsExactly(Subscription.State.ACTIVE);
  }

  @Test
  void a_member_sees_its_own_contacts_to_check_and_the_secretariat_all_of_them() {
    assertThat(Caller.as(HUB, "alpha").get("/contacts").body())
        .contains("abuse@alpha.example", "mail comes back since 2026-11-21 (5.1.1)")
        .contains("not checked for over a year")
        .doesNotContain("bravo.example", "check overdue");
    HttpResponse<String> office = Caller.as(HUB, "office").get("/contacts");
    assertThat(office.body())
        .contains("abuse@alpha.example", "abuse@bravo.example", "check overdue")
        .doesNotContain("gone@bravo.example");
    assertThat(office.headers().firstValue("Tenbin-Receipt")).isPresent();
  }
}
