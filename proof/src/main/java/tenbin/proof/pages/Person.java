package tenbin.proof.pages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody with a browser who looks at the demo as a member. One thread. */
final class Person {
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Pattern TOTAL =
      Pattern.compile("<p class=\"figure\"><span>([0-9,]+)</span>");

  /** Longer than anybody waits. */
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final HttpClient client;
  private final String base;
  private final String member;
  private final Map<String, String> cookies = new TreeMap<>();

  Person(HttpClient client, String base, String member) {
    this.client = client;
    this.base = base.substring(0, base.length() - 1);
    this.member = member;
  }

  String member() {
    return member;
  }

  /** What came back. */
  record Answer(int status, String body, long nanos) {
    /** The number of rows that a page with a picture shows. */
    Optional<Long> total() {
      Matcher found = TOTAL.matcher(body);
      return found.find()
          ? Optional.of(Long.parseLong(found.group(1).replace(",", "")))
          : Optional.empty();
    }
  }

  /** Takes the member's seat in the demo. */
  void sitDown() throws IOException, InterruptedException {
    Answer start = get("/");
    Matcher token = CSRF.matcher(start.body);
    if (!token.find()) {
      throw new IOException("the demo's first page has no form: " + start.status);
    }
    String form = "who=" + member + "&_csrf=" + URLEncoder.encode(token.group(1), UTF_8);
    Answer answer =
        send(
            request("/demo/look-as")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    if (answer.status != 302) {
      throw new IOException("no seat for " + member + ": " + answer.status);
    }
  }

  Answer get(String path) throws IOException, InterruptedException {
    return send(request(path));
  }

  private HttpRequest.Builder request(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(PATIENCE)
            .header("Accept-Language", "en");
    if (!cookies.isEmpty()) {
      StringBuilder all = new StringBuilder();
      cookies.forEach((name, value) ->
          all.append(all.isEmpty() ? "" : "; ").append(name).append('=').append(value));
      request.header("Cookie", all.toString());
    }
    return request;
  }

  private Answer send(HttpRequest.Builder request) throws IOException, InterruptedException {
    long began = System.nanoTime();
    HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString());
    long took = System.nanoTime() - began;
    for (String each : answer.headers().allValues("Set-Cookie")) {
      String pair = each.split(";", 2)[0];
      int equals = pair.indexOf('=');
      cookies.put(pair.substring(0, equals), pair.substring(equals + 1));
    }
    return new Answer(answer.statusCode(), answer.body(), took);
  }
}
