package tenbin.hub.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.security.web.webauthn.api.Bytes;
import org.springframework.security.web.webauthn.api.CredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutableCredentialRecord;
import org.springframework.security.web.webauthn.api.ImmutablePublicKeyCose;
import tenbin.nouns.report.Digest;
import tenbin.web.may.Act;
import tenbin.web.passkey.PersonHandle;
import tenbin.web.signin.Person;
import tenbin.web.signin.Scope;

/**
 * The owner's side of the matrix: every address that names something of alpha's, found by walking
 * alpha's pages, is answered to bravo exactly like the same address with something that never was.
 */
class OwnersTest {
  /** The group in which every member takes part: nothing there is alpha's. */
  private static final String EVERYBODYS = "/groups/assembly";

  private static final Pattern PLACE = Pattern.compile("(?:href|action|data-stream)=\"(/[^\"#?]+)");
  private static final Pattern CSRF =
      Pattern.compile("name=\"_csrf\" value=\"[^\"]+\"|csrf-token\" content=\"[^\"]+\"");

  /**
   * Every field that a form could want, so that it is refused for its owner and for nothing else.
   */
  private static final String FORM =
      "current=correct+horse+battery&state=checking&note=&change=pause&how=deleted&days=5&act=retry&office=reader&say=yes"
          + "&name=x&reason=x&why=x&prefix=192.0.2.0/28&from=2026-01-01&network=x&text=x&to=&day=2026-01-01"
          + "&heading=x&member=alpha&_csrf=";

  private static final String JSON =
      "{\"state\":\"checking\",\"how\":\"deleted\",\"text\":\"x\","
          + "\"day\":\"2026-01-01\",\"heading\":\"x\",\"member\":\"alpha\"}";

  /** What programs name by an id that a page shows: the page's address beside the program's. */
  private static final Map<String, String> SAME_ID =
      Map.of(
          "/api/v1/cases/{id}", "/cases/{id}",
          "/api/v1/ledger/receipts/{id}", "/receipts/{id}",
          "/api/v1/recalls/{id}", "/recalls/{id}",
          "/api/v1/reports/{digest}", "/reports/{digest}",
          "/api/v1/subscriptions/{id}", "/channels/{id}",
          "/api/v1/routes/{id}", "/routes/{id}",
          "/api/v1/groups/{id}", "/groups/{id}",
          "/api/v1/skills/{id}", "/skills/{id}");

  /** Where a test with a real hub says the same. */
  private static final Set<String> ELSEWHERE =
      Set.of(
          "/incidents/{id}", // PortalStoryTest
          // The secretariat's alone, 403 to everybody else whatever is named: MatrixTest.
          "/secretariat/newcomers/{id}/invite",
          "/secretariat/newcomers/{id}/withdraw",
          "/secretariat/newcomers/{id}/networks",
          "/api/v1/secretariat/newcomers/{id}",
          "/api/v1/secretariat/newcomers/{id}/invite",
          "/api/v1/secretariat/newcomers/{id}/networks");

  /** What is named there is the hub's own, and is nobody's. */
  private static final String NOBODYS = "/account/providers/";

  private static final String UNTIL =
      LocalDate.ofInstant(Fake.NOW, ZoneOffset.UTC).plusDays(30).toString();

  private static FakeHub hub;
  private static Caller alpha;
  private static Set<String> places;

