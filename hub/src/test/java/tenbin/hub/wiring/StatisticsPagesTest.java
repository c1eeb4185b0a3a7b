package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Published numbers over the real port: who reads which, as a page, a file and JSON. */
class StatisticsPagesTest {
  private static final FakeHub HUB = FakeHub.shared();
  private static final String DAYS = "?from=2026-11-10&to=2026-11-19";

  @Test
  void member_reads_numbers_and_its_own_networks_and_the_file_has_what_the_page_shows() {
    Caller alpha = Caller.as(HUB, "alpha");
    String page = alpha.get("/statistics" + DAYS).body();
    assertThat(page)
        .contains("1,234", "321", "913", "AS64501", "Finance", "the other sectors together")
        .contains("all other classes", "1 days of this choice");
    HttpResponse<String> file = alpha.get("/statistics/download" + DAYS);
    assertThat(file.body())
        .isEqualTo(
            """
            day,class,sector,network,rows
            2026-11-18,infected-system,,,1234
            2026-11-18,infected-system,finance,,321
            2026-11-18,infected-system,finance,64501,123
            2026-11-18,infected-system,other-sectors,,913
            2026-11-18,other-classes,,,55
            """
                .replace("\n", "\r\n"));
    assertThat(file.headers().firstValue("Tenbin-Receipt")).isPresent();
    assertThat(alpha.get("/statistics/download" + DAYS + "&sector=finance").body().lines())
        .as("the filter of the page")
        .hasSize(3);
    assertThat(alpha.get("/statistics" + DAYS).headers().firstValue("Tenbin-Receipt")).isPresent();
  }

  @Test
  void another_member_gets_no_number_of_that_network_and_an_observer_none_at_all() {
    String bravo = Caller.as(HUB, "bravo").get("/statistics" + DAYS).body();
    assertThat(bravo).contains("1,234").doesNotContain("AS64501");
    String ministry = Caller.as(HUB, "ministry").get("/statistics" + DAYS).body();
    assertThat(ministry)
        .contains("look the same here", "0 days of this choice")
        .doesNotContain("1,234");
    assertThat(Caller.as(HUB, "ministry").get("/statistics/download" + DAYS).body())
        .isEqualTo("day,class,sector,network,rows\r\n");
  }

  @Test
  void programs_read_the_same_with_a_receipt() {
    HttpResponse<String> answer =
        new Caller(HUB).get("/api/v1/statistics" + DAYS, HUB.token(Fake.A));
    JsonNode body = JsonMapper.shared().readTree(answer.body());
    assertThat(body.path("published").toString()).isEqualTo("[\"2026-11-18\"]");
    assertThat(body.path("cells")).hasSize(5);
    assertThat(body.at("/cells/2").toString())
        .isEqualTo(
            "{\"day\":\"2026-11-18\",\"class\":\"infected-system\",\"sector\":\"finance\","
                + "\"network\":64501,\"rows\":123}");
    assertThat(answer.headers().firstValue("Tenbin-Receipt")).isPresent();
  }

  @Test
  void what_is_no_stretch_of_days_is_refused() {
    Caller alpha = Caller.as(HUB, "alpha");
    for (String wrong :
        List.of("?from=x", "?from=2026-11-19&to=2026-11-10", "?from=2020-01-01&to=2026-01-01")) {
      assertThat(alpha.get("/statistics" + wrong).statusCode()).as(wrong).isEqualTo(400);
    }
  }
}
