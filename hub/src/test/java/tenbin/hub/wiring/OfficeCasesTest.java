package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.spine.correlate.Finding;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The secretariat joins and divides cases, over the real port. */
class OfficeCasesTest {
  private static FakeHub hub;

  @BeforeAll
  static void start() throws IOException {
    hub = new FakeHub(false, 0);
    Finding like = Fake.finding();
    hub.cases.put(
        new Finding(
            "f-2",
            like.detector(),
            new Kind(Rsit.PHISHING, "bait", "second"),
            Set.of(Fake.B),
            List.of("203.0.113.200"),
            like.from(),
            like.to(),
            3,
            1,
            "for the analyst"),
        Fake.terms(),
        Fake.NOW);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static JsonNode cases(String token) {
    HttpResponse<String> answer = new Caller(hub).get("/api/v1/secretariat/cases", token);
    assertThat(answer.headers().firstValue("Tenbin-Receipt")).isPresent();
    return JsonMapper.shared().readTree(answer.body());
  }

  private static String id(JsonNode all, String what) {
    return all.path("cases")
        .valueStream()
        .filter(each -> each.path("what").asString().equals(what))
        .findFirst()
        .orElseThrow()
        .path("id")
        .asString();
  }

  private static HttpResponse<String> post(String token, String what, String body) {
    Caller program = new Caller(hub);
    return program.send(
        program
            .to("/api/v1/secretariat/cases/" + what)
            .header("Authorization", "Bearer " + token)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void cases_are_joined_by_a_program_and_taken_apart_again_on_the_page() {
    String token = hub.token(Fake.SECRETARIAT);
    Caller alpha = Caller.as(hub, "alpha");
    assertThat(alpha.get("/cases").body()).doesNotContain("second");
    JsonNode all = cases(token);
    String body =
        "{\"from\":\"%s\",\"into\":\"%s\"}".formatted(id(all, "second"), id(all, Fake.EVIL));
    HttpResponse<String> joined = post(token, "join", body);
    assertThat(joined.statusCode()).isEqualTo(200);
    assertThat(JsonMapper.shared().readTree(joined.body()).path("cases").size()).isEqualTo(1);
    assertThat(post(token, "join", body).statusCode()).as("not twice").isEqualTo(409);
    String one = first(alpha.get("/cases").body(), "href=\"(/cases/[0-9a-f-]{36})\"");
    assertThat(alpha.get(one).body()).contains("203.0.113.200").doesNotContain("Bravo Tel");

    Caller office = Caller.as(hub, "office");
    String page = office.get("/secretariat/cases").body();
    assertThat(page).contains("went into").doesNotContain("<script>alert");
    String link = first(page, "name=\"link\" value=\"([0-9a-f-]{36})\"");
    Map<String, String> form = Map.of("link", link, "_csrf", office.csrf("/secretariat/cases"));
    assertThat(office.form("/secretariat/cases/undo", form).statusCode()).isEqualTo(302);
    assertThat(office.form("/secretariat/cases/undo", form).statusCode()).isEqualTo(409);
    assertThat(alpha.get(one).body()).doesNotContain("203.0.113.200");
    assertThat(cases(token).path("links").get(0).path("undone-by").asString())
        .contains("person:office");
  }

  @Test
  void a_case_is_divided_and_who_goes_over_sees_its_own_alone() {
    String token = hub.token(Fake.SECRETARIAT);
    Caller bravo = Caller.as(hub, "bravo");
    String from = id(cases(token), Fake.EVIL);
    String body = "{\"from\":\"%s\",\"members\":[\"bravo\"]}".formatted(from);
    HttpResponse<String> divided = post(token, "split", body);
    assertThat(divided.statusCode()).isEqualTo(200);
    assertThat(bravo.get("/cases").body()).contains("only you");
    String nobody = "{\"from\":\"%s\",\"members\":[\"nobody\",null]}".formatted(from);
    assertThat(post(token, "split", nobody).statusCode()).isEqualTo(409);
    String link =
        JsonMapper.shared().readTree(divided.body()).path("links").get(0).path("id").asString();
    assertThat(post(token, "undo", "{\"link\":\"" + link + "\"}").statusCode()).isEqualTo(200);
  }

  private static String first(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }
}
