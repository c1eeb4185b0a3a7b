package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** My network over the real port: picture, coverage, map, a row's line, the screen as a file. */
class NetworkPagesTest {
  private static final FakeHub HUB = FakeHub.shared();
  private static final Pattern ROW = Pattern.compile("href=\"/network/([0-9a-f-]{36})\"");
  private static final Pattern ADDRESS =
      Pattern.compile("<span class=\"mono\">(192\\.0\\.2\\.\\d+)</span>");

  @Test
  void the_map_and_its_table_show_ones_own_space_and_nobody_elses() {
    String page = Caller.as(HUB, "alpha").get("/network/space").body();
    assertThat(page)
        .contains("192.0.2.0/24", "<g class=\"h5\">", "you and others", "1 / 1")
        .doesNotContain("198.51.100")
        .doesNotContain("sensor-in-the-cellar")
        .doesNotContain("<script>alert");
    assertThat(Caller.as(HUB, "bravo").speaking("ja").get("/network/space").body())
        .contains("198.51.100.0/24", "観測範囲")
        .doesNotContain("192.0.2.0/24");
    assertThat(Caller.as(HUB, "ministry").get("/network/space").body())
        .contains("You claim no range");
  }

  @Test
  void a_prefix_leads_from_the_map_to_its_rows_and_narrows_the_map() {
    Caller alpha = Caller.as(HUB, "alpha");
    assertThat(alpha.get("/network/space").body()).contains("q=192.0.2.0/24");
    assertThat(alpha.get("/network/space?q=198.51.100.0/24").body()).contains("You claim no range");
  }

  @Test
  void rows_come_in_the_order_that_the_reader_chose() {
    Caller alpha = Caller.as(HUB, "alpha");
    List<Integer> up = lastOctets(alpha.get("/network?order=about").body());
    assertThat(up).hasSizeGreaterThan(20).isSorted();
    assertThat(lastOctets(alpha.get("/network?order=-about").body()).reversed()).isSorted();
    assertThat(alpha.get("/network?order=-about").body())
        .contains("aria-sort=\"descending\"", "order=-about&amp;page=1");
    assertThat(alpha.get("/network?order=drop+table").statusCode()).isEqualTo(200);
  }

  private static List<Integer> lastOctets(String page) {
    return ADDRESS
        .matcher(page)
        .results()
        .map(found -> Integer.parseInt(found.group(1).substring(8)))
        .toList();
  }

  @Test
  void the_file_of_a_screen_has_its_rows_in_its_order_with_its_purpose() {
    Caller alpha = Caller.as(HUB, "alpha");
    List<Integer> screen = lastOctets(alpha.get("/network?order=about&page=1").body());
    HttpResponse<String> file = alpha.get("/network/download?format=screen&order=about&page=1");
    List<Integer> told =
        file.body()
            .lines()
            .skip(1)
            .map(line -> Integer.parseInt(line.split(",", -1)[3].replaceAll(".*\\.|\"", "")))
            .toList();
    assertThat(told).hasSize(50).isEqualTo(screen);
    assertThat(file.headers().firstValue("Tenbin-Purpose")).hasValue("P1 notify-affected-customer");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .contains("tenbin-7d-P1-screen.csv");
    assertThat(alpha.get("/network/download?format=screen").body().lines().count()).isEqualTo(201);
  }

  @Test
  void a_row_leads_to_the_line_of_the_ledger_under_which_it_was_shown() {
    Caller alpha = Caller.as(HUB, "alpha");
    Matcher found = ROW.matcher(alpha.get("/network?q=192.0.2.77").body());
    assertThat(found.find()).isTrue();
    String id = found.group(1);
    assertThat(alpha.get("/network/" + id + "/line").statusCode()).isEqualTo(404);
    HttpResponse<String> row = alpha.get("/network/" + id);
    String receipt = row.headers().firstValue("Tenbin-Receipt").orElseThrow();
    assertThat(row.body()).contains("/network/" + id + "/line");
    assertThat(alpha.get("/network/" + id + "/line").body())
        .contains(receipt, "/receipts/" + receipt + "/proof");
    assertThat(Caller.as(HUB, "bravo").get("/network/" + id + "/line").statusCode()).isEqualTo(404);
  }

  @Test
  void programs_get_what_the_pages_show() {
    String token = HUB.token(Fake.A);
    Caller caller = new Caller(HUB);
    assertThat(caller.get("/api/v1/network/space", token).body())
        .contains("\"prefix\":\"192.0.2.0/24\"", "\"you-and-others\":200")
        .doesNotContain("198.51.100");
    assertThat(caller.get("/api/v1/network/tally?range=30d", token).body())
        .contains("\"seconds\":86400", "\"class\":\"scanner\"");
    assertThat(caller.get("/api/v1/network/rows?most=3", token).body().lines()).hasSize(3);
    assertThat(caller.get("/api/v1/network/rows?most=0", token).statusCode()).isEqualTo(400);
    assertThat(caller.get("/api/v1/network/rows?format=none", token).statusCode()).isEqualTo(400);
  }
}
