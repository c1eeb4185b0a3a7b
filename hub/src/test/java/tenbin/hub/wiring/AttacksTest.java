package tenbin.hub.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tenbin.web.signin.Person;

/**
 * Attacks on every handler that the server has, found by asking it: whatever a handler takes is
 * sent to it with each thing that an attacker would write there.
 */
class AttacksTest {
  private static final String RUN = "\"'><xss7 onload=alert(7)>{{7*7}}${7*7}__${7*7}__::.x";
  private static final String LINES = "x\r\nX-Evil: 7\r\n\r\n<xss7>";

  /** Where a redirect could lead that is not this host. */
  private static final List<String> AWAY =
      List.of(
          "//evil.example/",
          "https://evil.example/",
          "/\\evil.example/",
          "\\\\evil.example/",
          "/\t/evil.example/",
          "javascript:alert(7)",
          "https:evil.example");

  /** So many are tried at every handler, the rest where a handler is meant to lead back. */
  private static final int SWEPT = 3;

  /** These end what the test goes by; others try them. */
  private static final Set<String> ENDING =
      Set.of("POST /sign-out", "POST /account/seats/end-others");

  private static FakeHub hub;

  @BeforeAll
  static void start() throws IOException {
    hub = new FakeHub(false, 0);
  }

  @AfterAll
  static void stop() {
    hub.close();
  }

  /** A handler with the names of all that it takes. */
  private record Handler(Endpoint endpoint, List<String> names, HandlerMethod method) {}

  private static List<Handler> handlers() {
    List<Handler> all = new ArrayList<>();
    List<Endpoint> endpoints = Endpoint.of(hub.server);
    hub.server
        .context()
        .getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach((info, method) ->
            endpoints.stream()
                .filter(each ->
                    info.getPatternValues().contains(each.path())
                        && (info.getMethodsCondition().getMethods().isEmpty()
                            || info.getMethodsCondition().getMethods().stream()
                                .anyMatch(one -> one.name().equals(each.method()))))
                .forEach(each -> all.add(new Handler(each, names(method), method))));
    return all;
  }

  private static List<String> names(HandlerMethod method) {
    Stream<String> bound =
        Arrays.stream(method.getMethodParameters())
            .filter(each -> each.hasParameterAnnotation(ModelAttribute.class))
            .flatMap(each -> Arrays.stream(each.getParameterType().getRecordComponents()))
            .map(RecordComponent::getName);
    Stream<String> named =
        Arrays.stream(method.getMethodParameters())
            .map(each -> Optional.ofNullable(each.getParameterAnnotation(RequestParam.class)))
            .flatMap(Optional::stream)
            .map(each -> each.name().isEmpty() ? each.value() : each.name())
            .filter(each -> !each.isEmpty());
    return Stream.concat(bound, named).toList();
  }

  private static String form(List<String> names, String value, String csrf) {
    String fields =
        names.stream()
            .map(each -> each + "=" + URLEncoder.encode(value, UTF_8))
            .collect(Collectors.joining("&"));
    return csrf.isEmpty() ? fields : fields + "&_csrf=" + URLEncoder.encode(csrf, UTF_8);
  }

  private static HttpResponse<String> send(Caller caller, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return caller.client().send(request.build(), BodyHandlers.ofString());
  }

  private static HttpRequest.Builder request(
      Caller caller, Handler handler, String value, String csrf, String token) {
    Endpoint endpoint = handler.endpoint();
    String query = form(handler.names(), value, "");
    boolean form = endpoint.changes() && !endpoint.isForPrograms();
    String path = endpoint.absent() + (form || query.isEmpty() ? "" : "?" + query);
    HttpRequest.Builder request = caller.to(path);
    if (endpoint.isForPrograms()) {
      request.header("Authorization", "Bearer " + token);
    }
    if (form) {
      request
          .header("Content-Type", "application/x-www-form-urlencoded")
          .method(endpoint.method(), BodyPublishers.ofString(form(handler.names(), value, csrf)));
    } else if (endpoint.changes()) {
      request
          .header("Content-Type", "application/json")
          .method(endpoint.method(), BodyPublishers.ofString("{\"note\":\"" + "x" + "\"}"));
    }
    return request;
  }

  private interface Look {
    void at(Handler handler, HttpResponse<String> answer);
  }

