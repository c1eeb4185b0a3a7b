package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import tenbin.web.provider.Provider;
import tenbin.web.signin.Office;
import tenbin.web.signin.Person;

/** Signing in through an organisation's own sign-in, and every wrong answer of one. */
class ProviderSignInTest {
  private static final Pattern LINK = Pattern.compile("/welcome#([A-Za-z0-9_-]{43})<");
  private static final String FAILED = "/sign-in?failed";

  private static OpenIdProvider provider;
  private static OpenIdProvider others;
  private static OpenIdProvider gone;
  private static FakeHub hub;

  @BeforeAll
  static void start() throws IOException {
    provider = new OpenIdProvider(Fake.CLOCK);
    others = new OpenIdProvider(Fake.CLOCK);
    gone = new OpenIdProvider(Fake.CLOCK);
    gone.close();
    hub =
        new FakeHub(
            false,
            0,
            new Entrances(
                List.of(
                    named("alphas", provider, Set.of(Fake.A)),
                    named("bravos", others, Set.of(Fake.B)),
                    named("gone", gone, Set.of())),
                Optional.empty()));
  }

  private static Provider named(
      String name, OpenIdProvider at, Set<tenbin.nouns.member.MemberId> members) {
    return new Provider(
        name,
        name,
        at.issuer(),
        OpenIdProvider.CLIENT,
        OpenIdProvider.SECRET,
        SignatureAlgorithm.RS256,
        members,
        Set.of(),
        true);
  }

  @AfterAll
  static void stop() {
    hub.close();
    provider.close();
    others.close();
  }

  @AfterEach
  void right() {
    provider.wrong = OpenIdProvider.Wrong.NOTHING;
  }

