package tenbin.hub.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tenbin.nouns.casework.Deadline;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.spine.casework.CaseTerms;
import tenbin.spine.correlate.Finding;
import tenbin.web.signin.Scope;

/** Tables over the real port, by a browser without script. */
class TablePagesTest {
  private static final Pattern TITLE = Pattern.compile(">(job [a-z0-9]+)<");

  @SuppressWarnings("NullAway.Init")
  private static FakeHub hub;

  @BeforeAll
  static void open() throws IOException {
    hub = new FakeHub(false, 0);
    List<String> titles = List.of("job pull", "job a", "job mirror", "job zulu", "job b", "job x1");
    for (String title : titles) {
      hub.tokens.mint(Fake.A, title, EnumSet.of(Scope.PULL), Duration.ofDays(30));
    }
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static List<String> titles(String page) {
    return TITLE.matcher(page).results().map(found -> found.group(1)).toList();
  }

  @Test
  void a_table_sorts_by_its_heads_and_remembers_it_for_its_reader_alone() {
    Caller alpha = Caller.as(hub, "alpha");
    String sorted = alpha.get("/tokens?order=title").body();
    assertThat(titles(sorted)).hasSize(6).isSorted();
    assertThat(sorted).contains("aria-sort=\"ascending\"", "/tokens?order=-title&amp;filter=");
    assertThat(titles(alpha.get("/tokens").body())).as("as it was left").isSorted();
    assertThat(titles(alpha.get("/tokens?order=-title").body()).reversed()).isSorted();
    assertThat(Caller.as(hub, "bravo").get("/tokens").body())
        .as("another's order is another's")
        .doesNotContain("aria-sort=\"ascending\"", "aria-sort=\"descending\"");
  }

  @Test
  void a_table_filters_and_says_of_how_many() {
    Caller alpha = Caller.as(hub, "alpha");
    String some = alpha.get("/tokens?filter=MIR").body();
    assertThat(titles(some)).containsExactly("job mirror");
    assertThat(some).contains("1 to 1 of 1 that fit, of 6 in all", "value=\"MIR\"", "Show all");
    assertThat(alpha.get("/tokens").body()).contains("value=\"MIR\"");
    assertThat(titles(alpha.get("/tokens?filter=").body())).hasSize(6);
  }

  @Test
  void what_somebody_types_into_a_table_is_shown_as_text() {
    Caller alpha = Caller.as(hub, "alpha");
    String page =
        alpha.get("/reports?filter=%3Cscript%3Ealert(1)%3C/script%3E&order=%22%3E").body();
    assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;");
    alpha.get("/reports?filter=&order=");
  }

  @Test
  void each_table_of_ones_own_has_heads_that_sort() {
    Caller office = Caller.as(hub, "office");
    for (String page :
        List.of(
            "/tokens",
            "/reports",
            "/contacts",
            "/secretariat/people",
            "/circle",
            "/channels",
            "/dead-letters")) {
      assertThat(office.get(page).body()).as(page).contains("aria-sort=\"none\"");
      assertThat(office.get(page + "?order=-name&filter=x&page=99999").statusCode())
          .as(page)
          .isEqualTo(200);
      office.get(page + "?order=&filter=");
    }
    assertThat(office.get("/people?order=-login").statusCode()).isEqualTo(200);
    assertThat(office.speaking("ja").get("/contacts").body()).contains("件");
  }

  private static List<String> members(String page) {
    return Pattern.compile("<td data-label=\"[^\"]*\"><span><b>([^<]*)</b> ")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void the_directory_sorts_and_finds_a_member_by_its_name() {
    Caller alpha = Caller.as(hub, "alpha");
    List<String> sorted = members(alpha.get("/circle?order=member&filter=").body());
    assertThat(sorted).hasSizeGreaterThan(2).isSorted().contains("Alpha Net");
    assertThat(members(alpha.get("/circle?order=-member&filter=").body()))
        .isEqualTo(sorted.reversed());
    assertThat(members(alpha.get("/circle?order=&filter=bravo+TEL").body()))
        .containsExactly("Bravo Tel");
    assertThat(alpha.get("/circle").body()).as("as it was left").contains("value=\"bravo TEL\"");
    alpha.get("/circle?order=&filter=");
  }

  @Test
  void customers_are_found_by_their_names() {
    Caller alpha = Caller.as(hub, "alpha");
    for (String name : List.of("Works Nagi", "Works Ume", "Baker 1", "Baker 2", "Inn", "Mill")) {
      alpha.form(
          "/customers",
          Map.of("name", name, "mail", "x@works.example", "_csrf", alpha.csrf("/customers")));
    }
    assertThat(alpha.get("/customers?order=&filter=nagi").body())
        .contains("Works Nagi", "1 to 1 of 1 that fit")
        .doesNotContain("Works Ume");
    alpha.get("/customers?order=&filter=");
  }

  private static List<String> families(String page) {
    return Pattern.compile("(?:<span>|\")(rapper[a-z]+)(?:</span>|\")")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void cases_sort_are_found_remembered_and_leave_as_they_stand_there() {
    int hours = 0;
    for (String family : List.of("rapperbot", "rapperzoo", "rapperant")) {
      Finding like = Fake.finding();
      Kind kind = new Kind(Rsit.INFECTED_SYSTEM, "mirai", family);
      Finding finding =
          new Finding(
              "f-" + family,
              like.detector(),
              kind,
              like.members(),
              List.of("203.0.113." + hours),
              like.from(),
              like.to(),
              like.sightings(),
              like.score(),
              like.why());
      Deadline due = Deadline.at(Fake.NOW.plusSeconds(3_600L * ++hours), ZoneId.of("Asia/Tokyo"));
      hub.cases.put(finding, new CaseTerms(due, Tlp.AMBER), Fake.NOW);
    }
    Caller alpha = Caller.as(hub, "alpha");
    assertThat(families(alpha.get("/cases?order=due&filter=rapper").body()))
        .containsExactly("rapperbot", "rapperzoo", "rapperant");
    assertThat(families(alpha.get("/cases?order=-what&filter=RAPPER").body()))
        .containsExactly("rapperzoo", "rapperbot", "rapperant");
    String left = alpha.get("/cases").body();
    assertThat(families(left)).as("as it was left").startsWith("rapperzoo").hasSize(3);
    assertThat(left).contains("3 of 3 that fit, of 4 in all", "/cases/screen?order=-what");
    HttpResponse<String> file = alpha.get("/cases/screen");
    assertThat(families(file.body())).containsExactly("rapperzoo", "rapperbot", "rapperant");
    assertThat(file.body()).startsWith("type,identifier,family,due,").hasLineCount(4);
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
    assertThat(file.headers().firstValue("Tenbin-Receipt")).isPresent();
    assertThat(alpha.get("/cases?order=&filter=no+such+word").body()).contains("class=\"empty\"");
    alpha.get("/cases?order=&filter=");

    Caller program = new Caller(hub);
    String token = hub.token(Fake.A);
    String answer = program.get("/api/v1/cases?order=-due&filter=rapper", token).body();
    assertThat(answer.indexOf("rapperant")).isBetween(0, answer.indexOf("rapperzoo"));
    assertThat(answer.indexOf("rapperzoo")).isLessThan(answer.indexOf("rapperbot"));
    assertThat(program.get("/api/v1/cases?order=victim", token).statusCode()).isEqualTo(400);
    assertThat(program.get("/api/v1/cases?filter=no+such+word", token).body())
        .isEqualTo("{\"cases\":[]}");
  }

  @Test
  void a_person_sees_times_in_its_own_zone_wherever_it_signs_in() {
    Caller alpha = Caller.as(hub, "alpha");
    assertThat(alpha.get("/tokens").body()).doesNotContain(" KST");
    alpha.form(
        "/zone", Map.of("to", "Asia/Seoul", "back", "/account", "_csrf", alpha.csrf("/account")));
    assertThat(Caller.as(hub, "alpha").get("/tokens").body()).contains(" KST", " UTC</small>");
    assertThat(Caller.as(hub, "bravo").get("/reports").body()).doesNotContain(" KST");
    alpha.form("/zone", Map.of("to", "UTC", "back", "/", "_csrf", alpha.csrf("/account")));
    assertThat(Caller.as(hub, "alpha").get("/tokens").body()).doesNotContain(" KST");
  }
}
