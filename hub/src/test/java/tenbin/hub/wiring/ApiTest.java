package tenbin.hub.wiring;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.report.Digest;
import tenbin.web.signin.Scope;
import tenbin.web.signin.Tokens;

/** What programs do: send, resume, pull, listen. */
class ApiTest {
  private static final FakeHub HUB = FakeHub.shared();
  private static final String ALPHA = HUB.token(Fake.A);
  private static final String OFFICE = HUB.token(Fake.SECRETARIAT);

  private final Caller caller = new Caller(HUB);

  private HttpResponse<String> put(Digest digest, String range, String bytes) {
    return caller.send(
        caller
            .to("/api/v1/reports/" + digest + "?name=day.csv&marking=TLP:GREEN")
            .header("Authorization", "Bearer " + ALPHA)
            .header("Content-Range", range)
            .PUT(BodyPublishers.ofString(bytes)));
  }

  @Test
  void an_upload_goes_on_where_its_durable_bytes_end() {
    String whole = "timestamp,ip\n2026-11-21,192.0.2.7\n";
    Digest digest = Digest.of(whole.getBytes(UTF_8));
    int size = whole.length();
    assertThat(caller.get("/api/v1/reports/" + digest, ALPHA).statusCode()).isEqualTo(404);
    HttpResponse<String> first = put(digest, "bytes 0-9/" + size, whole.substring(0, 10));
    assertThat(first.statusCode()).isEqualTo(202);
    HttpResponse<String> wrong = put(digest, "bytes 20-29/" + size, whole.substring(20, 30));
    assertThat(wrong.statusCode()).isEqualTo(409);
    assertThat(wrong.headers().firstValue("Upload-Offset")).hasValue("10");
    HttpResponse<String> head =
        caller.send(
            caller
                .to("/api/v1/reports/" + digest)
                .header("Authorization", "Bearer " + ALPHA)
                .method("HEAD", BodyPublishers.noBody()));
    assertThat(head.headers().firstValue("Upload-Offset")).hasValue("10");
    assertThat(head.headers().firstValue("Upload-Complete")).hasValue("?0");
    HttpResponse<String> rest =
        put(digest, "bytes 10-" + (size - 1) + "/" + size, whole.substring(10));
    assertThat(rest.statusCode()).isEqualTo(201);
    assertThat(rest.headers().firstValue("Upload-Complete")).hasValue("?1");
    assertThat(put(digest, "bytes 0-" + (size - 1) + "/" + size, whole).statusCode())
        .isEqualTo(200);
    assertThat(caller.get("/api/v1/reports/" + digest, ALPHA).body())
        .contains("\"state\":\"read\"");
  }

  @Test
  void bytes_that_are_not_those_announced_are_refused() {
    Digest digest = Digest.of("something else".getBytes(UTF_8));
    HttpResponse<String> answer = put(digest, "bytes 0-3/4", "evil");
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("wrong-digest");
  }

  @Test
  void a_hub_that_can_vouch_for_nothing_says_when_to_come_again() {
    HttpResponse<String> answer =
        caller.send(
            caller
                .to("/api/v1/reports?feed=" + FakeReports.NOT_NOW)
                .header("Authorization", "Bearer " + ALPHA)
                .POST(BodyPublishers.ofString("a report")));
    assertThat(answer.statusCode()).isEqualTo(503);
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("not-now");
  }

  @Test
  void the_health_of_the_hub_is_told_to_the_secretariat_alone() {
    HttpResponse<String> office = caller.get("/api/v1/secretariat/health", OFFICE);
    assertThat(office.body()).contains("reading").contains("1 set aside").contains("false");
    assertThat(caller.get("/api/v1/secretariat/health", ALPHA).statusCode()).isEqualTo(403);
  }

  @Test
  void a_pull_gives_every_row_once_over_its_cursors() {
    Set<String> ids = new HashSet<>();
    String cursor = "";
    int rows = 0;
    boolean more = true;
    while (more) {
      HttpResponse<String> answer = caller.get("/api/v1/rows?most=33&after=" + cursor, ALPHA);
      assertThat(answer.headers().firstValue("Tenbin-Receipt")).isPresent();
      for (String line : answer.body().lines().toList()) {
        ids.add(line);
        rows++;
      }
      cursor = answer.headers().firstValue("Tenbin-Cursor").orElseThrow();
      more = Boolean.parseBoolean(answer.headers().firstValue("Tenbin-More").orElseThrow());
    }
    assertThat(rows).isGreaterThanOrEqualTo(200).isEqualTo(ids.size());
  }

  @Test
  void what_cannot_be_read_is_a_problem_with_its_reason() {
    assertThat(caller.get("/api/v1/rows?purpose=advertising", ALPHA).body())
        .contains("unknown-purpose");
    assertThat(caller.get("/api/v1/rows?format=xls", ALPHA).body()).contains("unknown-format");
    assertThat(caller.get("/api/v1/rows?most=0", ALPHA).statusCode()).isEqualTo(400);
    assertThat(caller.get("/api/v1/rows?most=many", ALPHA).statusCode()).isEqualTo(400);
    assertThat(caller.get("/api/v1/reports/xyz", ALPHA).statusCode()).isEqualTo(400);
    HttpResponse<String> nothing = caller.get("/api/v1/nothing", ALPHA);
    assertThat(nothing.statusCode()).isEqualTo(404);
    assertThat(nothing.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(caller.get("/api/v1/secretariat/conflicts", ALPHA).statusCode()).isEqualTo(403);
    assertThat(caller.get("/api/v1/secretariat/conflicts", OFFICE).statusCode()).isNotEqualTo(403);
  }

  @Test
  @Timeout(20)
  void a_stream_resumes_after_its_last_event_and_ends_with_the_token() throws Exception {
    Tokens.Minted minted =
        HUB.tokens.mint(Fake.B, "stream", EnumSet.of(Scope.PULL), Duration.ofDays(1));
    String last;
    try (InputStream stream = open(minted.secret(), "")) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
      last = idOfNextEvent(lines);
      assertThat(last).isNotEmpty();
    }
    try (InputStream stream = open(minted.secret(), last)) {
      BufferedReader lines = new BufferedReader(new InputStreamReader(stream, UTF_8));
      HUB.deliveries.add(
          Fake.row(Fake.B, "198.51.100.200", Fake.NOW.minusSeconds(5), Rsit.SCANNER, "new"));
      StringBuilder event = new StringBuilder();
      for (String line = lines.readLine();
          !line.isEmpty() || event.isEmpty();
          line = lines.readLine()) {
        if (!line.startsWith(":")) {
          event.append(line).append('\n');
        }
      }
      assertThat(event.toString().lines().filter(line -> line.startsWith("data: "))).hasSize(1);
      assertThat(event).contains("198.51.100.200");
      HUB.tokens.revoke(Fake.B, minted.token().id());
      String rest = new String(stream.readAllBytes(), UTF_8);
      assertThat(rest).contains("event: end");
    }
  }

  private InputStream open(String secret, String last) throws IOException, InterruptedException {
    return caller
        .client()
        .send(
            caller
                .to("/api/v1/rows/stream?after=" + last)
                .header("Authorization", "Bearer " + secret)
                .build(),
            BodyHandlers.ofInputStream())
        .body();
  }

  private static String idOfNextEvent(BufferedReader lines) throws IOException {
    String id = "";
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      if (line.startsWith("id: ")) {
        id = line.substring("id: ".length());
      }
      if (line.isEmpty() && !id.isEmpty()) {
        return id;
      }
    }
    return id;
  }
}
