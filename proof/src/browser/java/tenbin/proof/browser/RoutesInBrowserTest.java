package tenbin.proof.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.hub.run.DemoRoutes;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.roster.CircleFile;

/** The pages of routes: both languages, both widths, dark, on paper, by keyboard. */
@Tag("browser")
class RoutesInBrowserTest {
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
                .withPolicy(Optional.of(policy))
                .withRoutes(DemoRoutes.SETTINGS));
    DemoRoutes.into(hub.routes(), Instant.now());
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static void openFirst(Looking looking) {
    looking.go("/routes");
    looking.page().locator("td a[href^='/routes/']").first().click();
    looking.page().waitForURL("**/routes/*-*");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB 1280", "ja-JP 1280", "en-GB 390", "ja-JP 390"})
  void every_page_of_routes_shows_without_a_complaint(String how) {
    try (Looking looking = new Looking(Chromium.browser(), hub.address(), how)) {
      for (String member : new String[] {"kogane", "aozora"}) {
        looking.as(member);
        looking.go("/routes");
        looking.look("routes-" + member);
        openFirst(looking);
        looking.look("route-" + member);
        looking.go("/routes/mine");
        looking.look("routes-mine-" + member);
        looking.go("/routes/feeds");
        looking.look("routes-feeds-" + member);
        looking.go("/routes/look?prefix=126.90.0.0/16&span=1440&at=" + dayAgo());
        looking.look("routes-look-" + member);
      }
    }
  }

  @Test
  void an_incident_can_be_read_in_the_dark_and_on_paper() {
    try (Looking looking = new Looking(Chromium.browser(), hub.address(), "ja-JP 1280")) {
      looking.as("aozora");
      openFirst(looking);
      looking.lookInTheDark("route");
      looking.lookOnPaper("route");
    }
  }

  private static Instant dayAgo() {
    return Instant.now().minusSeconds(72_000).truncatedTo(java.time.temporal.ChronoUnit.SECONDS);
  }

  @Test
  void changes_of_the_past_are_stepped_through_by_keyboard() {
    try (Looking looking = new Looking(Chromium.browser(), hub.address(), "ja-JP 1280")) {
      looking.as("aozora");
      looking.go("/routes/look?prefix=126.90.0.0/16&span=1440&at=" + dayAgo());
      Page page = looking.page();
      String first = page.locator("[data-rung]:visible strong").textContent();
      page.locator("input[data-slide]").focus();
      page.keyboard().press("ArrowRight");
      assertThat(page.locator("[data-rung]:visible").count()).isEqualTo(1);
      assertThat(page.locator("[data-rung]:visible strong").textContent()).isNotEqualTo(first);
      assertThat(page.locator("[data-rung]:visible svg.routes").isVisible()).isTrue();
      looking.lookOnPaper("routes-look");
    }
  }

  @Test
  void the_paths_are_replayed_by_keyboard() {
    try (Looking looking = new Looking(Chromium.browser(), hub.address(), "en-GB 1280")) {
      looking.as("kogane");
      openFirst(looking);
      Page page = looking.page();
      String last = page.locator("[data-rung]:visible strong").textContent();
      page.locator("input[data-slide]").focus();
      page.keyboard().press("Home");
      assertThat(page.locator("[data-rung]:visible").count()).isEqualTo(1);
      assertThat(page.locator("[data-rung]:visible strong").textContent()).isNotEqualTo(last);
      assertThat(page.locator("[data-rung]:visible svg.routes").isVisible()).isTrue();
      looking.look("route-first-moment");
    }
  }
}