  /** Every handler but streams and what ends this very session, by somebody with every office. */
  private static int everywhere(String value, Look look) throws IOException, InterruptedException {
    String login = "attacker" + hub.people.everybody().size();
    hub.people.add(Fake.SECRETARIAT, login, FakeHub.PASSWORD);
    Caller caller = Caller.as(hub, login);
    String csrf = caller.csrf("/account");
    String token = hub.token(Fake.SECRETARIAT);
    int looked = 0;
    for (Handler each : handlers()) {
      boolean skipped =
          each.endpoint().path().endsWith("/stream") && !each.endpoint().changes()
              || ENDING.contains(each.endpoint().toString())
              || AWAY.contains(value) && each.names().contains("current");
      if (!skipped) {
        look.at(each, send(caller, request(caller, each, value, csrf, token)));
        looked++;
      }
    }
    return looked;
  }

  private static boolean isPage(HttpResponse<String> answer) {
    return answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
  }

  @Test
  void whatever_a_handler_is_told_comes_back_as_text_and_never_as_a_page_or_a_header()
      throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    for (String value : List.of(RUN, LINES)) {
      int looked =
          everywhere(
              value,
              (handler, answer) -> {
                boolean runs =
                    isPage(answer)
                        && (answer.body().contains("<xss7") || answer.body().contains("49__"));
                boolean header = answer.headers().map().containsKey("x-evil");
                if (runs || header || answer.statusCode() >= 500) {
                  wrong.add(handler.endpoint() + ": " + answer.statusCode());
                }
              });
      assertThat(looked).isGreaterThan(150);
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void nothing_that_a_handler_is_told_sends_a_browser_away()
      throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    Predicate<String> stays =
        to ->
            to.matches("/([^/\\\\].*)?")
                || to.startsWith("http://127.0.0.1:" + hub.server.port() + "/");
    for (String value : AWAY.subList(0, SWEPT)) {
      everywhere(
          value,
          (handler, answer) ->
              answer
                  .headers()
                  .firstValue("Location")
                  .filter(stays.negate())
                  .ifPresent(to -> wrong.add(handler.endpoint() + ": " + to)));
    }
    assertThat(wrong).isEmpty();
    Caller caller = new Caller(hub);
    for (String value : AWAY) {
      Map<String, String> chosen =
          Map.of("to", "ja", "back", value, "_csrf", caller.csrf("/sign-in"));
      assertThat(caller.form("/language", chosen).headers().firstValue("Location"))
          .as(value)
          .hasValue("/");
    }
  }

  @Test
  void a_page_that_was_wanted_before_signing_in_is_one_of_this_host()
      throws IOException, InterruptedException {
    Caller caller = new Caller(hub);
    HttpRequest.Builder wanted =
        caller
            .to("/network?x=1")
            .header("X-Forwarded-Host", "evil.example")
            .header("Forwarded", "host=evil.example");
    send(caller, wanted);
    HttpResponse<String> in = caller.signIn("alpha", FakeHub.PASSWORD);
    assertThat(in.headers().firstValue("Location").orElse(""))
        .doesNotContain("evil.example")
        .contains("/network?x=1");
  }

