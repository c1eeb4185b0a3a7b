package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Routes over the real port: two hijacks, one router of bravo's, a bystander. */
class RoutePagesTest {
  private static final FakeHub HUB = FakeHub.shared();
  private static final Pattern INCIDENT = Pattern.compile("/routes/([0-9a-f]{8}-[0-9a-f-]{27})");

  private static String id(Caller caller, int place) {
    Matcher found = INCIDENT.matcher(caller.get("/routes?order=begin&filter=").body());
    for (int i = 0; i <= place; i++) {
      assertThat(found.find()).isTrue();
    }
    return found.group(1);
  }

  @Test
  void whose_prefix_it_is_sees_it_whole_but_for_who_saw_it() {
    Caller alpha = Caller.as(HUB, "alpha");
    String list = alpha.get("/routes").body();
    assertThat(list)
        .contains("Another origin AS64666", "192.0.2.0/24", "2-4")
        .doesNotContain("198.51.100.0/24");
    String page = alpha.get("/routes/" + id(alpha, 0)).body();
    assertThat(page)
        .contains("vrp-invalid", "AS64720", "As long as the other", "origin:     AS64496")
        .doesNotContain("member:bravo", "64700", "64701", "64710", "203.0.113.7")
        .doesNotContain("<script>alert");
  }

  @Test
  void whose_router_it_was_sees_its_own_paths_and_not_why() {
    Caller bravo = Caller.as(HUB, "bravo");
    assertThat(bravo.get("/routes").body()).contains("192.0.2.0/24", "198.51.100.0/24");
    String own = bravo.get("/routes/" + id(bravo, 0)).body();
    assertThat(own).contains("198.51.100.0/24", "vrp-invalid").doesNotContain("64701");
    String alphas = bravo.get("/routes/" + id(bravo, 1)).body();
    assertThat(alphas)
        .contains("192.0.2.0/24", "64700 64710 64720 64666")
        .doesNotContain("vrp-invalid", "64701");
  }

  @Test
  void a_bystander_sees_nothing_by_list_id_api_export_search_and_glass() {
    Caller office = Caller.as(HUB, "office");
    String alphas = id(Caller.as(HUB, "alpha"), 0);
    String token = HUB.token(Fake.SECRETARIAT);
    Caller program = new Caller(HUB);
    assertThat(office.get("/routes").body()).contains("Nothing happened to routes");
    assertThat(office.get("/routes?filter=192.0.2&order=").body()).doesNotContain("192.0.2.0/24");
    for (String path : new String[] {"", "/prefixes", "/report"}) {
      HttpResponse<String> page = office.get("/routes/" + alphas + path);
      HttpResponse<String> never =
          office.get("/routes/00000000-0000-8000-8000-000000000000" + path);
      assertThat(page.statusCode()).isEqualTo(404).isEqualTo(never.statusCode());
      assertThat(program.get("/api/v1/routes/" + alphas + path, token).statusCode()).isEqualTo(404);
    }
    assertThat(office.get("/routes/look?prefix=192.0.2.0/24&at=2026-11-21T12:00:00Z").body())
        .contains("Nothing is kept of it");
    assertThat(program.get("/api/v1/routes", token).body())
        .isEqualTo("{\"incidents\":[],\"registry-fixes\":0,\"registry-mismatches-ended\":0}");
  }

  @Test
  void everything_that_goes_has_its_receipt() {
    Caller alpha = Caller.as(HUB, "alpha");
    String id = id(alpha, 0);
    String token = HUB.token(Fake.A);
    Caller program = new Caller(HUB);
    for (String path : new String[] {"", "/prefixes", "/report"}) {
      assertThat(alpha.get("/routes/" + id + path).headers().firstValue("Tenbin-Receipt"))
          .as(path)
          .isPresent();
      assertThat(
              program
                  .get("/api/v1/routes/" + id + path, token)
                  .headers()
                  .firstValue("Tenbin-Receipt"))
          .as(path)
          .isPresent();
    }
    assertThat(alpha.get("/routes").headers().firstValue("Tenbin-Receipt")).isPresent();
  }

  @Test
  void files_have_the_prefixes_and_the_report_what_was_told() {
    Caller alpha = Caller.as(HUB, "alpha");
    String id = id(alpha, 0);
    assertThat(alpha.get("/routes/" + id + "/prefixes?format=csv").body())
        .startsWith("prefix,declared,member")
        .contains("\"192.0.2.0/24\"", "\"64666\"")
        .doesNotContain("64700");
    assertThat(alpha.get("/routes/" + id + "/prefixes?format=json").body())
        .contains("\"origin.seen\":\"64666\"");
    assertThat(alpha.get("/routes/" + id + "/prefixes?format=exe").statusCode()).isEqualTo(400);
    assertThat(alpha.speaking("ja").get("/routes/" + id + "/report").body())
        .startsWith("# 別のASが経路の発生元 AS64666")
        .contains("192.0.2.0/24");
  }

