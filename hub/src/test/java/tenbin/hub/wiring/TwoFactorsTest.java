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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Factors;
import tenbin.web.provider.Identity;
import tenbin.web.provider.Provider;
import tenbin.web.signin.Office;
import tenbin.web.signin.Person;

/** A circle that demands a second factor of its people. */
class TwoFactorsTest {
  private static final Pattern SECRET = Pattern.compile("id=\"secret\">([A-Z2-7]{32})<");

  private static OpenIdProvider provider;
  private static FakeHub hub;

  @BeforeAll
  static void start() throws IOException {
    provider = new OpenIdProvider(Fake.CLOCK);
    hub =
        new FakeHub(
            false,
            0,
            new Entrances(
                List.of(
                    new Provider(
                        "sso",
                        "SSO",
                        provider.issuer(),
                        OpenIdProvider.CLIENT,
                        OpenIdProvider.SECRET,
                        SignatureAlgorithm.RS256,
                        Set.of(),
                        Set.of(),
                        false)),
                Optional.empty()));
    demand(Factors.TWO);
  }

  private static void demand(Factors factors) {
    Circle now = Fake.circle();
    hub.books.roster.replace(
        new Circle(
            now.name(),
            now.version(),
            now.members(),
            now.groups(),
            now.agreements(),
            now.unmarked(),
            now.retention(),
            factors),
        "");
  }

  @AfterAll
  static void stop() {
    hub.close();
    provider.close();
  }

  private static Person person(String login) {
    return hub.people.add(Fake.A, login, FakeHub.PASSWORD, EnumSet.allOf(Office.class));
  }

  private static String to(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElse("");
  }

  @Test
  void who_has_none_makes_one_before_anything_else() {
    person("asa");
    Caller asa = Caller.as(hub, "asa");
    String csrf = asa.csrf("/account");
    for (Endpoint each : Endpoint.of(hub.server)) {
      boolean page = !each.isForPrograms() && each.method().equals("GET");
      boolean closed = !List.of("enter", "portal", "own-account").contains(each.act().word());
      if (page && closed) {
        assertThat(to(asa.get(each.absent()))).as(each.toString()).isEqualTo("/account");
      }
    }
    assertThat(asa.form("/tokens", Map.of("title", "x", "scope", "pull", "_csrf", csrf)).body())
        .doesNotContain("tenbin_");
    assertThat(asa.get("/account").body()).contains("asks everybody for a second factor");
    HttpResponse<String> begun =
        asa.form("/account/factor", Map.of("current", FakeHub.PASSWORD, "_csrf", csrf));
    Matcher found = SECRET.matcher(begun.body());
    assertThat(found.find()).isTrue();
    assertThat(to(asa.get("/network"))).as("begun is not made").isEqualTo("/account");
    String code = Authenticator.code(found.group(1), Fake.NOW);
    asa.form("/account/factor/confirm", Map.of("code", code, "_csrf", csrf));
    assertThat(asa.get("/network").statusCode()).isEqualTo(200);
    assertThat(asa.get("/account").body()).doesNotContain("asks everybody");
  }

  @Test
  void programs_and_a_circle_without_the_demand_are_not_touched() {
    person("shin");
    Caller shin = Caller.as(hub, "shin");
    assertThat(new Caller(hub).get("/api/v1/reports", hub.token(Fake.A)).statusCode())
        .isEqualTo(200);
    assertThat(to(shin.get("/network"))).isEqualTo("/account");
    demand(Factors.ONE);
    assertThat(shin.get("/network").statusCode()).isEqualTo(200);
    demand(Factors.TWO);
    assertThat(to(shin.get("/network"))).as("from the next request on").isEqualTo("/account");
    assertThat(shin.form("/sign-out", Map.of("_csrf", shin.csrf("/account"))).statusCode())
        .isEqualTo(302);
  }

  private static String through(String methods) {
    provider.methods = methods;
    Caller browser = new Caller(hub);
    String sent = to(ProviderSignInTest.begin(browser, "sso"));
    URI back = provider.signIn(URI.create(sent));
    String end = to(browser.get(back.getPath() + "?" + back.getRawQuery()));
    boolean in = browser.get("/network").statusCode() == 200;
    assertThat(in).as(end).isEqualTo(end.equals("/today"));
    return end;
  }

  @Test
  void a_provider_counts_when_it_says_that_it_asked_for_two() {
    Person one = person("jun");
    hub.signIn.identities.add(
        new Identity(provider.issuer().toString(), "s-jun", one.id(), "", Fake.NOW));
    provider.subject = "s-jun";
    assertThat(through("[\"pwd\"]")).isEqualTo("/sign-in?weak");
    assertThat(through("[\"pwd\",\"otp\",\"mfa\"]")).isEqualTo("/today");
    assertThat(new Caller(hub).get("/sign-in?weak").body()).contains("asked for two factors");
  }
}
