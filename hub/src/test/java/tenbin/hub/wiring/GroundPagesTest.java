package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenbin.spine.ground.Deed;

/** Grounds and the scales over the real port: who sees what, who may adopt what. */
class GroundPagesTest {
  private static final FakeHub HUB = FakeHub.shared();
  private static final String CLAUSE_PAGE =
      "/grounds/clause?id=" + URLEncoder.encode(FakeGrounds.CLAUSE, StandardCharsets.UTF_8);

  @Test
  void member_adopts_a_clause_for_itself_and_gives_it_up_again() {
    Caller alpha = Caller.as(HUB, "alpha");
    assertThat(alpha.get(CLAUSE_PAGE).body())
        .contains("&lt;b&gt;binder", "Adopt it for our organisation")
        .doesNotContain("<b>binder");
    Map<String, String> said = Map.of("id", FakeGrounds.CLAUSE, "_csrf", alpha.csrf(CLAUSE_PAGE));
    assertThat(alpha.form("/grounds/adopt", said).statusCode()).isEqualTo(302);
    assertThat(HUB.grounds.history().getLast().deed())
        .isEqualTo(
            new Deed.Adopted(FakeGrounds.CLAUSE, Fake.A.party(), java.util.Optional.empty()));
    assertThat(HUB.grounds.history().getLast().by().member()).isEqualTo(Fake.A);
    assertThat(alpha.get(CLAUSE_PAGE).body()).contains("Give it up", "adopted by you");
    assertThat(Caller.as(HUB, "bravo").get("/grounds").body())
        .as("who adopted it is told to the circle")
        .contains("Alpha Net")
        .doesNotContain("person:alpha");
    assertThat(alpha.form("/grounds/leave", said).statusCode()).isEqualTo(302);
    assertThat(HUB.grounds.history().getLast().deed())
        .isEqualTo(new Deed.Left(FakeGrounds.CLAUSE, Fake.A.party()));
  }

  @Test
  void nothing_is_adopted_without_the_forms_own_token_nor_what_is_not_there() {
    Caller alpha = Caller.as(HUB, "alpha");
    int before = HUB.grounds.history().size();
    Map<String, String> bare = Map.of("id", FakeGrounds.CLAUSE);
    assertThat(alpha.form("/grounds/adopt", bare).statusCode()).isEqualTo(403);
    String csrf = alpha.csrf("/grounds");
    for (String id : List.of("membership-2020", "clause/of-nobody", "")) {
      Map<String, String> said = Map.of("id", id, "_csrf", csrf);
      assertThat(alpha.form("/grounds/adopt", said).statusCode()).as(id).isEqualTo(404);
    }
    assertThat(HUB.grounds.history()).hasSize(before);
  }

  @Test
  void scales_show_a_member_what_it_holds_and_nobody_elses() {
    assertThat(Caller.as(HUB, "alpha").get("/balance").body()).contains("3 rows", "Bravo Tel");
    for (String other : List.of("bravo", "ministry")) {
      assertThat(Caller.as(HUB, other).get("/balance").body())
          .as(other)
          .contains("has reported no rows yet")
          .doesNotContain("3 rows");
      assertThat(Caller.as(HUB, other).get("/secretariat/balance").statusCode()).isEqualTo(403);
    }
    assertThat(Caller.as(HUB, "office").get("/secretariat/balance").body())
        .contains("3 rows of all members");
  }

  @Test
  void ladder_shows_what_one_more_clause_would_tip_and_any_rung_asked_for() throws IOException {
    String first = "<div data-rung=\"0\">";
    String second = "<div data-rung=\"1\">";
    // One of its own: a clause that was given up cannot be adopted again in the same moment.
    try (FakeHub hub = new FakeHub(false, 0)) {
      Caller alpha = Caller.as(hub, "alpha");
      assertThat(alpha.get("/balance").body())
          .contains("type=\"range\"", "With " + FakeGrounds.CLAUSE, first)
          .doesNotContain(second, "data-rung=\"2\"");
      for (String rung : List.of("1", "99", "2147483647")) {
        assertThat(alpha.get("/balance?rung=" + rung).body())
            .as(rung)
            .contains(second)
            .doesNotContain(first);
      }
      assertThat(alpha.get("/balance?rung=-5").body()).contains(first);
      assertThat(alpha.get("/balance?rung=up").statusCode()).isEqualTo(400);
      Map<String, String> said = Map.of("id", FakeGrounds.CLAUSE, "_csrf", alpha.csrf(CLAUSE_PAGE));
      alpha.form("/grounds/adopt", said);
      assertThat(alpha.get("/balance").body())
          .as("what was adopted can be looked at as if it were given up")
          .contains("Without " + FakeGrounds.CLAUSE, second)
          .doesNotContain("With " + FakeGrounds.CLAUSE, first);
      assertThat(Caller.as(hub, "office").get("/secretariat/balance").body())
          .as("the circle gives no approvals")
          .doesNotContain("type=\"range\"");
    }
  }

  @Test
  void pages_of_grounds_and_scales_stand_in_the_ledger() {
    Caller alpha = Caller.as(HUB, "alpha");
    for (String page : List.of("/grounds", "/balance", CLAUSE_PAGE)) {
      assertThat(alpha.get(page).headers().firstValue("Tenbin-Receipt")).as(page).isPresent();
    }
  }

  @Test
  void member_releases_what_it_holds_itself_and_ends_it_and_nobody_elses() {
    Caller alpha = Caller.as(HUB, "alpha");
    String page = "/grounds/release?purpose=inform-and-defend&categories=c1&to=members";
    assertThat(alpha.get(page).body()).contains("What it would tip", "Release it");
    Map<String, String> said =
        Map.of(
            "purpose",
            "inform-and-defend",
            "categories",
            "c1",
            "to",
            "members",
            "_csrf",
            alpha.csrf(page));
    assertThat(alpha.form("/grounds/release", said).statusCode()).isEqualTo(302);
    Deed given = HUB.grounds.history().getLast().deed();
    assertThat(given)
        .isInstanceOfSatisfying(
            Deed.Recorded.class,
            deed ->
                assertThat(deed.entries())
                    .contains("\"alpha\"", "class:member", "\"H\"")
                    .doesNotContain("\"S\"", "\"P\""));
    assertThat(HUB.grounds.inForce().bases()).anyMatch(each -> each.id().equals(given.about()));
    Caller bravo = Caller.as(HUB, "bravo");
    Map<String, String> ended = Map.of("id", given.about(), "_csrf", bravo.csrf("/grounds"));
    assertThat(bravo.form("/grounds/end", ended).statusCode()).isEqualTo(404);
    Map<String, String> own = Map.of("id", given.about(), "_csrf", alpha.csrf("/grounds"));
    assertThat(alpha.form("/grounds/end", own).statusCode()).isEqualTo(302);
    assertThat(HUB.grounds.history().getLast().deed()).isEqualTo(new Deed.Ended(given.about()));
    for (String wrong : List.of("c2", "c4", "x")) {
      Map<String, String> asked =
          Map.of(
              "purpose",
              "inform-and-defend",
              "categories",
              wrong,
              "to",
              "members",
              "_csrf",
              alpha.csrf("/grounds"));
      assertThat(alpha.form("/grounds/release", asked).statusCode()).as(wrong).isEqualTo(400);
    }
  }
}
