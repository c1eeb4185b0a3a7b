package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

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
  void pages_of_grounds_and_scales_stand_in_the_ledger() {
    Caller alpha = Caller.as(HUB, "alpha");
    for (String page : List.of("/grounds", "/balance", CLAUSE_PAGE)) {
      assertThat(alpha.get(page).headers().firstValue("Tenbin-Receipt")).as(page).isPresent();
    }
  }
}
