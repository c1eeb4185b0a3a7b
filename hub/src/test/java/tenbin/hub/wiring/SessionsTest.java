package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenbin.web.signin.SessionLife;

/**
 * How long people stay signed in, how their browsers are kept apart, and what comes without TLS.
 */
class SessionsTest {
  private static final Pattern OTHER = Pattern.compile("/account/seats/([0-9a-f-]{36})/end");

  private static final TurnedClock CLOCK = new TurnedClock(Fake.NOW);
  private static FakeHub hub;
  private static FakeHub secure;

  @BeforeAll
  static void start() throws java.io.IOException {
    SessionLife life = new SessionLife(Duration.ofHours(2), Duration.ofHours(10));
    hub = new FakeHub(false, 0, new Entrances(List.of(), Optional.empty(), life), CLOCK, false);
    secure = new FakeHub(false, 0, Entrances.NONE, Fake.CLOCK, true);
  }

  @AfterAll
  static void stop() {
    hub.close();
    secure.close();
  }

  private static boolean isIn(Caller caller) {
    return caller.get("/network").statusCode() == 200;
  }

  @Test
  void a_session_that_is_used_ends_after_all_and_says_so_before() {
    Caller busy = Caller.as(hub, "alpha");
    String page = busy.get("/network").body();
    assertThat(page).contains("data-session-left=\"36000\"", "data-session-idle=\"7200\"");
    assertThat(page).containsPattern("class=\"ending note\"[^>]* hidden");
    for (int hour = 0; hour < 9; hour++) {
      CLOCK.turn(Duration.ofHours(1));
      assertThat(isIn(busy)).as("after %d hours", hour + 1).isTrue();
    }
    CLOCK.turn(Duration.ofMinutes(31));
    String late = busy.get("/network").body();
    assertThat(late).contains("You will be signed out", "data-session-left=\"1740\"");
    assertThat(late).doesNotContainPattern("class=\"ending note\"[^>]* hidden");
    CLOCK.turn(Duration.ofMinutes(29));
    assertThat(isIn(busy)).isFalse();
    assertThat(busy.get("/network").headers().firstValue("Location")).hasValue("/sign-in");
  }

  @Test
  void another_browser_is_ended_with_the_password_or_by_somebody_who_has_just_signed_in() {
    Caller there = Caller.as(hub, "bravo");
    Caller here = Caller.as(hub, "bravo");
    CLOCK.turn(Duration.ofMinutes(6));
    String csrf = here.csrf("/account");
    String page = here.get("/account").body();
    assertThat(page).contains("type your password again");
    Matcher other = OTHER.matcher(page);
    assertThat(other.find()).isTrue();
    String path = "/account/seats/" + other.group(1) + "/end";
    for (String wrong : List.of("", "guessed password")) {
      for (String at : List.of(path, "/account/seats/end-others")) {
        assertThat(here.form(at, Map.of("current", wrong, "_csrf", csrf)).headers().map())
            .containsEntry("Location", List.of("/account?refused=current"));
      }
    }
    assertThat(isIn(there)).isTrue();
    here.form(path, Map.of("current", FakeHub.PASSWORD, "_csrf", csrf));
    assertThat(isIn(there)).isFalse();
    Caller fresh = Caller.as(hub, "bravo");
    assertThat(fresh.get("/account").body()).doesNotContain("type your password again");
    fresh.form("/account/seats/end-others", Map.of("_csrf", fresh.csrf("/account")));
    assertThat(isIn(here)).isFalse();
    assertThat(isIn(fresh)).isTrue();
  }

  @Test
  void an_administrator_signs_its_own_people_out_and_nobody_elses() {
    Caller self = Caller.as(hub, "office");
    var id = hub.books.people.find("office").orElseThrow().person().id();
    String path = "/people/" + id + "/seats/end";
    Caller stranger = Caller.as(hub, "ministry");
    assertThat(stranger.form(path, Map.of("_csrf", stranger.csrf("/people"))).statusCode())
        .isEqualTo(404);
    assertThat(isIn(self)).isTrue();
    Caller admin = Caller.as(hub, "office");
    admin.form(path, Map.of("_csrf", admin.csrf("/people")));
    assertThat(isIn(self)).isFalse();
  }

  @Test
  void lives_that_are_none_are_refused() {
    Duration hour = Duration.ofHours(1);
    for (SessionLifeCase each :
        List.of(
            new SessionLifeCase(Duration.ofMinutes(4), hour),
            new SessionLifeCase(hour, Duration.ofMinutes(59)),
            new SessionLifeCase(hour, Duration.ofDays(8)))) {
      assertThatThrownBy(() -> new SessionLife(each.idle, each.whole))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private record SessionLifeCase(Duration idle, Duration whole) {}

  private static HttpResponse<String> through(Caller caller, String path, String... headers)
      throws Exception {
    HttpRequest.Builder request = caller.to(path);
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return caller.client().send(request.build(), BodyHandlers.ofString());
  }

  @Test
  void over_tls_every_cookie_is_this_hosts_alone() throws Exception {
    HttpResponse<String> page =
        through(new Caller(secure), "/sign-in", "X-Forwarded-Proto", "https");
    assertThat(page.headers().allValues("Set-Cookie"))
        .hasSize(1)
        .allSatisfy(cookie ->
            assertThat(cookie)
                .startsWith("__Host-tenbin=")
                .contains("Path=/", "Secure", "HttpOnly", "SameSite=Lax")
                .doesNotContain("Domain"));
    assertThat(page.headers().firstValue("Strict-Transport-Security")).isPresent();
    HttpResponse<String> plain = through(new Caller(hub), "/sign-in");
    assertThat(plain.headers().allValues("Set-Cookie"))
        .hasSize(1)
        .allSatisfy(cookie -> assertThat(cookie).startsWith("tenbin=").contains("HttpOnly"));
  }

  @Test
  void who_comes_from_elsewhere_without_tls_gets_nothing() throws Exception {
    for (String path : List.of("/sign-in", "/api/v1/rows", "/look/tenbin.css", "/portal")) {
      HttpResponse<String> bare =
          through(new Caller(secure), path, "X-Forwarded-For", "203.0.113.9");
      assertThat(bare.statusCode()).as(path).isEqualTo(403);
      assertThat(bare.body()).contains("https alone");
      assertThat(bare.headers().allValues("Set-Cookie")).isEmpty();
      HttpResponse<String> tls =
          through(
              new Caller(secure),
              path,
              "X-Forwarded-For",
              "203.0.113.9",
              "X-Forwarded-Proto",
              "https");
      assertThat(tls.statusCode()).as(path).isNotEqualTo(403);
    }
  }

  @Test
  void beyond_this_machine_a_hub_listens_behind_tls_alone() {
    assertThatThrownBy(
            () -> new HubConfig("0.0.0.0", 0, false, false, Optional.empty(), Path.of("work")))
        .hasMessageContaining("--secure");
    assertThat(new HubConfig("0.0.0.0", 0, false, true, Optional.empty(), Path.of("work")).host())
        .isEqualTo("0.0.0.0");
  }
}