  private static String to(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String path(URI back) {
    return back.getPath() + "?" + back.getRawQuery();
  }

  /** As the button of the sign-in page does. */
  static HttpResponse<String> begin(Caller caller, String name) {
    return caller.form("/sign-in/provider/" + name, Map.of("_csrf", caller.csrf("/sign-in")));
  }

  @Test
  void a_link_from_elsewhere_begins_nothing() {
    Caller led = new Caller(hub);
    assertThat(led.get("/sign-in/provider/alphas").statusCode()).isEqualTo(405);
    assertThat(led.form("/sign-in/provider/alphas", Map.of()).statusCode()).isEqualTo(403);
  }

  /** Goes to the provider from where the hub sends it, and comes back. */
  private static String round(Caller caller, OpenIdProvider at, String sent) {
    return to(caller.get(path(at.signIn(URI.create(sent)))));
  }

  private static String round(Caller caller) {
    return round(caller, provider, to(begin(caller, "alphas")));
  }

  private static boolean isIn(Caller caller) {
    return caller.get("/network").statusCode() == 200;
  }

  private static Person person(String login) {
    return hub.people.add(Fake.A, login, FakeHub.PASSWORD, EnumSet.of(Office.ANALYST));
  }

  /** Somebody of alpha's who is linked as that subject. */
  private static Caller linked(String login, String subject) {
    person(login);
    provider.subject = subject;
    Caller self = Caller.as(hub, login);
    assertThat(round(self, provider, to(link(self, "alphas")))).isEqualTo("/account?done=linked");
    return self;
  }

  private static HttpResponse<String> link(Caller self, String name) {
    return self.form(
        "/account/providers/" + name,
        Map.of("current", FakeHub.PASSWORD, "_csrf", self.csrf("/account")));
  }

  @Test
  void who_linked_itself_signs_in_there_and_out_here_and_there() {
    Caller self = linked("aoi", "s-aoi");
    assertThat(self.get("/account").body()).contains("&lt;b&gt;Aoi&lt;/b&gt;");
    Caller browser = new Caller(hub);
    assertThat(browser.get("/sign-in").body()).contains("/sign-in/provider/alphas");
    String sent = to(begin(browser, "alphas"));
    assertThat(sent)
        .startsWith(provider.issuer() + "/ask?")
        .contains("response_type=code", "code_challenge_method=S256", "&nonce=", "&state=")
        .contains("scope=openid")
        .doesNotContain(OpenIdProvider.SECRET);
    assertThat(round(browser, provider, sent)).isEqualTo("/today");
    assertThat(isIn(browser)).isTrue();
    assertThat(browser.get("/network").headers().firstValue("Content-Security-Policy").orElse(""))
        .containsPattern("form-action 'self'[^;]* " + provider.issuer());
    String leave = to(browser.form("/sign-out", Map.of("_csrf", browser.csrf("/account"))));
    assertThat(leave)
        .startsWith(provider.issuer() + "/leave?id_token_hint=ey")
        .contains("client_id=tenbin");
    assertThat(isIn(browser)).isFalse();
  }

  @Test
  void who_is_not_linked_gets_no_account_and_the_answer_of_every_refusal() {
    provider.subject = "s-nobody";
    int before = hub.people.everybody().size();
    Caller stranger = new Caller(hub);
    assertThat(round(stranger)).isEqualTo(FAILED);
    assertThat(isIn(stranger)).isFalse();
    assertThat(hub.people.everybody()).hasSize(before);
  }

  @Test
  void every_wrong_answer_of_the_provider_opens_nothing() {
    linked("mei", "s-mei");
    for (OpenIdProvider.Wrong each : OpenIdProvider.Wrong.values()) {
      provider.wrong = each;
      Caller browser = new Caller(hub);
      String end = round(browser);
      if (each == OpenIdProvider.Wrong.NOTHING) {
        assertThat(end).isEqualTo("/today");
      } else {
        assertThat(end).as(each.name()).isEqualTo(FAILED);
        assertThat(isIn(browser)).as(each.name()).isFalse();
      }
    }
  }

  @Test
  void a_way_back_is_gone_once_and_by_the_browser_that_went() {
    linked("rio", "s-rio");
    Caller browser = new Caller(hub);
    String back = path(provider.signIn(URI.create(to(begin(browser, "alphas")))));
    Caller thief = new Caller(hub);
    assertThat(to(thief.get(back))).as("no session").isEqualTo(FAILED);
    to(begin(thief, "alphas"));
    assertThat(to(thief.get(back))).as("another state").isEqualTo(FAILED);
    assertThat(to(browser.get(back))).isEqualTo("/today");
    assertThat(to(browser.get(back))).as("replayed").isEqualTo(FAILED);
    Caller again = new Caller(hub);
    String fresh = to(begin(again, "alphas"));
    String state =
        Pattern.compile("state=([^&]+)")
            .matcher(fresh)
            .results()
            .findFirst()
            .orElseThrow()
            .group(1);
    String code =
        Pattern.compile("code=([^&]+)").matcher(back).results().findFirst().orElseThrow().group(1);
    String injected = "/sign-in/provider/alphas/back?code=" + code + "&state=" + state;
    assertThat(to(again.get(injected))).as("another's code").isEqualTo(FAILED);
    assertThat(isIn(again)).isFalse();
  }

  @Test
  void the_way_back_of_another_provider_and_another_issuer_are_refused() {
    linked("sui", "s-sui");
    Caller browser = new Caller(hub);
    String back = path(provider.signIn(URI.create(to(begin(browser, "alphas")))));
    assertThat(to(browser.get(back.replace("/alphas/", "/bravos/")))).isEqualTo(FAILED);
    Caller mixed = new Caller(hub);
    String other = path(provider.signIn(URI.create(to(begin(mixed, "alphas")))));
    assertThat(to(mixed.get(other + "&iss=https%3A%2F%2Fevil.example"))).isEqualTo(FAILED);
    Caller twice = new Caller(hub);
    String doubled = path(provider.signIn(URI.create(to(begin(twice, "alphas")))));
    assertThat(to(twice.get(doubled + "&state=x"))).isEqualTo(FAILED);
  }

  @Test
  void a_session_has_another_name_after_signing_in() {
    linked("nagi", "s-nagi");
    Caller browser = new Caller(hub);
    String sent = to(begin(browser, "alphas"));
    String before = browser.session();
    round(browser, provider, sent);
    assertThat(browser.session()).isNotEqualTo(before);
  }

  @Test
  void linking_asks_for_the_password_and_takes_nobody_elses_subject() {
    linked("toma", "s-toma");
    person("kana");
    Caller kana = Caller.as(hub, "kana");
    HttpResponse<String> guessed =
        kana.form(
            "/account/providers/alphas",
            Map.of("current", "a wrong password", "_csrf", kana.csrf("/account")));
    assertThat(to(guessed)).isEqualTo("/account?refused=current");
    assertThat(round(kana, provider, to(link(kana, "alphas")))).isEqualTo("/account?refused=link");
    String sent = to(link(kana, "alphas"));
    kana.form("/sign-out", Map.of("_csrf", kana.csrf("/account")));
    provider.subject = "s-kana";
    Caller other = new Caller(hub);
    assertThat(round(other, provider, sent)).as("another browser").isEqualTo(FAILED);
    assertThat(hub.signIn.identities.find(provider.issuer().toString(), "s-kana")).isEmpty();
  }

  @Test
  void a_provider_speaks_for_people_of_its_own_members_alone() {
    person("hina");
    Caller hina = Caller.as(hub, "hina");
    assertThat(hina.get("/account").body()).doesNotContain("/account/providers/bravos");
    assertThat(to(link(hina, "bravos"))).isEqualTo("/account?refused=current");
    Person bravo = hub.people.active("bravo").orElseThrow();
    hub.signIn.identities.add(
        new tenbin.web.provider.Identity(
            provider.issuer().toString(), "s-bravo", bravo.id(), "", Fake.NOW));
    provider.subject = "s-bravo";
    assertThat(round(new Caller(hub))).isEqualTo(FAILED);
  }

  @Test
  void who_is_ended_or_unlinked_is_refused_there_too() {
    Caller yua = linked("yua", "s-yua");
    assertThat(
            to(
                yua.form(
                    "/account/providers/alphas/end",
                    Map.of("current", FakeHub.PASSWORD, "_csrf", yua.csrf("/account")))))
        .isEqualTo("/account?done=unlinked");
    assertThat(round(new Caller(hub))).isEqualTo(FAILED);
    linked("ema", "s-ema");
    hub.people.end(hub.people.active("ema").orElseThrow().id());
    assertThat(round(new Caller(hub))).isEqualTo(FAILED);
  }

  @Test
  void who_is_invited_joins_through_it_once_and_needs_no_password() {
    Caller admin = Caller.as(hub, "alpha");
    HttpResponse<String> page =
        admin.form(
            "/people",
            Map.of("login", "nozomi", "office", "reader", "_csrf", admin.csrf("/people")));
    Matcher found = LINK.matcher(page.body());
    assertThat(found.find()).isTrue();
    String secret = found.group(1);
    provider.subject = "s-nozomi";
    Caller browser = new Caller(hub);
    String csrf = browser.csrf("/welcome");
    Map<String, String> there = Map.of("secret", secret, "provider", "bravos", "_csrf", csrf);
    assertThat(to(browser.form("/welcome/provider", there))).isEqualTo("/welcome?over");
    Map<String, String> wrong =
        Map.of("secret", "x".repeat(43), "provider", "alphas", "_csrf", csrf);
    assertThat(to(browser.form("/welcome/provider", wrong))).isEqualTo("/welcome?over");
    Map<String, String> right = Map.of("secret", secret, "provider", "alphas", "_csrf", csrf);
    String sent = to(browser.form("/welcome/provider", right));
    assertThat(sent).doesNotContain(secret);
    assertThat(round(browser, provider, sent)).isEqualTo("/today");
    assertThat(isIn(browser)).isTrue();
    Caller late = new Caller(hub);
    Map<String, String> used =
        Map.of("secret", secret, "provider", "alphas", "_csrf", late.csrf("/welcome"));
    assertThat(to(late.form("/welcome/provider", used))).isEqualTo("/welcome?over");
    assertThat(round(new Caller(hub))).as("and from now on").isEqualTo("/today");
    assertThat(new Caller(hub).signIn("nozomi@alpha", "").headers().firstValue("Location"))
        .hasValue(FAILED);
  }

  @Test
  void a_provider_that_is_away_is_said_and_an_unknown_one_is_not_found() {
    assertThat(begin(new Caller(hub), UUID.randomUUID().toString()).statusCode()).isEqualTo(404);
    assertThat(to(begin(new Caller(hub), "gone"))).isEqualTo("/sign-in?away");
    assertThat(new Caller(hub).get("/sign-in?away").body()).contains("does not answer");
  }
}
