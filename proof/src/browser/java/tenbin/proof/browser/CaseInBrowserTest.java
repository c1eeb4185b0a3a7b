package tenbin.proof.browser;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.nouns.casework.Deadline;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.spine.casework.CaseBook;
import tenbin.spine.casework.CaseTerms;
import tenbin.spine.correlate.Finding;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.roster.CircleFile;

/** The work in a case, in both languages, in a wide and a narrow window. */
@Tag("browser")
class CaseInBrowserTest {
  @TempDir private static Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static RunningHub hub;

  @BeforeAll
  static void open() throws Exception {
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
                .withPolicy(Optional.of(policy)));
    Instant now = Instant.now();
    CaseBook cases = CaseBook.in(hub.dataSource());
    put(cases, "then", now.minus(Duration.ofDays(70)), "aozora", "kogane", "minato");
    put(cases, "now", now, "aozora", "hayate", "kogane", "minato", "shirakaba", "tsubame");
  }

  private static void put(CaseBook cases, String id, Instant at, String... members) {
    Finding finding =
        new Finding(
            id,
            "campaign",
            new Kind(Rsit.DDOS, "dns-reflection", "cactus"),
            Arrays.stream(members).map(MemberId::new).collect(Collectors.toSet()),
            List.of("203.0.113.9", "198.51.100.0/24"),
            at.minus(Duration.ofHours(30)),
            at.minus(Duration.ofHours(2)),
            40,
            8,
            "for the analyst");
    Deadline due = Deadline.at(at.plus(Duration.ofDays(3)), ZoneId.of("Asia/Tokyo"));
    cases.put(finding, new CaseTerms(due, Tlp.AMBER), at);
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB 1280", "ja-JP 1280", "en-GB 390", "ja-JP 390"})
  void two_members_work_in_a_case(String how) {
    try (Looking looking = new Looking(Chromium.browser(), hub.address(), how)) {
      looking.as("kogane");
      answer(looking.page(), open(looking));
      looking.as("aozora");
      String one = open(looking);
      looking.look("case");
      assertThat(looking.text())
          .as("kogane lets its name be known")
          .containsAnyOf("Kogane", "こがね")
          .doesNotContain("Hayate", "疾風");
      say(looking, one);
      method(looking, one);
      file(looking, one);
      looking.go(one + "/again");
      looking.look("case-again");
    }
  }

  /** To the newest case. */
  private static String open(Looking looking) {
    looking.go("/cases");
    String href = looking.page().locator("main td a").first().getAttribute("href");
    looking.go(href);
    return href;
  }

  private static void answer(Page page, String one) {
    page.locator("input[value=checking]").check();
    page.locator("form[action='" + one + "/answer'] button").click();
  }

  private static void say(Looking looking, String one) {
    looking.go(one + "/talk");
    Page page = looking.page();
    page.fill("textarea[name=text]", "Resolvers of ours answer strangers; see RFC 5358.");
    page.locator("form[action='" + one + "/talk'] button").click();
    page.fill("textarea[name=note]", "Please call the three customers.");
    page.locator("form[action='" + one + "/hand'] button").click();
    looking.look("case-talk");
  }

  private static void method(Looking looking, String one) {
    looking.go(one + "/method");
    Page page = looking.page();
    if (page.locator("#T1498\\.002").count() == 0) {
      page.fill("input[name=technique]", "T1498.002");
      page.locator("details textarea[name=text]").last().isVisible();
      page.locator("form:has(input[name=technique][list]) textarea").fill("DNS answers of 4 KB.");
      page.locator("form:has(input[name=technique][list]) button").click();
      page.locator("details:has(select[name=mitigation]) summary").click();
      page.selectOption("select[name=mitigation]", "M1037");
      page.locator("form:has(select[name=mitigation]) textarea").fill("Answer no stranger.");
      page.locator("form:has(select[name=mitigation]) button").click();
      page.selectOption("select[name=state]", "done");
      page.locator("form:has(input[name=since]) button").click();
    }
    looking.look("case-method");
    looking.go(one + "/method?history=T1498.002");
    looking.look("case-history");
  }

  private static void file(Looking looking, String one) {
    looking.go(one + "/files");
    Page page = looking.page();
    page.setInputFiles(
        "input[type=file]",
        new FilePayload("rules.txt", "text/plain", "drop 53/udp".getBytes(UTF_8)));
    page.locator("form[action='" + one + "/files'] button").click();
    page.locator("a[download]").first().waitFor();
    looking.look("case-files");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB 1280", "ja-JP 390"})
  void the_secretariat_divides_a_case_and_takes_it_back(String how) {
    try (Looking looking = new Looking(Chromium.browser(), hub.address(), how)) {
      looking.as("secretariat");
      looking.go("/secretariat/cases");
      Page page = looking.page();
      page.locator("main summary").first().click();
      page.locator("input[value=hayate]").first().check();
      page.locator("form[action='/secretariat/cases/split'] button").first().click();
      page.locator("form[action='/secretariat/cases/undo']").first().waitFor();
      looking.look("secretariat-cases");
      page.locator("form[action='/secretariat/cases/undo'] button").first().click();
      looking.look("secretariat-cases-undone");
    }
  }
}
