package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import tenbin.spine.ground.Deed;

/** A question about a member's own rows: seen and answered by that member alone. */
class TasksPageTest {
  private static final FakeHub HUB = FakeHub.shared();
  private static final String PATH = "/tasks/" + FakeAsks.ALPHAS;

  @Test
  void holder_sees_what_a_yes_lets_go_says_yes_and_takes_it_back_and_nobody_else_sees_it() {
    Caller alpha = Caller.as(HUB, "alpha");
    assertThat(alpha.get("/tasks").body()).contains("Your rows", "A yes lets", "Yes, they may");
    assertThat(alpha.get("/tasks").body()).contains("tell the customer").doesNotContain("??");
    assertThat(Caller.as(HUB, "alpha").speaking("ja").get("/tasks").body())
        .contains("貴社が提供した観測データ", "影響を受けた顧客への連絡");
    assertThat(alpha.get("/tasks/export.csv").body())
        .contains(FakeAsks.ALPHAS + ",rows,,,holder,H,P1,responsible,");
    Caller bravo = Caller.as(HUB, "bravo");
    assertThat(bravo.get("/tasks").body()).doesNotContain("Your rows");
    Map<String, String> its = Map.of("say", "yes", "_csrf", bravo.csrf("/tasks"));
    assertThat(bravo.form(PATH, its).statusCode()).isEqualTo(404);
    Map<String, String> yes = Map.of("say", "yes", "_csrf", alpha.csrf("/tasks"));
    assertThat(alpha.form(PATH, yes).statusCode()).isEqualTo(302);
    assertThat(HUB.grounds.history().getLast().deed())
        .isInstanceOfSatisfying(
            Deed.Recorded.class,
            deed ->
                assertThat(deed.entries())
                    .contains("\"H\"", "\"C1\"", "\"responsible\"", "question " + FakeAsks.ALPHAS)
                    .doesNotContain("\"S\"", "\"C2\""));
    assertThat(alpha.get("/tasks").body()).doesNotContain("A yes lets").contains("Take it back");
    Map<String, String> undo = Map.of("say", "undo", "_csrf", alpha.csrf("/tasks"));
    assertThat(alpha.form(PATH, undo).statusCode()).isEqualTo(302);
    assertThat(HUB.grounds.history().getLast().deed()).isInstanceOf(Deed.Ended.class);
  }
}
