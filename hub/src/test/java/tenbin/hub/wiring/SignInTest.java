package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenbin.web.signin.Person;

/** People are invited, do what their office is, are signed out; over the real port. */
class SignInTest {
  private static final String OWN = "a password of one's own";
  private static final Pattern LINK = Pattern.compile("/welcome#([A-Za-z0-9_-]{43})<");
  private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7]{32})<");
  private static final Pattern RECOVERY =
      Pattern.compile("<li>([A-Z2-7]{4}(-[A-Z2-7]{4}){3})</li>");

  private static FakeHub hub;

  @BeforeAll
  static void start() throws IOException {
    hub = new FakeHub(false, 0);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  private static String found(Pattern pattern, HttpResponse<String> page) {
    Matcher found = pattern.matcher(page.body());
    assertThat(found.find()).as(page.body()).isTrue();
    return found.group(1);
  }

  private static Person person(String login) {
    return hub.people.active(login).orElseThrow();
  }

  /** A person of alpha's with one office and the password of these tests. */
  private static Caller invited(String login, String office) {
    Caller admin = Caller.as(hub, "alpha");
    HttpResponse<String> page =
        admin.form(
            "/people", Map.of("login", login, "office", office, "_csrf", admin.csrf("/people")));
    String secret = found(LINK, page);
    Caller self = new Caller(hub);
    HttpResponse<String> chosen =
        self.form(
            "/welcome",
            Map.of(
                "secret", secret, "password", OWN, "again", OWN, "_csrf", self.csrf("/welcome")));
    assertThat(chosen.headers().firstValue("Location")).hasValue("/sign-in?chosen");
    assertThat(self.signIn(login + "@alpha", OWN).headers().firstValue("Location"))
        .hasValue("/today");
    return self;
  }

  private static boolean isIn(Caller caller) {
    return caller.get("/network").statusCode() == 200;
  }

  @Test
  void somebody_who_is_invited_chooses_a_password_once_and_does_what_its_office_is() {
    Caller admin = Caller.as(hub, "alpha");
    String csrf = admin.csrf("/people");
    String secret =
        found(
            LINK, admin.form("/people", Map.of("login", "Ren", "office", "reader", "_csrf", csrf)));
    assertThat(admin.get("/people").body()).contains("ren@alpha").doesNotContain(secret);
    Caller ren = new Caller(hub);
    assertThat(ren.signIn("ren@alpha", "").headers().firstValue("Location"))
        .as("no password yet")
        .hasValue("/sign-in?failed");
    String form = ren.csrf("/welcome");
    Map<String, String> differ =
        Map.of("secret", secret, "password", OWN, "again", OWN + "x", "_csrf", form);
    assertThat(ren.form("/welcome", differ).body()).contains("differ");
    Map<String, String> brief =
        Map.of("secret", secret, "password", "brief", "again", "brief", "_csrf", form);
    assertThat(ren.form("/welcome", brief).body()).contains("12 characters");
    Map<String, String> right =
        Map.of("secret", secret, "password", OWN, "again", OWN, "_csrf", form);
    assertThat(ren.form("/welcome", right).statusCode()).isEqualTo(302);
    assertThat(ren.form("/welcome", right).body()).contains("used, over or not complete");
    ren.signIn("ren@alpha", OWN);
    assertThat(ren.get("/network").body()).doesNotContain("href=\"/people\"", "href=\"/upload\"");
    assertThat(ren.get("/people").statusCode()).isEqualTo(403);
    assertThat(ren.get("/upload").statusCode()).isEqualTo(403);
    assertThat(ren.get("/tokens").body()).doesNotContain("action=\"/tokens\"");
  }

  @Test
  void an_older_link_is_refused_when_there_is_a_newer_one() {
    Caller admin = Caller.as(hub, "alpha");
    String csrf = admin.csrf("/people");
    String first =
        found(
            LINK,
            admin.form("/people", Map.of("login", "sora", "office", "reader", "_csrf", csrf)));
    String path = "/people/" + person("sora@alpha").id() + "/invite";
    String second = found(LINK, admin.form(path, Map.of("_csrf", csrf)));
    Caller sora = new Caller(hub);
    Map<String, String> old =
        Map.of("secret", first, "password", OWN, "again", OWN, "_csrf", sora.csrf("/welcome"));
    assertThat(sora.form("/welcome", old).body()).contains("used, over or not complete");
    Map<String, String> fresh =
        Map.of("secret", second, "password", OWN, "again", OWN, "_csrf", sora.csrf("/welcome"));
    assertThat(sora.form("/welcome", fresh).statusCode()).isEqualTo(302);
  }

  @Test
  void other_offices_count_from_the_next_request_on() {
    Caller yui = invited("yui", "reader");
    assertThat(yui.get("/upload").statusCode()).isEqualTo(403);
    Caller admin = Caller.as(hub, "alpha");
    String path = "/people/" + person("yui@alpha").id() + "/offices";
    admin.form(path, Map.of("office", "analyst", "_csrf", admin.csrf("/people")));
    assertThat(yui.get("/upload").statusCode()).isEqualTo(200);
    HttpResponse<String> none = admin.form(path, Map.of("_csrf", admin.csrf("/people")));
    assertThat(none.body()).contains("at least one office");
    assertThat(yui.get("/upload").statusCode()).isEqualTo(200);
  }

  @Test
  void a_person_who_is_ended_is_out_at_once_and_its_login_stays_taken() {
    Caller mio = invited("mio", "analyst");
    Caller admin = Caller.as(hub, "alpha");
    String csrf = admin.csrf("/people");
    admin.form("/people/" + person("mio@alpha").id() + "/end", Map.of("_csrf", csrf));
    assertThat(isIn(mio)).isFalse();
    assertThat(new Caller(hub).signIn("mio@alpha", OWN).headers().firstValue("Location"))
        .hasValue("/sign-in?failed");
    assertThat(
            admin.form("/people", Map.of("login", "mio", "office", "reader", "_csrf", csrf)).body())
        .contains("is new in your organisation");
  }

  @Test
  void a_name_tells_nothing_of_the_people_of_another_member() {
    invited("haru", "reader");
    Caller bravo = Caller.as(hub, "bravo");
    String csrf = bravo.csrf("/people");
    HttpResponse<String> same =
        bravo.form("/people", Map.of("login", "haru", "office", "reader", "_csrf", csrf));
    assertThat(same.body()).contains("haru@bravo", "/welcome#");
    HttpResponse<String> foreign =
        bravo.form("/people", Map.of("login", "haru@alpha", "office", "reader", "_csrf", csrf));
    HttpResponse<String> nobodys =
        bravo.form("/people", Map.of("login", "nobody@alpha", "office", "reader", "_csrf", csrf));
    assertThat(foreign.body()).contains("is new in your organisation").doesNotContain("/welcome#");
    assertThat(foreign.body().replaceAll("_csrf\" value=\"[^\"]+|content=\"[^\"]{30,}\"", ""))
        .isEqualTo(nobodys.body().replaceAll("_csrf\" value=\"[^\"]+|content=\"[^\"]{30,}\"", ""));
  }

  @Test
  void the_last_administrator_stays_one() {
    Caller bravo = Caller.as(hub, "bravo");
    String csrf = bravo.csrf("/people");
    String path = "/people/" + person("bravo").id();
    assertThat(bravo.form(path + "/end", Map.of("_csrf", csrf)).body())
        .contains("keeps one administrator");
    assertThat(bravo.form(path + "/offices", Map.of("office", "reader", "_csrf", csrf)).body())
        .contains("keeps one administrator");
    assertThat(bravo.get("/people").statusCode()).isEqualTo(200);
  }

  @Test
  void people_of_another_member_look_like_people_who_do_not_exist() {
    Caller bravo = Caller.as(hub, "bravo");
    String csrf = bravo.csrf("/people");
    assertThat(bravo.get("/people").body()).doesNotContain(">alpha<");
    UUID theirs = person("alpha").id();
    for (String act : new String[] {"invite", "offices", "factor/end", "end"}) {
      HttpResponse<String> foreign =
          bravo.form("/people/" + theirs + "/" + act, Map.of("_csrf", csrf, "office", "reader"));
      assertThat(foreign.statusCode()).as(act).isEqualTo(404);
    }
    assertThat(person("alpha").offices()).hasSize(5);
    assertThat(bravo.get("/secretariat/people").statusCode()).isEqualTo(403);
    Caller office = Caller.as(hub, Fake.SECRETARIAT.text());
    assertThat(office.get("/secretariat/people").body())
        .contains("alpha", "bravo", Fake.OBSERVER.text());
  }

  @Test
  void browsers_are_listed_and_ended_from_another_one() {
    Caller here = invited("kei", "analyst");
    Caller there = new Caller(hub);
    there.signIn("kei@alpha", OWN);
    HttpResponse<String> page = here.get("/account");
    assertThat(page.body()).contains("this one");
    Pattern other = Pattern.compile("/account/seats/([0-9a-f-]{36})/end");
    String id = found(other, page);
    String csrf = here.csrf("/account");
    Caller stranger = Caller.as(hub, "bravo");
    assertThat(
            stranger
                .form("/account/seats/" + id + "/end", Map.of("_csrf", stranger.csrf("/account")))
                .statusCode())
        .isEqualTo(404);
    assertThat(isIn(there)).isTrue();
    here.form("/account/seats/" + id + "/end", Map.of("_csrf", csrf));
    assertThat(isIn(there)).isFalse();
    assertThat(isIn(here)).isTrue();
  }

  @Test
  void a_password_made_of_ones_own_or_the_circles_names_is_refused_and_the_invitation_stays() {
    Caller admin = Caller.as(hub, "alpha");
    String csrf = admin.csrf("/people");
    String secret =
        found(
            LINK,
            admin.form("/people", Map.of("login", "hikari", "office", "reader", "_csrf", csrf)));
    Caller self = new Caller(hub);
    String form = self.csrf("/welcome");
    for (String easy : new String[] {"hikari.alpha.net", "bravo-tel-2026", "password123456"}) {
      Map<String, String> weak =
          Map.of("secret", secret, "password", easy, "again", easy, "_csrf", form);
      assertThat(self.form("/welcome", weak).body()).as(easy).contains("would be guessed");
    }
    String most = "灯台と羊と三角定規の夜明けに".repeat(4);
    Map<String, String> right =
        Map.of("secret", secret, "password", most, "again", most, "_csrf", form);
    assertThat(self.form("/welcome", right).statusCode()).isEqualTo(302);
    for (String cut : new String[] {most.substring(0, 24), most + "x", most.substring(1)}) {
      assertThat(new Caller(hub).signIn("hikari@alpha", cut).headers().firstValue("Location"))
          .as("every character counts")
          .hasValue("/sign-in?failed");
    }
    assertThat(new Caller(hub).signIn("hikari@alpha", most).headers().firstValue("Location"))
        .hasValue("/today");
  }

  @Test
  void another_password_ends_all_other_browsers_and_needs_the_old_one() {
    Caller here = invited("nao", "analyst");
    Caller there = new Caller(hub);
    there.signIn("nao@alpha", OWN);
    String csrf = here.csrf("/account");
    String next = "quite another lighthouse";
    Map<String, String> wrong =
        Map.of("current", "guessed password", "next", next, "again", next, "_csrf", csrf);
    assertThat(here.form("/account/password", wrong).body()).contains("That was not right");
    assertThat(isIn(there)).isTrue();
    Map<String, String> right = Map.of("current", OWN, "next", next, "again", next, "_csrf", csrf);
    assertThat(here.form("/account/password", right).statusCode()).isEqualTo(302);
    assertThat(isIn(there)).isFalse();
    assertThat(isIn(here)).isTrue();
    assertThat(new Caller(hub).signIn("nao@alpha", next).headers().firstValue("Location"))
        .hasValue("/today");
  }

  private static HttpResponse<String> signIn(Caller who, String login, String code) {
    return who.form(
        "/sign-in",
        Map.of("username", login, "password", OWN, "code", code, "_csrf", who.csrf("/sign-in")));
  }

  @Test
  void with_a_second_factor_the_password_alone_opens_nothing() {
    Caller here = invited("rin", "analyst");
    String csrf = here.csrf("/account");
    HttpResponse<String> begun =
        here.form("/account/factor", Map.of("current", OWN, "_csrf", csrf));
    String secret = found(SECRET, begun);
    String paper = found(RECOVERY, begun);
    assertThat(begun.body()).contains("<path fill=\"#000\" d=\"M4 4h1v1h-1z");
    HttpResponse<String> wrong =
        here.form("/account/factor/confirm", Map.of("code", "000000", "_csrf", csrf));
    assertThat(wrong.body()).contains("not the code", secret);
    String code = Authenticator.code(secret, Fake.NOW);
    assertThat(
            here.form("/account/factor/confirm", Map.of("code", code, "_csrf", csrf)).statusCode())
        .isEqualTo(302);
    assertThat(here.get("/account").body())
        .contains("Recovery codes left: 8")
        .doesNotContain(secret);
    Caller thief = new Caller(hub);
    for (String tried : new String[] {"", "000000", code}) {
      assertThat(signIn(thief, "rin@alpha", tried).headers().firstValue("Location"))
          .as("\"%s\"", tried)
          .hasValue("/sign-in?failed");
    }
    assertThat(signIn(new Caller(hub), "rin@alpha", paper).headers().firstValue("Location"))
        .hasValue("/today");
    assertThat(signIn(thief, "rin@alpha", paper).headers().firstValue("Location"))
        .as("taken once")
        .hasValue("/sign-in?failed");
    Caller admin = Caller.as(hub, "alpha");
    admin.form(
        "/people/" + person("rin@alpha").id() + "/factor/end",
        Map.of("_csrf", admin.csrf("/people")));
    assertThat(signIn(new Caller(hub), "rin@alpha", "").headers().firstValue("Location"))
        .hasValue("/today");
  }

  @Test
  void what_is_no_passkey_is_refused_whatever_is_wrong_with_it() {
    String id = "\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\"";
    String answer =
        "{\"clientDataJSON\":\"e30\",\"authenticatorData\":\"AAAA\",\"signature\":\"AAAA\"}";
    for (String shown :
        java.util.List.of(
            "null",
            "{}",
            "[]",
            "\"x\"",
            "{" + id + "}",
            "{" + id + ",\"response\":null}",
            "{" + id + ",\"response\":{}}",
            "{" + id + ",\"response\":" + answer + "}",
            "{\"response\":" + answer + "}",
            "{" + id + ",\"response\":{\"clientDataJSON\":\"e30\",\"attestationObject\":\"AA\"}}",
            "{" + id + ",\"response\":" + answer + ",\"clientExtensionResults\":{}}",
            "[".repeat(2_000))) {
      Caller caller = new Caller(hub);
      String csrf = caller.csrf("/sign-in");
      caller.form("/sign-in/passkey/begin", Map.of("_csrf", csrf));
      assertThat(posted(caller, "/sign-in/passkey", csrf, shown).body())
          .as(shown)
          .isEqualTo("{\"to\":\"/sign-in?failed\"}");
      Caller self = Caller.as(hub, "alpha");
      String own = self.csrf("/account");
      self.form("/account/passkeys/begin", Map.of("_csrf", own, "current", FakeHub.PASSWORD));
      assertThat(posted(self, "/account/passkeys?label=x", own, shown).statusCode())
          .as(shown)
          .isEqualTo(400);
    }
  }

  private static HttpResponse<String> posted(Caller by, String path, String csrf, String body) {
    return by.send(
        by.to(path)
            .header("Content-Type", "application/json")
            .header("X-CSRF-TOKEN", csrf)
            .POST(java.net.http.HttpRequest.BodyPublishers.ofString(body)));
  }
}
