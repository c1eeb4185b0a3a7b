package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * The looking glass over the real port: alpha's prefix, bravo's router, the circle's collectors.
 */
class LookPagesTest {
  private static final FakeHub HUB = FakeHub.shared();
  private static final Instant BEGIN = Fake.NOW.minusSeconds(3_600);

  private static String asked(String prefix, int seconds, String more) {
    return "?prefix=" + prefix + "&at=" + BEGIN.plusSeconds(seconds) + more;
  }

  @Test
  void whose_prefix_it_is_sees_ends_of_paths_and_bands_of_the_circles_feeds() {
    String page =
        Caller.as(HUB, "alpha").get("/routes/look" + asked("192.0.2.0/24", 60, "&span=60")).body();
    assertThat(page)
        .contains("64720 64496", "2-4", "64666", "What changed", "svg", "data-slide")
        .doesNotContain("64700", "64710", "64711", "64730", "64731", "64732", "203.0.113.")
        .doesNotContain("member:bravo");
  }

  @Test
  void whose_router_it_was_sees_its_own_whole_at_each_time() {
    Caller bravo = Caller.as(HUB, "bravo");
    assertThat(bravo.get("/routes/look" + asked("192.0.2.0/24", 60, "")).body())
        .contains("64700 64710 64496", "member:bravo AS64700")
        .doesNotContain("64700 64711", "64720");
    assertThat(bravo.get("/routes/look" + asked("192.0.2.9", 400, "")).body())
        .contains("64700 64711 64496")
        .doesNotContain("64700 64710 64496");
    String after = bravo.get("/routes/look" + asked("192.0.2.0/24", 400, "&span=60")).body();
    assertThat(after).contains("session lost");
    assertThat(bravo.get("/routes/look" + asked("192.0.2.0/24", 1_000, "")).body())
        .contains("Routers heard then: 0")
        .doesNotContain("64700 64711 64496");
  }

  @Test
  void a_bystander_gets_the_same_for_a_prefix_that_is_there_and_one_that_never_was() {
    Caller office = Caller.as(HUB, "office");
    String there = office.get("/routes/look" + asked("192.0.2.0/24", 60, "&span=60")).body();
    String never = office.get("/routes/look" + asked("192.0.9.0/24", 60, "&span=60")).body();
    assertThat(bare(there)).isEqualTo(bare(never.replace("192.0.9.0", "192.0.2.0")));
    String token = HUB.token(Fake.SECRETARIAT);
    Caller program = new Caller(HUB);
    String api = program.get("/api/v1/routes/look" + asked("192.0.2.0/24", 60, ""), token).body();
    assertThat(api).contains("\"lines\":[]").doesNotContain("\"circle\"");
  }

  private static String bare(String page) {
    return page.replaceAll("_csrf\" value=\"[^\"]+\"|csrf-token\" content=\"[^\"]+\"", "")
        .replaceAll("data-session-[a-z]+=\"[0-9]+\"", "");
  }

  @Test
  void page_file_and_program_say_the_same_and_each_has_its_receipt() {
    Caller bravo = Caller.as(HUB, "bravo");
    String asked = asked("192.0.2.0/24", 60, "&span=10");
    HttpResponse<String> csv = bravo.get("/routes/look" + asked + "&format=csv");
    assertThat(csv.body())
        .startsWith("at,prefix,what,router,vantages,path")
        .contains("\"had\"", "\"announced\"", "\"64700 64711 64496\"");
    HttpResponse<String> json = bravo.get("/routes/look" + asked + "&format=json");
    HttpResponse<String> api =
        new Caller(HUB).get("/api/v1/routes/look" + asked, HUB.token(Fake.B));
    for (HttpResponse<String> each : java.util.List.of(json, api)) {
      assertThat(each.body()).contains("\"path\":\"64700 64711 64496\"", "\"heard\":\"1\"");
    }
    for (HttpResponse<String> each :
        java.util.List.of(csv, json, api, bravo.get("/routes/look" + asked))) {
      assertThat(each.headers().firstValue("Tenbin-Receipt")).isPresent();
    }
    assertThat(bravo.get("/routes/look" + asked + "&format=exe").statusCode()).isEqualTo(400);
  }

  @Test
  void a_time_is_the_readers_own_or_utc_and_what_is_none_is_said() {
    Caller bravo = Caller.as(HUB, "bravo");
    assertThat(bravo.get("/routes/look?prefix=192.0.2.0/24&at=2026-13-01").body())
        .contains("A prefix as");
    assertThat(bravo.get("/routes/look?prefix=192.0.2.1/24").body()).contains("A prefix as");
    assertThat(bravo.get("/routes/look?prefix=192.0.2.0/24&at=2026-01-01%2000:00").body())
        .contains("No route that is known");
    String token = HUB.token(Fake.B);
    Caller program = new Caller(HUB);
    for (String wrong :
        new String[] {
          "prefix=x", "prefix=::/0&how=near", "prefix=::/0&span=99999999", "prefix=::/0&most=0"
        }) {
      assertThat(program.get("/api/v1/routes/look?" + wrong, token).statusCode())
          .as(wrong)
          .isEqualTo(400);
    }
    assertThat(bravo.speaking("ja").get("/routes/look" + asked("192.0.2.0/24", 60, "")).body())
        .contains("自組織のルータ", "64700 64710 64496");
  }
}
