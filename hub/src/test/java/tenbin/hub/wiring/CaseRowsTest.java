package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** A member's own rows of a case, over the real port. */
class CaseRowsTest {
  private static final FakeHub HUB = FakeHub.shared();
  private static final Pattern CASE = Pattern.compile("href=\"/cases/([0-9a-f-]{36})\"");

  @Test
  void page_of_a_case_shows_the_members_own_rows_and_stands_in_the_ledger() {
    Caller alpha = Caller.as(HUB, "alpha");
    HttpResponse<String> page = alpha.get("/cases/" + id(alpha));
    assertThat(page.body()).contains("Your own rows of this case").doesNotContain("198.51.100.");
    assertThat(page.headers().allValues("Tenbin-Receipt"))
        .as("the case and the rows have lines of their own")
        .hasSizeBetween(1, 2);
  }

  @Test
  void programs_get_them_as_lines_by_the_id_that_their_member_knows_and_no_other() {
    String token = HUB.token(Fake.A);
    Caller program = new Caller(HUB);
    String own =
        JsonMapper.shared()
            .readTree(program.get("/api/v1/cases", token).body())
            .at("/cases/0/id")
            .asString();
    HttpResponse<String> rows = program.get("/api/v1/cases/" + own + "/rows", token);
    assertThat(rows.statusCode()).isEqualTo(200);
    assertThat(rows.headers().firstValue("Tenbin-Receipt")).isPresent();
    assertThat(rows.headers().firstValue("Content-Type").orElse("")).contains("x-ndjson");
    String others = HUB.token(Fake.B);
    assertThat(program.get("/api/v1/cases/" + own + "/rows", others).statusCode()).isEqualTo(404);
  }

  private static String id(Caller caller) {
    Matcher found = CASE.matcher(caller.get("/cases").body());
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
