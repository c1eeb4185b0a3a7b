package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tenbin.spine.ground.Deed;

/** Recalls over the real port: a recipient its own, the secretariat who has not answered. */
class RecallPagesTest {
  private static final FakeHub HUB = FakeHub.shared();

  private final Caller caller = new Caller(HUB);

  @Test
  void recipient_sees_and_answers_its_own_and_nobody_elses() {
    Caller alpha = Caller.as(HUB, "alpha");
    assertThat(alpha.get("/recalls").body())
        .contains("consent/9x&lt;b&gt;", FakeRecalls.ALPHAS.toString())
        .doesNotContain(FakeRecalls.BRAVOS.toString());
    assertThat(alpha.get("/recalls/" + FakeRecalls.BRAVOS).statusCode()).isEqualTo(404);
    String path = "/recalls/" + FakeRecalls.ALPHAS;
    assertThat(alpha.get(path).body()).contains("We deleted them", "rests now on");
    assertThat(alpha.get(path).headers().firstValue("Tenbin-Receipt")).isPresent();
    assertThat(alpha.form(path, Map.of("how", "deleted")).statusCode()).isEqualTo(403);
    String csrf = alpha.csrf(path);
    Map<String, String> wrong = Map.of("how", "kept", "_csrf", csrf);
    assertThat(alpha.form(path, wrong).statusCode()).isEqualTo(400);
    Map<String, String> said = Map.of("how", "deleted", "_csrf", csrf);
    assertThat(alpha.form("/recalls/" + FakeRecalls.BRAVOS, said).statusCode()).isEqualTo(404);
    assertThat(alpha.form(path, said).statusCode()).isEqualTo(302);
    assertThat(alpha.get(path).body()).contains("Answered on").doesNotContain("We deleted them");
  }

  @Test
  void programs_read_and_answer_recalls_too() {
    String token = HUB.token(Fake.A);
    HttpResponse<String> all =
        caller.send(caller.to("/api/v1/recalls").header("Authorization", "Bearer " + token));
    assertThat(all.statusCode()).isEqualTo(200);
    assertThat(all.body())
        .contains(FakeRecalls.ALPHAS_OTHER.toString())
        .doesNotContain(FakeRecalls.BRAVOS.toString());
    for (String path : new String[] {"/deliveries", ""}) {
      HttpResponse<String> others =
          caller.send(
              caller
                  .to("/api/v1/recalls/" + FakeRecalls.BRAVOS + path)
                  .header("Authorization", "Bearer " + token));
      assertThat(others.statusCode()).as(path).isEqualTo(404);
    }
    HttpResponse<String> answered =
        caller.send(
            caller
                .to("/api/v1/recalls/" + FakeRecalls.ALPHAS_OTHER + "/answer")
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"how\":\"stopped\"}")));
    assertThat(answered.statusCode()).isEqualTo(200);
    assertThat(answered.body()).contains("answered");
  }

  @Test
  void secretariat_alone_sees_who_has_not_answered_and_lowers_a_standing() {
    assertThat(Caller.as(HUB, "bravo").get("/secretariat/recalls").statusCode()).isEqualTo(403);
    Caller office = Caller.as(HUB, "office");
    assertThat(office.get("/secretariat/recalls").body())
        .contains("Bravo Tel", "Recalls without an answer in time: 1")
        .doesNotContain("<h2>Alpha Net");
    String csrf = office.csrf("/secretariat/recalls");
    Map<String, String> said = Map.of("member", "bravo", "lower", "true", "_csrf", csrf);
    assertThat(office.form("/secretariat/recalls/standing", said).statusCode()).isEqualTo(302);
    assertThat(HUB.grounds.history().getLast().deed())
        .isInstanceOfSatisfying(
            Deed.Recorded.class,
            deed -> assertThat(deed.entries()).contains("bravo").doesNotContain("\"P1\""));
    assertThat(office.get("/secretariat/recalls").body()).contains("Its standing is lowered");
    Map<String, String> back = Map.of("member", "bravo", "lower", "false", "_csrf", csrf);
    assertThat(office.form("/secretariat/recalls/standing", back).statusCode()).isEqualTo(302);
    assertThat(HUB.grounds.history().getLast().deed()).isInstanceOf(Deed.Ended.class);
  }
}