  @Test
  void what_somebody_did_is_shown_to_its_own_member_alone() {
    Caller alpha = Caller.as(HUB, "alpha");
    String id = id(alpha, 0);
    String csrf = alpha.csrf("/routes/" + id);
    assertThat(
            alpha
                .form("/routes/" + id + "/act", Map.of("act", "ignore", "_csrf", csrf))
                .statusCode())
        .isEqualTo(400);
    assertThat(
            alpha
                .form(
                    "/routes/" + id + "/act",
                    Map.of("act", "ignore", "reason", "our own test", "_csrf", csrf))
                .statusCode())
        .isEqualTo(302);
    assertThat(alpha.get("/routes/" + id).body()).contains("our own test");
    Caller bravo = Caller.as(HUB, "bravo");
    for (int place = 0; place < 2; place++) {
      assertThat(bravo.get("/routes/" + id(bravo, place)).body()).doesNotContain("our own test");
    }
    alpha.form("/routes/" + id + "/act", Map.of("act", "undo", "_csrf", csrf));
    assertThat(alpha.get("/routes/" + id).body()).doesNotContain("Your word");
  }

  @Test
  void own_prefixes_stand_with_their_problems_and_only_ones_own_can_be_declared() {
    Caller alpha = Caller.as(HUB, "alpha");
    assertThat(alpha.get("/routes/mine").body())
        .contains("192.0.2.0/24", "against it", "nothing there", "5-9", "AS64496");
    String csrf = alpha.csrf("/routes/mine");
    assertThat(
            alpha
                .form(
                    "/routes/mine",
                    Map.of(
                        "text", "{\"prefixes\":[{\"prefix\":\"198.51.100.0/24\"}]}", "_csrf", csrf))
                .body())
        .contains("198.51.100.0/24 is not inside of what you claim");
    assertThat(alpha.form("/routes/mine/mail", Map.of("wanted", "yes", "_csrf", csrf)).statusCode())
        .isEqualTo(302);
    assertThat(alpha.get("/routes/mine").body()).contains("Stop them");
    assertThat(new Caller(HUB).get("/api/v1/routes/mine", HUB.token(Fake.A)).body())
        .contains("\"mail\":true", "\"rpki\":\"invalid\"");
  }

  @Test
  void feeds_of_other_members_are_not_there() {
    assertThat(Caller.as(HUB, "bravo").get("/routes/feeds").body())
        .contains("member:bravo", "rrc06", "stale")
        .doesNotContain("<script>alert");
    for (String other : new String[] {"alpha", "office"}) {
      assertThat(Caller.as(HUB, other).get("/routes/feeds").body())
          .contains("rrc06")
          .doesNotContain("bravo");
    }
  }

  @Test
  void the_glass_shows_what_was_at_a_time() {
    Caller alpha = Caller.as(HUB, "alpha");
    assertThat(alpha.get("/routes/look?prefix=192.0.2.0/24&at=2026-11-21T12:00:00Z").body())
        .contains("64720 64666", "AS64666")
        .doesNotContain("64700");
    assertThat(alpha.get("/routes/look?prefix=192.0.2.0/24&at=2026-11-21T10:00:00Z").body())
        .contains("Nothing is kept of it");
    assertThat(alpha.get("/routes/look?prefix=x").body()).contains("A prefix as");
  }

  @Test
  void the_secretariat_alone_sees_who_outside_asks_and_no_address_of_theirs() {
    String page = Caller.as(HUB, "office").get("/secretariat/maintainers").body();
    assertThat(page)
        .contains("Dry run", "JPIRR", "MAINT-")
        .doesNotContain("noc@one.example")
        .doesNotContain("<script>alert");
    Caller program = new Caller(HUB);
    String path = "/api/v1/secretariat/maintainers";
    HttpResponse<String> told = program.get(path, HUB.token(Fake.SECRETARIAT));
    assertThat(told.body()).contains("\"mode\":\"dry\"", "\"maintainer.prefixes\":\"1\"");
    assertThat(told.headers().firstValue("Tenbin-Receipt")).isPresent();
    assertThat(program.get(path, HUB.token(Fake.A)).statusCode()).isEqualTo(403);
    assertThat(Caller.as(HUB, "alpha").get("/secretariat/maintainers").statusCode()).isEqualTo(403);
  }

  @Test
  void a_token_that_never_was_stops_nothing_and_tells_nothing() {
    Caller stranger = new Caller(HUB);
    String path = "/stop/" + "a".repeat(32);
    assertThat(stranger.get(path).statusCode()).isEqualTo(404);
    assertThat(stranger.form(path, Map.of("List-Unsubscribe", "One-Click")).statusCode())
        .as("no page stands before a program of mail, so no token of a form either")
        .isEqualTo(404);
    assertThat(stranger.form("/stop/../sign-out", Map.of()).statusCode()).isNotEqualTo(200);
  }

  @Test
  void what_to_mend_is_said_entry_by_entry() {
    Caller alpha = Caller.as(HUB, "alpha");
    String page = alpha.get("/routes/" + id(alpha, 0)).body();
    assertThat(page)
        .contains("Create this route object", "origin:     AS64496")
        .contains("Create this ROA", "AS64496, 192.0.2.0/24, up to /24");
    String body = new Caller(HUB).get("/api/v1/routes/" + id(alpha, 0), HUB.token(Fake.A)).body();
    assertThat(body)
        .contains("\"registry-changes\":[{\"do\":\"create\",\"entry\":\"route-object\"");
  }
}
