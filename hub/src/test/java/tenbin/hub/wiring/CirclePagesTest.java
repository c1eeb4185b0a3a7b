package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.MemberId;

/** Cases, the circle and the demo over the real port. */
class CirclePagesTest {
  private static final FakeHub HUB = FakeHub.shared();
  private static final String ALPHA = HUB.token(Fake.A);
  private static final String BRAVO = HUB.token(Fake.B);
  private static final String OFFICE = HUB.token(Fake.SECRETARIAT);
  private static final Pattern CASE = Pattern.compile("/cases/([0-9a-f-]{36})");

  private final Caller caller = new Caller(HUB);

  private static String caseOf(Caller who) {
    Matcher found = CASE.matcher(who.get("/cases").body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  @Test
  void a_member_opens_its_case_and_its_answer_stands_on_the_page() {
    Caller alpha = Caller.as(HUB, "alpha");
    String path = "/cases/" + caseOf(alpha);
    HttpResponse<String> page = alpha.get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body())
        .contains("203.0.113.9", "&lt;script&gt;")
        .doesNotContain("<script>alert")
        .doesNotContain("Bravo");
    String csrf = alpha.csrf(path);
    Map<String, String> said =
        Map.of("state", "checking", "note", "on it " + Fake.EVIL, "_csrf", csrf);
    assertThat(alpha.form(path + "/answer", said).statusCode()).isEqualTo(302);
    assertThat(alpha.get(path).body())
        .contains("on it &lt;script&gt;")
        .doesNotContain("<script>alert");
    assertThat(Caller.as(HUB, "bravo").get("/cases").body()).doesNotContain("on it");
    Map<String, String> silent = Map.of("state", "silent", "_csrf", csrf);
    assertThat(alpha.form(path + "/answer", silent).statusCode()).isEqualTo(400);
    assertThat(alpha.form(path + "/answer", Map.of("state", "fixed")).statusCode()).isEqualTo(403);
  }

  @Test
  void anothers_name_of_the_same_case_is_like_one_that_does_not_exist() {
    Caller alpha = Caller.as(HUB, "alpha");
    String bravos = caseOf(Caller.as(HUB, "bravo"));
    assertThat(bravos).isNotEqualTo(caseOf(alpha));
    String csrf = alpha.csrf("/cases");
    for (String id : List.of(bravos, UUID.randomUUID().toString())) {
      assertThat(alpha.get("/cases/" + id).statusCode()).isEqualTo(404);
      Map<String, String> said = Map.of("state", "fixed", "_csrf", csrf);
      assertThat(alpha.form("/cases/" + id + "/answer", said).statusCode()).isEqualTo(404);
      HttpResponse<String> program =
          caller.send(
              caller
                  .to("/api/v1/cases/" + id + "/answer")
                  .header("Authorization", "Bearer " + ALPHA)
                  .header("Content-Type", "application/json")
                  .POST(BodyPublishers.ofString("{\"state\":\"fixed\"}")));
      assertThat(program.statusCode()).isEqualTo(404);
    }
    Caller observer = Caller.as(HUB, "ministry");
    assertThat(observer.get("/cases").body()).doesNotContain("203.0.113.9");
    assertThat(observer.get("/cases/" + bravos).statusCode()).isEqualTo(404);
  }

  @Test
  void the_matrix_is_the_secretariats_alone_and_stands_in_the_ledger() {
    for (String member : List.of("alpha", "bravo", "ministry")) {
      assertThat(Caller.as(HUB, member).get("/cases").body())
          .as(member)
          .doesNotContain("two members, five sightings")
          .doesNotContain("All cases, member by member");
    }
    Caller office = Caller.as(HUB, "office");
    assertThat(office.get("/cases").body())
        .contains("two members, five sightings", "Alpha Net", "Bravo Tel");
    assertThat(recorded(Fake.SECRETARIAT)).isTrue();
  }

  private static boolean recorded(MemberId member) {
    return HUB.deliveries.left().stream()
        .anyMatch(left ->
            left.recipient().equals(member)
                && left.purpose() == Purpose.RUN_THE_CIRCLE
                && left.rows() > 0);
  }

  @Test
  void the_circle_shows_what_the_balance_tells_and_the_rest_only_to_the_secretariat() {
    Caller alpha = Caller.as(HUB, "alpha");
    HttpResponse<String> page = alpha.get("/circle");
    assertThat(page.body())
        .contains("Bravo Tel", "abuse@bravo.example", "Membership agreement", "Bots")
        .doesNotContain("/secretariat/circle");
    assertThat(page.headers().firstValue("Tenbin-Receipt")).isPresent();
    assertThat(recorded(Fake.A)).isTrue();
    assertThat(alpha.get("/secretariat/circle").statusCode()).isEqualTo(403);
    assertThat(caller.get("/api/v1/secretariat/conflicts", BRAVO).statusCode()).isEqualTo(403);
    HttpResponse<String> office = caller.get("/api/v1/secretariat/conflicts", OFFICE);
    assertThat(office.body()).isEqualTo("{\"conflicts\":[]}");
  }

  @Test
  void what_was_withheld_is_told_by_the_demos_own_page_and_on_no_members_page() throws IOException {
    try (FakeHub demo = new FakeHub(true, 0)) {
      Caller visitor = new Caller(demo);
      assertThat(visitor.get("/").body()).contains("class=\"omni\"", "withheld");
      visitor.form("/demo/look-as", Map.of("who", "alpha", "_csrf", visitor.csrf("/")));
      for (String path :
          List.of(
              "/network?range=30d", "/cases", "/circle", "/reports", "/channels", "/receipts")) {
        HttpResponse<String> page = visitor.get(path);
        assertThat(page.statusCode()).as(path).isEqualTo(200);
        assertThat(page.body())
            .as(path)
            .doesNotContain("class=\"omni\"")
            .doesNotContain("withheld")
            .doesNotContain("Withheld");
      }
    }
    Caller alpha = Caller.as(HUB, "alpha");
    assertThat(alpha.get("/network").body()).doesNotContain("demo-strip");
    assertThat(alpha.get("/demo/reports/" + "0".repeat(64)).statusCode()).isEqualTo(403);
  }
}
