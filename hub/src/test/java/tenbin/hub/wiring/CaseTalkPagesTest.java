package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tenbin.web.signin.Office;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Comments and hand-overs over the real port. */
class CaseTalkPagesTest {
  private static final FakeHub HUB = FakeHub.shared();

  private static String id(Caller caller) {
    Matcher found =
        Pattern.compile("href=\"/cases/([0-9a-f-]{36})\"").matcher(caller.get("/cases").body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void a_comment_is_said_on_the_page_and_read_there_and_by_programs() {
    Caller alpha = Caller.as(HUB, "alpha");
    String talk = "/cases/" + id(alpha) + "/talk";
    String csrf = alpha.csrf(talk);
    String words = "they come back at night " + Fake.EVIL;
    HttpResponse<String> said =
        alpha.form(talk, Map.of("text", words, "reach", "circle", "once", "k1", "_csrf", csrf));
    assertThat(said.statusCode()).isEqualTo(302);
    alpha.form(talk, Map.of("text", words, "reach", "circle", "once", "k1", "_csrf", csrf));
    HttpResponse<String> page = alpha.get(talk);
    assertThat(page.body()).contains("they come back at night").doesNotContain("<script>alert");
    assertThat(page.headers().firstValue("Tenbin-Receipt")).isPresent();
    JsonNode all =
        JsonMapper.shared()
            .readTree(
                new Caller(HUB)
                    .get("/api/v1/cases/" + id(alpha) + "/comments", HUB.token(Fake.A))
                    .body());
    assertThat(all.path("comments").findValuesAsString("text"))
        .filteredOn(each -> each.equals(words))
        .as("sent twice, said once")
        .hasSize(1);
  }

  @Test
  void a_customer_desk_takes_the_case_over_and_a_reader_sees_no_form() {
    HUB.people.add(Fake.A, "front@alpha", FakeHub.PASSWORD, Set.of(Office.CUSTOMER_DESK));
    HUB.people.add(Fake.A, "eyes@alpha", FakeHub.PASSWORD, Set.of(Office.READER));
    Caller alpha = Caller.as(HUB, "alpha");
    String page = "/cases/" + id(alpha);
    String csrf = alpha.csrf(page + "/talk");
    alpha.form(
        page + "/hand",
        Map.of("to", "front@alpha", "note", "call the shop", "once", "h1", "_csrf", csrf));
    alpha.form(
        page + "/talk", Map.of("text", "handed over", "reach", "own", "once", "h1", "_csrf", csrf));
    assertThat(Caller.as(HUB, "front@alpha").get(page + "/talk").body())
        .as("one key for two things is two things")
        .contains("<b>front@alpha</b>", "call the shop", "handed over", "<textarea name=\"text\"");
    assertThat(Caller.as(HUB, "eyes@alpha").get(page + "/talk").body())
        .contains("call the shop")
        .doesNotContain("<textarea");
    assertThat(alpha.form(page + "/hand", Map.of("to", "desk@bravo", "_csrf", csrf)).statusCode())
        .as("nobody of another organisation")
        .isEqualTo(400);
  }

  @Test
  void programs_say_something_once_and_too_much_of_it_is_refused() {
    Caller program = new Caller(HUB);
    String token = HUB.token(Fake.A);
    Caller alpha = Caller.as(HUB, "alpha");
    String path = "/api/v1/cases/" + id(alpha) + "/comments";
    for (int i = 0; i < 2; i++) {
      HttpResponse<String> said =
          program.send(
              program
                  .to(path)
                  .header("Authorization", "Bearer " + token)
                  .header("Content-Type", "application/json")
                  .header("Idempotency-Key", "p1")
                  .POST(BodyPublishers.ofString("{\"text\":\"by a program\",\"reach\":\"own\"}")));
      assertThat(said.statusCode()).isEqualTo(200);
      assertThat(said.headers().firstValue("Tenbin-Receipt")).isPresent();
    }
    JsonNode all = JsonMapper.shared().readTree(program.get(path, token).body());
    assertThat(all.path("comments").findValuesAsString("text"))
        .filteredOn("by a program"::equals)
        .hasSize(1);
    String tooLong = "{\"text\":\"" + "x".repeat(4_001) + "\"}";
    HttpResponse<String> refused =
        program.send(
            program
                .to(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(tooLong)));
    assertThat(refused.statusCode()).isEqualTo(400);
  }
}
