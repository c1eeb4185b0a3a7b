package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tenbin.nouns.member.MemberId;
import tenbin.web.signin.Scope;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The hub in numbers: who may read them, what they say, what the dashboard asks of them. */
class MetricsTest {
  private static final FakeHub HUB = FakeHub.shared();
  private static final Path DASHBOARD = Path.of("../docs/operations/dashboard.json");
  private static final Pattern NAME = Pattern.compile("tenbin_[a-z0-9_]+");
  private static final Pattern LINE =
      Pattern.compile("tenbin_[a-z0-9_]+(\\{[a-z]+=\"[^\"]*\"(,[a-z]+=\"[^\"]*\")*})? [0-9.E+-]+");

  private final Caller caller = new Caller(HUB);

  private static String token(MemberId member, Scope scope) {
    return HUB.tokens.mint(member, "test", EnumSet.of(scope), Duration.ofDays(1)).secret();
  }

  private String metrics() {
    caller.get("/api/v1/rows?most=1", HUB.token(Fake.A));
    HttpResponse<String> answer =
        caller.get("/api/v1/metrics", token(Fake.SECRETARIAT, Scope.METRICS));
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain")
        .contains("version=0.0.4");
    return answer.body();
  }

  @Test
  void only_a_token_of_the_secretariat_made_for_it_reads_them() {
    assertThat(caller.get("/api/v1/metrics").statusCode()).isEqualTo(401);
    assertThat(caller.get("/api/v1/metrics", token(Fake.A, Scope.METRICS)).statusCode())
        .isEqualTo(403);
    assertThat(caller.get("/api/v1/metrics", token(Fake.SECRETARIAT, Scope.PULL)).statusCode())
        .isEqualTo(403);
    assertThat(caller.get("/api/v1/rows", token(Fake.SECRETARIAT, Scope.METRICS)).statusCode())
        .as("it measures and reads nothing else")
        .isEqualTo(403);
  }

  @Test
  void every_line_is_of_the_format_and_says_what_the_hub_is_like() {
    List<String> lines = metrics().lines().filter(line -> !line.startsWith("#")).toList();
    assertThat(lines).hasSizeGreaterThan(30).allMatch(line -> LINE.matcher(line).matches());
    assertThat(lines)
        .contains(
            "tenbin_writer_up 0",
            "tenbin_dead_letters 1",
            "tenbin_queue_oldest_seconds 3600",
            "tenbin_delay_seconds{part=\"19-of-20\"} 61",
            "tenbin_doors_failing{kind=\"mailbox\"} 1",
            "tenbin_tables_refused 1")
        .anyMatch(line ->
            line.startsWith("tenbin_answer_seconds_count{method=\"GET\",path=\"/api/v1/rows\""));
  }

  @Test
  void a_histogram_counts_upwards_to_its_count() {
    String start = "tenbin_answer_seconds_";
    String labels = "method=\"GET\",path=\"/api/v1/rows\",status=\"2xx\"";
    List<String> lines = metrics().lines().toList();
    List<Long> buckets =
        lines.stream()
            .filter(line -> line.startsWith(start + "bucket{" + labels))
            .map(line -> Long.parseLong(line.substring(line.lastIndexOf(' ') + 1)))
            .toList();
    assertThat(buckets).hasSize(9).isSorted();
    assertThat(lines).contains(start + "count{" + labels + "} " + buckets.getLast());
  }

  @Test
  void nobody_is_named_and_nothing_is_counted_by_member() {
    Caller alpha = Caller.as(HUB, "alpha");
    alpha.get("/network?q=192.0.2.1");
    alpha.get("/no/such/page/" + Fake.A);
    String told = metrics();
    assertThat(told)
        .doesNotContain("alpha", "bravo", "ministry", "192.0.2", "198.51.100", "@")
        .contains("path=\"other\"");
  }

  @Test
  void the_dashboard_asks_for_what_there_is_and_shows_all_of_it() throws IOException {
    Set<String> there = new TreeSet<>();
    metrics()
        .lines()
        .filter(line -> line.startsWith("# TYPE "))
        .forEach(line -> there.add(line.split(" ", -1)[2]));
    JsonNode board = JsonMapper.shared().readTree(Files.readString(DASHBOARD));
    Set<String> asked = new TreeSet<>();
    Matcher found = NAME.matcher(board.toString());
    while (found.find()) {
      asked.add(found.group().replaceAll("_(bucket|count|sum)$", ""));
    }
    there.remove("tenbin_time_seconds"); // for whoever compares clocks
    assertThat(asked).isEqualTo(there);
    assertThat(board.path("panels").size()).isGreaterThan(20);
    board
        .path("panels")
        .forEach(panel ->
            assertThat(panel.path("targets").size())
                .as(panel.path("title").asString())
                .isPositive());
  }
}
