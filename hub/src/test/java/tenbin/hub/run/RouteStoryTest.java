package tenbin.hub.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.roster.CircleFile;

/**
 * Cases 16 and 17 of the balance in a running hub with its own database and ledger, and what an
 * insider could try: three incidents of the demo's circle, seen by two members' routers.
 */
class RouteStoryTest {
  private static final Pattern INCIDENT = Pattern.compile("/routes/([0-9a-f]{8}-[0-9a-f-]{27})");
  private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

  /** The ASes, addresses and names of those whose routers saw it. */
  private static final String[] REPORTERS = {
    "member:aozora", "member:tsubame", "AS64496", "AS64502", "AS64505", "AS64506", "192.0.2."
  };

  @TempDir private static Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static RunningHub hub;

  /** What a bystander got before anything happened: path to body. */
  private static final Map<String, String> BEFORE = new TreeMap<>();

  @BeforeAll
  static void open() throws IOException {
    Path circle = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
    Path policy = Files.createDirectories(folder.resolve("policy"));
    Files.writeString(policy.resolve(PolicyFile.demo().name()), PolicyFile.demo().text());
    hub =
        RunningHub.start(
            new HubStart(
                    folder.resolve("hub"),
                    Optional.empty(),
                    Optional.of(circle),
                    "127.0.0.1",
                    0,
                    true,
                    false,
                    Clock.systemUTC())
                .withPolicy(Optional.of(policy))
                .withRoutes(DemoRoutes.SETTINGS));
    Reader bystander = new Reader("yamabiko");
    for (String path : bystandersPaths()) {
      BEFORE.put(path, bystander.bare(path));
    }
    DemoRoutes.into(hub.routes(), Instant.now());
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static List<String> bystandersPaths() {
    return List.of(
        "/routes?order=&filter=",
        "/routes?order=-prefixes&filter=126.90",
        "/routes/mine",
        "/routes/look?prefix=126.90.0.0/16&at=2026-01-01T00:00:00Z",
        "/routes/00000000-0000-8000-8000-000000000001");
  }

  /** Somebody of a member with a browser. */
  private static final class Reader {
    private final HttpClient client =
        HttpClient.newBuilder().cookieHandler(new CookieManager()).build();

    Reader(String member) {
      String csrf = found(CSRF, get("/").body());
      String form = "_csrf=" + URLEncoder.encode(csrf, UTF_8) + "&who=" + member;
      send(
          to("/demo/look-as")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString(form)));
    }

    private static HttpRequest.Builder to(String path) {
      return HttpRequest.newBuilder(URI.create(hub.address() + path.substring(1)))
          .header("Accept-Language", "en");
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
      try {
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      } catch (IOException | InterruptedException failed) {
        throw new AssertionError("no answer", failed);
      }
    }

    HttpResponse<String> get(String path) {
      return send(to(path));
    }

    /** What a page says without what is made anew for each. */
    String bare(String path) {
      HttpResponse<String> answer = get(path);
      return answer.statusCode()
          + answer
              .body()
              .replaceAll("_csrf\" value=\"[^\"]+\"|csrf-token\" content=\"[^\"]+\"", "")
              .replaceAll("data-session-[a-z]+=\"[0-9]+\"", "")
              .replaceAll("20[0-9]{2}-[0-9]{2}-[0-9]{2}[T ][0-9:.]+Z?( [A-Z]+)?", "")
              .replaceAll("[0-9]{2}:[0-9]{2} UTC", "");
    }

    List<String> incidents() {
      List<String> all = new ArrayList<>();
      INCIDENT.matcher(get("/routes").body()).results().forEach(each -> all.add(each.group(1)));
      return all.stream().distinct().toList();
    }
  }

  private static String found(Pattern pattern, String text) {
    Matcher found = pattern.matcher(text);
    assertThat(found.find()).as(pattern.pattern()).isTrue();
    return found.group(1);
  }

  @Test
  void whose_prefixes_they_are_and_the_group_see_them_without_who_saw_them() {
    for (String member : List.of("kogane", "hayate", "minato", "secretariat")) {
      Reader reader = new Reader(member);
      assertThat(reader.incidents()).as(member).isNotEmpty();
      for (String id : reader.incidents()) {
        for (String path :
            List.of("", "/prefixes?format=csv", "/prefixes?format=json", "/report")) {
          HttpResponse<String> answer = reader.get("/routes/" + id + path);
          assertThat(answer.statusCode()).isEqualTo(200);
          assertThat(answer.headers().firstValue("Tenbin-Receipt")).as(path).isPresent();
          String body = answer.body().replace("aozora.example", "");
          // Of Hayate's mismatch the registry names Aozora's AS, who saw it or not.
          if (!body.contains("126.116.")) {
            assertThat(body).as(member + path).doesNotContain(REPORTERS);
          }
        }
      }
    }
  }

  @Test
  void whom_nothing_concerns_gets_the_same_bytes_as_if_nothing_had_happened() {
    Reader bystander = new Reader("yamabiko");
    BEFORE.forEach((path, body) -> assertThat(bystander.bare(path)).as(path).isEqualTo(body));
    for (String id : new Reader("kogane").incidents()) {
      for (String rest : List.of("", "/prefixes", "/report")) {
        assertThat(bystander.bare("/routes/" + id + rest))
            .isEqualTo(bystander.bare("/routes/00000000-0000-8000-8000-000000000009" + rest));
      }
    }
  }

  @Test
  void whose_router_it_was_sees_its_own_paths_and_no_other_routers() {
    Reader tsubame = new Reader("tsubame");
    assertThat(tsubame.incidents()).hasSize(3);
    for (String id : tsubame.incidents()) {
      String page = tsubame.get("/routes/" + id).body();
      assertThat(page)
          .contains("64502 ", "What your own routers saw")
          .doesNotContain("64505", "64506 ", "member:aozora", "vrp-invalid");
    }
  }

  @Test
  void two_members_cannot_compare_by_ids() {
    assertThat(new Reader("kogane").incidents())
        .doesNotContainAnyElementsOf(new Reader("hayate").incidents());
  }

  @Test
  void every_receipt_of_a_page_is_a_line_of_the_ledger() throws SQLException {
    Reader kogane = new Reader("kogane");
    long before = lines();
    HttpResponse<String> page = kogane.get("/routes/" + kogane.incidents().getFirst());
    assertThat(page.headers().firstValue("Tenbin-Receipt")).isPresent();
    assertThat(lines()).as("the list twice, the page once").isGreaterThanOrEqualTo(before + 2);
  }

  private static long lines() throws SQLException {
    try (var connection = hub.dataSource().getConnection();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("select count(*) from ledger")) {
      row.next();
      return row.getLong(1);
    }
  }
}
