package tenbin.proof.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.spine.roster.CircleFile;

/** Every page in both languages, in a wide and a narrow window; one report dropped. */
@Tag("browser")
class PagesInBrowserTest {
  private static final List<String> PAGES =
      List.of(
          "/",
          "/today",
          "/network",
          "/network/space?range=30d",
          "/statistics",
          "/people",
          "/upload",
          "/reports",
          "/cases",
          "/circle",
          "/groups",
          "/groups/abuse-wg",
          "/groups/abuse-wg/people",
          "/groups/abuse-wg/documents",
          "/groups/abuse-wg/elections",
          "/skills",
          "/channels",
          "/receipts",
          "/tokens",
          "/dead-letters",
          "/contacts",
          "/sign-in");

  @TempDir private static Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static RunningHub hub;

  private final List<String> complaints = new ArrayList<>();

  @BeforeAll
  static void open() throws Exception {
    Path circle = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
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
                Clock.systemUTC()));
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private Page page(String language, int width) {
    BrowserContext context =
        Chromium.browser()
            .newContext(
                new Browser.NewContextOptions()
                    .setLocale(language)
                    .setTimezoneId("Asia/Tokyo")
                    .setViewportSize(width, 900));
    Page page = context.newPage();
    page.onConsoleMessage(message -> {
      if (message.type().equals("error")) {
        complaints.add(page.url() + ": " + message.text());
      }
    });
    page.onRequest(request -> {
      if (!request.url().startsWith(hub.address())) {
        complaints.add("leaves the host: " + request.url());
      }
    });
    return page;
  }

  private static String at(String path) {
    return hub.address() + path.substring(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB 1280", "ja-JP 1280", "en-GB 390", "ja-JP 390"})
  void every_page_shows_without_a_complaint(String how) {
    try (Looking looking = new Looking(Chromium.browser(), hub.address(), how)) {
      looking.go("/");
      looking.page().click(".seat button");
      for (String path : PAGES) {
        looking.go(path);
        looking.look("page" + path.replace('/', '-'));
      }
    }
  }

  /** Pages of the demo's assembly beside those that everybody opens. */
  private static List<String> pages() {
    List<String> circle =
        List.of("/groups/assembly/people", "/groups/assembly/elections", "/joining");
    return Stream.concat(PAGES.stream(), circle.stream()).toList();
  }

  @Test
  void whoever_waits_longer_than_a_second_for_a_form_is_told_that_it_is_being_done() {
    try (Looking looking = new Looking(Chromium.browser(), hub.address(), "en-GB 1280")) {
      looking.as("aozora");
      looking.go("/tokens");
      Page page = looking.page();
      // As if it were sent: a page that really goes elsewhere answers no question meanwhile.
      page.evaluate(
          "document.querySelector(\"form[action='/zone']\")"
              + ".dispatchEvent(new Event('submit', {bubbles: true, cancelable: true}))");
      assertThat(page.locator(".working").count()).as("not at once").isZero();
      page.locator(".working").waitFor();
      assertThat(page.locator(".working").textContent()).startsWith("Being done");
      looking.look("working");
      page.evaluate("window.dispatchEvent(new Event('pageshow'))");
      assertThat(page.locator(".working").count()).as("who comes back waits no more").isZero();
    }
  }

  @Test
  void every_page_is_readable_in_the_dark() {
    try (Looking looking = new Looking(Chromium.browser(), hub.address(), "en-GB 1280")) {
      looking.as("aozora");
      for (String path : pages()) {
        looking.go(path);
        looking.lookInTheDark("page" + path.replace('/', '-'));
      }
    }
  }

  @Test
  void on_paper_a_page_has_its_words_and_nothing_to_click() {
    try (Looking looking = new Looking(Chromium.browser(), hub.address(), "ja-JP 1280")) {
      looking.as("aozora");
      for (String path : pages()) {
        looking.go(path);
        looking.lookOnPaper("page" + path.replace('/', '-'));
      }
    }
  }

  private static void lookAs(Page page, String member) {
    page.navigate(at("/"));
    page.locator("form:has(input[value=" + member + "]) button").click();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB 1280", "ja-JP 390"})
  void the_secretariats_pages_show_and_a_dead_letter_is_put_aside_by_keyboard(String how)
      throws Exception {
    String language = how.substring(0, how.indexOf(' '));
    Page page = page(language, Integer.parseInt(how.substring(how.indexOf(' ') + 1)));
    lookAs(page, "aozora");
    page.navigate(at("/channels"));
    page.fill("input[name=address]", "https://hooks.aozora.invalid/tenbin");
    page.locator("main form:has(input[name=address]) button").click();
    try (Connection connection = hub.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(true);
      statement.executeUpdate(
          "update subscription set state = 'DEAD', failures = 16, last_error = 'status: 503',"
              + " last_error_at = now() where state = 'ACTIVE'");
    }
    lookAs(page, "secretariat");
    for (String path : List.of("/secretariat/health", "/dead-letters", "/contacts")) {
      page.navigate(at(path));
      assertThat(page.content()).as(path).doesNotContain("??");
      assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
          .as("no sideways scrolling on " + path)
          .isEqualTo(true);
      page.screenshot(
          new Page.ScreenshotOptions()
              .setFullPage(true)
              .setPath(Path.of("target", "pages", path.replace('/', '-') + "-" + how + ".png")));
    }
    page.navigate(at("/dead-letters"));
    assertThat(page.locator("form[action*='/dead-letters/aozora/']").count()).isPositive();
    page.locator("main summary").first().focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().type("moved");
    page.keyboard().press("Enter");
    page.locator("main:has-text('moved')").waitFor();
    assertThat(page.locator("main").textContent()).contains("moved");
    page.locator("button[value=bring-back]").first().focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/dead-letters");
    page.locator("button[value=retry]").first().focus();
    page.keyboard().press("Enter");
    page.waitForURL("**/dead-letters");
    assertThat(complaints).isEmpty();
  }

  @Test
  void a_dropped_report_is_read_and_shown_from_every_seat() throws Exception {
    Path report = folder.resolve("2026-03-24-scan_dns-demo-asn.csv");
    Files.writeString(
        report,
        """
        "timestamp","ip","protocol","port","severity"
        "2026-03-24 01:02:03","198.51.100.7","udp",53,"medium"
        """,
        StandardCharsets.UTF_8);
    Page page = page("en-GB", 1280);
    page.navigate(at("/"));
    page.setInputFiles("input[type=file]", report);
    page.waitForURL("**/demo/reports/*");
    page.waitForSelector("text=shadowserver");
    assertThat(page.locator("table tbody tr").count()).isGreaterThan(5);
    assertThat(complaints).isEmpty();
  }
}