  @BeforeAll
  static void start() throws IOException {
    hub = new FakeHub(false, 0);
    alpha = Caller.as(hub, "alpha");
    Caller.as(hub, "alpha");
    fill();
    places = walk();
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  /** Something of each kind that alpha can have. */
  private static void fill() {
    String csrf = alpha.csrf("/people");
    alpha.form("/people", Map.of("login", "alphas", "office", "reader", "_csrf", csrf));
    alpha.form(
        "/channels",
        Map.of(
            "channel", "webhook",
            "address", "https://alpha.example/in",
            "format", "json-lines",
            "when", "daily",
            "hour", "7",
            "rows", "100",
            "_csrf", csrf));
    hub.channels.kill(UUID.fromString(one("/channels", "/channels/([0-9a-f-]{36})\"")), "410 Gone");
    alpha.form(
        "/channels",
        Map.of(
            "channel", "webhook",
            "address", "https://alpha.example/in2",
            "format", "json-lines",
            "when", "daily",
            "hour", "7",
            "rows", "100",
            "_csrf", csrf));
    alpha.form(
        "/groups", Map.of("name", "Two", "purpose", "A router", "until", UNTIL, "_csrf", csrf));
    alpha.form("/skills", Map.of("what", "Korean", "_csrf", csrf));
    hub.signIn.passkeys.save(passkey(hub.people.active("alpha").orElseThrow()));
    hub.tokens.mint(Fake.A, "alpha's", EnumSet.of(Scope.PULL), Duration.ofDays(30));
    alpha.form("/customers", Map.of("name", "Shop", "mail", "it@shop.example", "_csrf", csrf));
    String customer = one("/customers", "/customers/([^/\"]+)/links");
    alpha.form("/customers/" + customer + "/links", Map.of("days", "30", "_csrf", csrf));
    String report = "timestamp,ip\n2026-11-21,192.0.2.7\n";
    alpha.send(
        alpha
            .to("/api/v1/reports/" + Digest.of(report.getBytes(UTF_8)) + "?name=day.csv")
            .header("Authorization", "Bearer " + hub.token(Fake.A))
            .header("Content-Range", "bytes 0-" + (report.length() - 1) + "/" + report.length())
            .PUT(BodyPublishers.ofString(report)));
    alpha.get("/api/v1/rows?most=3", hub.token(Fake.A));
  }

  private static CredentialRecord passkey(Person person) {
    return ImmutableCredentialRecord.builder()
        .credentialId(new Bytes("alpha's own passkey".getBytes(UTF_8)))
        .userEntityUserId(PersonHandle.of(person.id()))
        .publicKey(new ImmutablePublicKeyCose(new byte[] {1}))
        .label("laptop")
        .created(Fake.NOW)
        .lastUsed(Fake.NOW)
        .build();
  }

  private static String one(String page, String pattern) {
    Matcher found = Pattern.compile(pattern).matcher(alpha.get(page).body());
    assertThat(found.find()).as(page).isTrue();
    return found.group(1);
  }

  /** Everything that alpha's pages lead to. */
  private static Set<String> walk() {
    Set<String> all = new TreeSet<>();
    Deque<String> open =
        new ArrayDeque<>(List.of("/today", "/account", "/people", "/contacts", "/dead-letters"));
    Set<String> seen = new TreeSet<>(open);
    while (!open.isEmpty() && seen.size() < 400) {
      Matcher found = PLACE.matcher(alpha.get(open.remove()).body());
      while (found.find()) {
        String place = found.group(1);
        if (place.startsWith(EVERYBODYS)) {
          continue;
        }
        all.add(place);
        boolean page = !place.startsWith("/look") && !place.startsWith("/webjars");
        if (page && seen.add(place)) {
          open.add(place);
        }
      }
    }
    return all;
  }

  /** The address of something of alpha's at this endpoint. */
  private static Optional<String> alphas(Endpoint endpoint) {
    for (Map.Entry<String, String> each : SAME_ID.entrySet()) {
      if (endpoint.path().startsWith(each.getKey())) {
        String rest = endpoint.path().substring(each.getKey().length());
        return match(each.getValue())
            .map(found ->
                each.getKey().replaceAll("\\{[a-z]+}", found) + rest.replace("{change}", "pause"));
      }
    }
    Pattern whole = Pattern.compile(pattern(endpoint.path()));
    return places.stream()
        .filter(each -> whole.matcher(each).matches())
        .findFirst()
        .or(() -> beside(endpoint))
        .or(() -> ofThePage(endpoint));
  }

  /** Where a page's form of the same name leads. */
  private static Optional<String> ofThePage(Endpoint endpoint) {
    String api = "/api/v1";
    Pattern whole = Pattern.compile(pattern(endpoint.path().replaceFirst("^" + api, "")));
    return places.stream()
        .filter(each -> whole.matcher(each).matches())
        .findFirst()
        .map(api::concat)
        .filter(each -> endpoint.isForPrograms());
  }

  /** The same thing's name, read where another button of it leads. */
  private static Optional<String> beside(Endpoint endpoint) {
    String start = endpoint.path().substring(0, endpoint.path().indexOf('}') + 1);
    String rest = endpoint.path().substring(start.length());
    return match(start)
        .map(found -> start.replaceAll("\\{[a-z]+}", found) + rest)
        .filter(each -> !each.contains("{"));
  }

  private static String pattern(String path) {
    return path.replace("{digest}", "([0-9a-f]{64})")
        .replaceAll("\\{[a-z]+}", "([0-9a-zA-Z_-]{5,})");
  }

  private static Optional<String> match(String path) {
    Pattern begins = Pattern.compile(pattern(path) + "(/.*)?");
    return places.stream()
        .map(begins::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1))
        .findFirst();
  }

