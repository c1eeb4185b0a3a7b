package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Method and defence over the real port. */
class CaseMethodPagesTest {
  private static final FakeHub HUB = FakeHub.shared();

  private static String first(String text, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(text);
    assertThat(found.find()).as(pattern).isTrue();
    return found.group(1);
  }

  private static String page(Caller caller) {
    return "/cases/" + first(caller.get("/cases").body(), "href=\"/cases/([0-9a-f-]{36})\"");
  }

  @Test
  void two_who_write_at_once_are_both_kept_and_the_second_is_told() {
    Caller alpha = Caller.as(HUB, "alpha");
    Caller bravo = Caller.as(HUB, "bravo");
    String ofAlpha = page(alpha) + "/method";
    String ofBravo = page(bravo) + "/method";
    write(alpha, ofAlpha, "T1498.002", "", "reflection " + Fake.EVIL);
    String base = first(bravo.get(ofBravo).body(), "name=\"base\" value=\"([0-9a-f-]{36})\"");
    String old = first(alpha.get(ofAlpha).body(), "name=\"base\" value=\"([0-9a-f-]{36})\"");
    assertThat(base).as("each has its own id of a version").isNotEqualTo(old);
    assertThat(write(bravo, ofBravo, "T1498.002", base, "by DNS").statusCode()).isEqualTo(302);
    HttpResponse<String> told = write(alpha, ofAlpha, "T1498.002", old, "by NTP");
    assertThat(told.statusCode()).isEqualTo(409);
    assertThat(told.body()).contains("Somebody wrote while you did", "by DNS", "by NTP");
    assertThat(alpha.speaking("ja").get(ofAlpha + "?history=T1498.002").body())
        .contains("by DNS", "リフレクション・増幅", "版の履歴")
        .doesNotContain("<script>alert", "by NTP");
    alpha.speaking("en");
  }

  private static HttpResponse<String> write(
      Caller caller, String path, String technique, String base, String text) {
    return caller.form(
        path,
        Map.of("technique", technique, "base", base, "text", text, "_csrf", caller.csrf(path)));
  }

  @Test
  void a_countermeasure_is_proposed_and_adopted_on_the_page() {
    Caller alpha = Caller.as(HUB, "alpha");
    String method = page(alpha) + "/method";
    String csrf = alpha.csrf(method);
    alpha.form(
        page(alpha) + "/measures",
        Map.of("mitigation", "M1037", "text", "answer no stranger", "_csrf", csrf));
    String measure = first(alpha.get(method).body(), "name=\"measure\" value=\"([0-9a-f-]{36})\"");
    HttpResponse<String> adopted =
        alpha.form(
            page(alpha) + "/adopt",
            Map.of(
                "measure", measure,
                "state", "done",
                "scope", "about-half",
                "since", "2026-04-01",
                "_csrf", csrf));
    assertThat(adopted.statusCode()).isEqualTo(302);
    assertThat(alpha.get(method).body())
        .contains("answer no stranger", "Filter Network Traffic", "since 2026-04-01");
    Caller bravo = Caller.as(HUB, "bravo");
    assertThat(bravo.get(page(bravo) + "/method").body())
        .contains("answer no stranger")
        .doesNotContain("since 2026-04-01", "Alpha Net");
  }

  @Test
  void programs_go_on_from_the_version_that_they_read_or_are_refused() {
    Caller alpha = Caller.as(HUB, "alpha");
    String path = "/api/v1" + page(alpha) + "/method";
    String body = "{\"technique\":\"T1190\",\"text\":\"one\"}";
    assertThat(put(path, body, "").statusCode()).isEqualTo(200);
    HttpResponse<String> refused = put(path, body, "");
    assertThat(refused.statusCode()).isEqualTo(412);
    assertThat(refused.body()).contains("changed-meanwhile");
    JsonNode versions =
        JsonMapper.shared()
            .readTree(new Caller(HUB).get(path + "?history=T1190", HUB.token(Fake.A)).body());
    String id = versions.at("/papers/0/id").asString();
    assertThat(put(path, body.replace("one", "two"), "\"" + id + "\"").body()).contains("two");
    assertThat(put(path, "{\"technique\":\"X1\",\"text\":\"x\"}", "").statusCode()).isEqualTo(400);
  }

  private static HttpResponse<String> put(String path, String body, String base) {
    Caller program = new Caller(HUB);
    return program.send(
        program
            .to(path)
            .header("Authorization", "Bearer " + HUB.token(Fake.A))
            .header("Content-Type", "application/json")
            .header("If-Match", base)
            .PUT(BodyPublishers.ofString(body)));
  }
}
