package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenbin.web.signin.Office;
import tenbin.web.signin.Person;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Roles of a working group over the real port: named, given, seen, ended, and gone with people. */
class GroupPeoplePagesTest {
  private static final LocalDate TODAY = LocalDate.ofInstant(Fake.NOW, ZoneOffset.UTC);
  private static final String PEOPLE = "/groups/bots/people";

  private static FakeHub hub;

  @BeforeAll
  static void start() throws IOException {
    hub = new FakeHub(false, 0);
    hub.people.add(Fake.A, "ami@alpha", FakeHub.PASSWORD, Set.of(Office.ANALYST));
    hub.people.add(Fake.A, "ken@alpha", FakeHub.PASSWORD, Set.of(Office.ANALYST));
    hub.people.add(Fake.B, "bea@bravo", FakeHub.PASSWORD, Set.of(Office.ANALYST));
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static int named(Caller by, String login, String name) {
    return by.form(
            PEOPLE, Map.of("person", "person:" + login, "name", name, "_csrf", by.csrf(PEOPLE)))
        .statusCode();
  }

  /** Gives an office to the participant of that name, as the page offers it. */
  private static int given(Caller by, String role, String name, int days) {
    Matcher seat =
        Pattern.compile("<option value=\"([0-9a-f-]{36})\">" + name).matcher(by.get(PEOPLE).body());
    assertThat(seat.find()).as(name).isTrue();
    return by.form(
            PEOPLE + "/office",
            Map.of(
                "role",
                role,
                "seat",
                seat.group(1),
                "until",
                TODAY.plusDays(days).toString(),
                "_csrf",
                by.csrf(PEOPLE)))
        .statusCode();
  }

  private static Map<String, String> minutes(Caller by, String heading) {
    return Map.of(
        "day",
        TODAY.toString(),
        "heading",
        heading,
        "body",
        "b-" + heading,
        "_csrf",
        by.csrf("/groups/bots"));
  }

  @Test
  void a_group_gets_its_people_its_chair_and_its_secretary_and_each_may_what_its_role_says() {
    Caller alpha = Caller.as(hub, "alpha");
    Caller bravo = Caller.as(hub, "bravo");
    Caller office = Caller.as(hub, "office");
    Caller ami = Caller.as(hub, "ami@alpha");
    Caller ken = Caller.as(hub, "ken@alpha");
    Caller bea = Caller.as(hub, "bea@bravo");
    assertThat(ken.form("/groups/bots/minutes", minutes(ken, "Zeroth")).statusCode())
        .as("as before there were roles")
        .isEqualTo(302);
    assertThat(named(ami, "ami@alpha", "Ami")).as("no administrator").isEqualTo(409);
    assertThat(named(alpha, "bea@bravo", "Bea")).as("another's person").isEqualTo(409);
    assertThat(named(alpha, "ami@alpha", "Ami Aoki " + Fake.EVIL)).isEqualTo(302);
    assertThat(named(bravo, "bea@bravo", "Bea Bando")).isEqualTo(302);

    assertThat(given(office, "chair", "Ami Aoki", 20)).isEqualTo(302);
    assertThat(given(ami, "secretary", "Bea Bando", 400)).isEqualTo(302);
    String seen = bea.get(PEOPLE).body();
    assertThat(seen)
        .contains("Ami Aoki", "Alpha Net", "Bea Bando", "given by the secretariat", "Vice-chair")
        .contains("Nobody has held it yet")
        .doesNotContain("<script>alert", "ami@alpha");
    assertThat(bea.get(PEOPLE).headers().firstValue("Tenbin-Receipt")).isPresent();
    assertThat(Caller.as(hub, "ministry").get(PEOPLE).statusCode()).isEqualTo(404);

    assertThat(bea.form("/groups/bots/minutes", minutes(bea, "First")).statusCode()).isEqualTo(302);
    assertThat(ken.form("/groups/bots/minutes", minutes(ken, "Second")).statusCode())
        .as("not named by its member")
        .isEqualTo(409);
    assertThat(ami.get("/groups/bots").body()).contains("b-First");
    assertThat(ken.get("/groups/bots").body())
        .contains("First", "whom your organisation named")
        .doesNotContain("b-First", "Write it down");
    assertThat(alpha.get("/groups/bots").body()).contains("b-First").doesNotContain("Write it");

    assertThat(office.get("/today").body()).contains("Bots: the term of Chair (Ami Aoki", PEOPLE);
    assertThat(ami.get("/today").body()).contains("the term of Chair");
    assertThat(bea.get("/today").body()).doesNotContain("the term of");
    apiSaysTheSame();
    whoLeavesHoldsNothing(office, bea);
  }

  private static void apiSaysTheSame() {
    JsonNode told =
        JsonMapper.shared()
            .readTree(new Caller(hub).get("/api/v1" + PEOPLE, hub.token(Fake.B)).body());
    assertThat(told.path("offices").path(0).path("state").asString()).isEqualTo("held");
    assertThat(told.path("people").findValuesAsString("role"))
        .containsExactly("chair", "secretary", "participant", "participant");
    assertThat(told.findValuesAsString("person")).containsExactly("bea@bravo", "bea@bravo");
  }

  private static void whoLeavesHoldsNothing(Caller office, Caller bea) {
    Person ami = hub.people.active("ami@alpha").orElseThrow();
    hub.people.end(ami.id());
    assertThat(bea.get(PEOPLE).body())
        .contains("vacant", "since 2026-11-21", "Held before", "Ami Aoki", "left");
    assertThat(office.get("/today").body()).contains("Bots has no chair since 2026-11-21");
    Matcher seat =
        Pattern.compile("name=\"seat\" value=\"([0-9a-f-]{36})\"").matcher(bea.get(PEOPLE).body());
    assertThat(seat.find()).isTrue();
    Map<String, String> own = Map.of("seat", seat.group(1), "_csrf", bea.csrf(PEOPLE));
    Caller ken = Caller.as(hub, "ken@alpha");
    assertThat(
            ken.form(PEOPLE + "/end", Map.of("seat", seat.group(1), "_csrf", ken.csrf(PEOPLE)))
                .statusCode())
        .as("under another's id")
        .isEqualTo(404);
    assertThat(bea.form(PEOPLE + "/end", own).statusCode()).isEqualTo(302);
    assertThat(bea.form(PEOPLE + "/end", own).statusCode()).as("twice").isEqualTo(409);
    assertThat(bea.form("/groups/bots/minutes", minutes(bea, "Third")).statusCode()).isEqualTo(409);
  }
}