  private static HttpResponse<String> call(
      Caller caller, String key, Endpoint endpoint, String path) {
    HttpRequest.Builder request = caller.to(path);
    if (endpoint.isForPrograms()) {
      request.header("Authorization", "Bearer " + key).header("Content-Type", "application/json");
    } else {
      request.header("Content-Type", "application/x-www-form-urlencoded");
    }
    if (endpoint.changes()) {
      String body = endpoint.isForPrograms() ? JSON : FORM + key;
      request.method(endpoint.method(), BodyPublishers.ofString(body));
    }
    return caller.send(request);
  }

  private static String plain(HttpResponse<String> answer, String path) {
    String body = CSRF.matcher(answer.body()).replaceAll("");
    for (String part : path.split("/", -1)) {
      if (part.length() >= 12) {
        body = body.replace(part, "ID");
      }
    }
    return answer.statusCode() + " " + body;
  }

  /** What has buttons of its own; what left grows with every look. */
  private static Set<String> things(Set<String> all) {
    return all.stream()
        .filter(each -> each.matches("/(people|channels|customers|tokens|account)/.*"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void what_is_anothers_looks_like_what_never_was_at_every_address() {
    Caller bravo = Caller.as(hub, "bravo");
    String form = bravo.csrf("/people");
    String token = hub.token(Fake.B);
    List<String> wrong = new ArrayList<>();
    int looked = 0;
    for (Endpoint endpoint : Endpoint.of(hub.server)) {
      boolean named = endpoint.path().contains("{") && endpoint.act() != Act.PORTAL;
      named &= endpoint.act() != Act.ENTER && !endpoint.path().startsWith(NOBODYS);
      boolean made = endpoint.act() == Act.DEMO || endpoint.method().equals("PUT");
      made |= ELSEWHERE.contains(endpoint.path());
      if (!named || made) {
        continue;
      }
      String key = endpoint.isForPrograms() ? token : form;
      Optional<String> path = alphas(endpoint);
      if (path.isEmpty()) {
        wrong.add(endpoint + ": alpha has nothing there");
        continue;
      }
      looked++;
      String foreign = plain(call(bravo, key, endpoint, path.get()), path.get());
      String absent = plain(call(bravo, key, endpoint, endpoint.absent()), endpoint.absent());
      boolean away = foreign.startsWith("404") || foreign.startsWith("302");
      if (!away || !foreign.equals(absent)) {
        wrong.add(endpoint + " of " + path.get() + ": " + foreign + "\nbut\n" + absent);
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(looked).isGreaterThan(33);
    assertThat(things(walk())).as("nothing of alpha's was changed").isEqualTo(things(places));
    assertThat(hub.tokens.of(Fake.A)).allMatch(each -> each.holdsAt(Fake.NOW));
    assertThat(hub.people.of(Fake.A)).allMatch(Person::isActive);
  }
}
