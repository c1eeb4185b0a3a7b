package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenbin.web.signin.Office;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Groups and skills over the real port: who sees what, who may do what. */
class GatherPagesTest {
  private static final String DAY = LocalDate.ofInstant(Fake.NOW, ZoneOffset.UTC).toString();
  private static final String UNTIL =
      LocalDate.ofInstant(Fake.NOW, ZoneOffset.UTC).plusDays(30).toString();

  private static FakeHub hub;

  @BeforeAll
  static void start() throws java.io.IOException {
    hub = new FakeHub(false, 0);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static String opened(Caller by, String name, String invited) {
    String csrf = by.csrf("/groups");
    Map<String, String> form =
        Map.of(
            "name",
            name,
            "purpose",
            "Why " + name,
            "until",
            UNTIL,
            "invite",
            invited,
            "once",
            name,
            "_csrf",
            csrf);
    String to = by.form("/groups", form).headers().firstValue("Location").orElseThrow();
    String again = by.form("/groups", form).headers().firstValue("Location").orElseThrow();
    assertThat(again).as("the same form twice opens one group").isEqualTo(to);
    return to.substring(to.indexOf("/groups"));
  }

  private static JsonNode api(String path, tenbin.nouns.member.MemberId member) {
    return JsonMapper.shared().readTree(new Caller(hub).get(path, hub.token(member)).body());
  }

  @Test
  void what_is_not_there_is_a_page_for_people_and_a_problem_for_programs() {
    var page = Caller.as(hub, "alpha").get("/groups/nothing");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
    var answer = new Caller(hub).get("/api/v1/groups/nothing", hub.token(Fake.A));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
  }

  @Test
  void two_members_meet_without_asking_anybody_and_nobody_else_sees_it() {
    Caller alpha = Caller.as(hub, "alpha");
    Caller bravo = Caller.as(hub, "bravo");
    String group = opened(alpha, "Firmware " + Fake.EVIL, "bravo");
    assertThat(alpha.get(group).body())
        .contains("Firmware &lt;", "Bravo Tel")
        .doesNotContain("<script>alert");
    assertThat(alpha.get(group).headers().firstValue("Tenbin-Receipt")).isPresent();
    for (String other : java.util.List.of("office", "ministry")) {
      Caller caller = Caller.as(hub, other);
      assertThat(caller.get("/groups").body()).as(other).doesNotContain("Firmware");
      assertThat(caller.get(group).statusCode()).as(other).isEqualTo(404);
    }
    String csrf = bravo.csrf(group);
    assertThat(bravo.get("/groups").body()).contains("you are invited", "Why Firmware");
    Map<String, String> said =
        Map.of("day", DAY, "heading", "First", "body", "what we found", "_csrf", csrf);
    assertThat(bravo.form(group + "/minutes", said).statusCode()).as("invited only").isEqualTo(409);
    assertThat(bravo.form(group + "/end", Map.of("_csrf", csrf)).statusCode()).isEqualTo(409);
    assertThat(bravo.form(group + "/join", Map.of("_csrf", csrf)).statusCode()).isEqualTo(302);
    assertThat(bravo.form(group + "/minutes", said).statusCode()).isEqualTo(302);
    assertThat(alpha.get(group).body()).contains("First", "what we found", "written by Bravo Tel");
    assertThat(api("/api/v1" + group, Fake.B).path("own").asString()).isEqualTo("member");
    assertThat(api("/api/v1" + group + "/minutes", Fake.A).path("minutes").path(0).path("body"))
        .hasToString("\"what we found\"");
    assertThat(bravo.form(group + "/leave", Map.of("_csrf", csrf)).statusCode()).isEqualTo(302);
    assertThat(bravo.get(group).statusCode()).isEqualTo(404);
    String own = alpha.csrf(group);
    assertThat(alpha.form(group + "/end", Map.of("_csrf", own)).statusCode()).isEqualTo(302);
    assertThat(alpha.get(group).body()).contains("over").doesNotContain("Write it down");
  }

  @Test
  void minutes_of_a_working_group_show_the_circle_their_heading_alone() {
    Caller alpha = Caller.as(hub, "alpha");
    String csrf = alpha.csrf("/groups/bots");
    Map<String, String> said =
        Map.of("day", DAY, "heading", "Seventh", "body", "for us alone", "_csrf", csrf);
    assertThat(alpha.form("/groups/bots/minutes", said).statusCode()).isEqualTo(302);
    assertThat(Caller.as(hub, "bravo").get("/groups/bots").body()).contains("for us alone");
    assertThat(Caller.as(hub, "office").get("/groups/bots").body())
        .contains("Seventh", "The body is for those who take part")
        .doesNotContain("for us alone", "Write it down");
    assertThat(new Caller(hub).get("/api/v1/groups/bots/minutes", hub.token(Fake.B)).body())
        .contains("for us alone");
  }

  @Test
  void what_is_wrong_is_told_and_changes_nothing() {
    Caller alpha = Caller.as(hub, "alpha");
    String csrf = alpha.csrf("/groups");
    for (Map<String, String> wrong :
        java.util.List.of(
            Map.of("name", "", "purpose", "x", "until", UNTIL, "_csrf", csrf),
            Map.of("name", "x", "purpose", "x", "until", "soon", "_csrf", csrf),
            Map.of("name", "x", "purpose", "x", "until", "2020-01-01", "_csrf", csrf))) {
      assertThat(alpha.form("/groups", wrong).statusCode()).isEqualTo(400);
    }
    Map<String, String> nobody =
        Map.of("name", "x", "purpose", "x", "until", UNTIL, "invite", "no-such", "_csrf", csrf);
    assertThat(alpha.form("/groups", nobody).statusCode()).isEqualTo(409);
    assertThat(alpha.form("/groups", Map.of("name", "x")).statusCode()).isEqualTo(403);
    assertThat(alpha.get("/groups/nothing").statusCode()).isEqualTo(404);
    assertThat(api("/api/v1/groups/nothing", Fake.A).path("type").asString()).contains("not-found");
  }

  @Test
  void skills_are_said_by_each_member_of_itself_and_found_by_a_word() {
    hub.people.add(Fake.A, "eyes@alpha", FakeHub.PASSWORD, Set.of(Office.READER));
    Caller alpha = Caller.as(hub, "alpha");
    String csrf = alpha.csrf("/skills");
    Map<String, String> said =
        Map.of("what", "Firmware analysis", "note", "ARM " + Fake.EVIL, "once", "1", "_csrf", csrf);
    assertThat(alpha.form("/skills", said).statusCode()).isEqualTo(302);
    alpha.form("/skills", said);
    Caller bravo = Caller.as(hub, "bravo");
    assertThat(bravo.get("/skills?q=FIRMWARE").body())
        .contains("Firmware analysis", "Alpha Net")
        .doesNotContain("<script>alert");
    assertThat(bravo.get("/skills?q=Korean").body()).doesNotContain("Firmware analysis");
    assertThat(api("/api/v1/skills?q=arm", Fake.B).path("skills")).hasSize(1);
    assertThat(api("/api/v1/skills", Fake.B).findValuesAsString("id")).isEmpty();
    Caller reader = Caller.as(hub, "eyes@alpha");
    assertThat(reader.get("/skills").body()).doesNotContain("Take away", "Add one of our own");
    String id =
        api("/api/v1/skills?q=firmware", Fake.A).path("skills").path(0).path("id").asString();
    Map<String, String> go = Map.of("_csrf", bravo.csrf("/skills"));
    assertThat(bravo.form("/skills/" + id + "/remove", go).statusCode()).isEqualTo(404);
    assertThat(alpha.form("/skills/" + id + "/remove", Map.of("_csrf", csrf)).statusCode())
        .isEqualTo(302);
    assertThat(bravo.get("/skills?q=firmware").body()).doesNotContain("Firmware analysis");
  }
}