  @Test
  void no_answer_can_be_framed_sniffed_or_led_elsewhere() throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    everywhere(
        "x",
        (handler, answer) -> {
          String policy = answer.headers().firstValue("Content-Security-Policy").orElse("");
          boolean good =
              policy.contains("frame-ancestors 'none'")
                  && policy.contains("default-src 'self'")
                  && policy.contains("base-uri 'none'")
                  && policy.contains("form-action 'self'")
                  && !policy.contains("unsafe")
                  && answer.headers().firstValue("X-Frame-Options").orElse("").equals("DENY")
                  && answer
                      .headers()
                      .firstValue("X-Content-Type-Options")
                      .orElse("")
                      .equals("nosniff");
          if (!good) {
            wrong.add(handler.endpoint() + ": " + answer.headers().map());
          }
        });
    assertThat(wrong).isEmpty();
  }

  @Test
  void no_handler_fills_an_object_from_whatever_a_form_says() {
    List<String> wrong = new ArrayList<>();
    for (Handler each : handlers()) {
      for (var parameter : each.method().getMethodParameters()) {
        boolean plain =
            parameter.getParameterAnnotations().length > 0
                || parameter.getParameterType().getName().startsWith("jakarta.servlet.")
                || Set.of("org.springframework.ui.Model", "java.util.Locale")
                    .contains(parameter.getParameterType().getName());
        boolean nested =
            parameter.hasParameterAnnotation(ModelAttribute.class)
                && !isFlat(parameter.getParameterType());
        if (!plain || nested) {
          wrong.add(each.endpoint() + " takes " + parameter.getParameterType());
        }
      }
    }
    assertThat(wrong).isEmpty();
  }

  /** A record of texts and numbers of its own: nothing of ours can be reached through it. */
  private static boolean isFlat(Class<?> kind) {
    return kind.isRecord()
        && Arrays.stream(kind.getRecordComponents())
            .allMatch(each -> each.getType().isPrimitive() || each.getType() == String.class);
  }

  @Test
  void what_a_form_was_not_asked_for_changes_nothing() {
    Caller bravo = Caller.as(hub, "bravo");
    String csrf = bravo.csrf("/people");
    Person alpha = hub.people.active("alpha").orElseThrow();
    Set<String> before = logins();
    bravo.form(
        "/people",
        Map.of(
            "login",
            "massaged",
            "office",
            "reader",
            "member",
            "alpha",
            "memberText",
            "alpha",
            "id",
            alpha.id().toString(),
            "visitor.memberText",
            "alpha",
            "person.member",
            "alpha",
            "endedAt",
            "",
            "_csrf",
            csrf));
    Set<String> after = logins();
    after.removeAll(before);
    assertThat(after).containsExactly("massaged@bravo");
    bravo.form(
        "/tokens",
        Map.of(
            "title",
            "massaged",
            "scope",
            "pull",
            "member",
            "alpha",
            "token.member",
            "alpha",
            "expiresAt",
            "2099-01-01T00:00:00Z",
            "_csrf",
            csrf));
    assertThat(hub.tokens.of(Fake.A)).noneMatch(each -> each.title().equals("massaged"));
    assertThat(hub.tokens.of(Fake.B)).anyMatch(each -> each.title().equals("massaged"));
  }

  private static Set<String> logins() {
    return hub.people.everybody().stream()
        .map(Person::login)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void a_webhook_to_anywhere_inside_is_refused_however_it_is_written() {
    Caller alpha = Caller.as(hub, "alpha");
    String csrf = alpha.csrf("/channels");
    for (String inside :
        List.of(
            "https://127.0.0.1/",
            "https://localhost/",
            "https://[::1]/",
            "https://[::]/",
            "https://0.0.0.0/",
            "https://10.0.0.1/",
            "https://172.16.0.1/",
            "https://192.168.0.1/",
            "https://169.254.169.254/latest/meta-data",
            "https://[fd00:ec2::254]/",
            "https://100.100.100.200/",
            "https://192.0.0.192/",
            "https://[::ffff:127.0.0.1]/",
            "https://[::ffff:a9fe:a9fe]/",
            "https://[::ffff:0:10.0.0.1]/",
            "https://[::10.0.0.1]/",
            "https://[64:ff9b::a9fe:a9fe]/",
            "https://[64:ff9b:1::a00:1]/",
            "https://[2002:7f00:1::]/",
            "https://[fec0::1]/",
            "https://[fe80::5efe:10.0.0.1]/",
            "https://198.18.0.1/",
            "https://240.0.0.1/",
            "https://2130706433/",
            "https://0x7f000001/",
            "https://0x7f.1/",
            "https://0177.0.0.1/",
            "https://127.1/",
            "https://①②⑦.⓪.⓪.①/",
            "https://127。0。0。1/",
            "https://localhost./",
            "https://LOCALHOST/",
            "https://127.0.0.1.:443/",
            "https://a@127.0.0.1/",
            "http://8.8.8.8/",
            "https://8.8.8.8:22/",
            "gopher://8.8.8.8/",
            "file:///etc/passwd",
            "https://8.8.8.8/\r\nHost: x",
            "https://8.8.8.8\\@127.0.0.1/")) {
      HttpResponse<String> answer =
          alpha.form(
              "/channels",
              Map.of(
                  "channel",
                  "webhook",
                  "address",
                  inside,
                  "format",
                  "json-lines",
                  "when",
                  "daily",
                  "hour",
                  "7",
                  "rows",
                  "100",
                  "_csrf",
                  csrf));
      assertThat(answer.statusCode()).as(inside).isLessThan(500);
      assertThat(alpha.get("/channels").body())
          .as(inside)
          .doesNotContainPattern("/channels/[0-9a-f-]{36}\"");
    }
  }

  @Test
  void an_origin_that_is_not_ours_may_read_nothing() throws IOException, InterruptedException {
    Caller caller = new Caller(hub);
    HttpResponse<String> answer =
        send(caller, caller.to("/api/v1/about").header("Origin", "https://evil.example"));
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
  }
}
