package tenbin.hub.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script, or a program, over the real port. */
final class Caller {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  private final FakeHub hub;
  private final String base;
  private final CookieManager cookies = new CookieManager();
  private final HttpClient client =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private String language = "en";

  Caller(FakeHub hub) {
    this.hub = hub;
    this.base = "http://" + HubConfig.LOOPBACK + ":" + hub.server.port();
  }

  Caller speaking(String word) {
    language = word;
    return this;
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(base + path)).header("Accept-Language", language);
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
      Covered.check(hub, answer);
      return answer;
    } catch (IOException | InterruptedException failed) {
      throw new AssertionError("no answer", failed);
    }
  }

  HttpResponse<String> get(String path) {
    return send(to(path));
  }

  HttpResponse<String> get(String path, String token) {
    return send(to(path).header("Authorization", "Bearer " + token));
  }

  HttpResponse<String> form(String path, Map<String, String> fields) {
    String body =
        fields.entrySet().stream()
            .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        to(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  /** The token of the page's first form. */
  String csrf(String path) {
    Matcher found = CSRF.matcher(get(path).body());
    if (!found.find()) {
      throw new AssertionError("no form on " + path);
    }
    return found.group(1);
  }

  HttpResponse<String> signIn(String login, String password) {
    return form(
        "/sign-in", Map.of("username", login, "password", password, "_csrf", csrf("/sign-in")));
  }

  static Caller as(FakeHub hub, String login) {
    Caller caller = new Caller(hub);
    HttpResponse<String> answer = caller.signIn(login, FakeHub.PASSWORD);
    if (answer.statusCode() != 302
        || answer.headers().firstValue("Location").orElse("").contains("failed")) {
      throw new AssertionError("no sign-in: " + answer.statusCode() + answer.headers().map());
    }
    return caller;
  }

  /** The name of its session. */
  String session() {
    return cookies.getCookieStore().getCookies().stream()
        .filter(each -> each.getName().equals("tenbin"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }

  HttpClient client() {
    return client;
  }
}
