package tenbin.proof.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.hub.demo.DemoClock;
import tenbin.hub.demo.DemoDay;
import tenbin.hub.demo.DemoLoad;
import tenbin.hub.demo.DemoReport;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.nouns.member.Circle;
import tenbin.spine.attribute.TableFiles;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.roster.CircleFile;

/**
 * The pages of the balance, of what customers told and of the customers' portal in a demo's hub: in
 * both languages, in a wide and a narrow window, with something on each.
 */
@Tag("browser")
class PortalInBrowserTest {
  /** A report of each size is enough: the pages show kinds of rows, not how many. */
  private static final int REPORTS = 4;

  @TempDir private static Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static RunningHub hub;

  @BeforeAll
  static void a_demo_runs() throws Exception {
    Path file = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
    Path policy = Files.createDirectories(folder.resolve("policy"));
    Files.writeString(policy.resolve(PolicyFile.demo().name()), PolicyFile.demo().text());
    DemoClock clock = new DemoClock(Clock.systemUTC());
    HubStart how =
        new HubStart(
                folder.resolve("hub"),
                Optional.empty(),
                Optional.of(file),
                "127.0.0.1",
                0,
                true,
                false,
                clock)
            .withTables(TableFiles.demo())
            .withPolicy(Optional.of(policy));
    hub = RunningHub.start(how);
    hub.organisation(clock).tell();
    Circle circle = CircleFile.read(CircleFile.demo()).orThrow();
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    List<DemoReport> some =
        DemoDay.of(circle, day, DemoDay.USUAL_SEED).stream()
            .filter(each -> !each.reporter().text().equals("secretariat"))
            .limit(REPORTS)
            .toList();
    Duration patience = Duration.ofMinutes(3);
    DemoLoad.into(
        hub.intake(), some, clock, () -> assertThat(hub.awaitCaughtUp(patience)).isTrue());
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static Looking looking(String how) {
    return new Looking(Chromium.browser(), hub.address(), how);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB 1280", "ja-JP 1280", "en-GB 390", "ja-JP 390"})
  void a_members_pages_of_the_balance_and_of_incidents_show(String how) {
    try (Looking looking = looking(how)) {
      looking.as("hayate");
      looking.go("/incidents");
      assertThat(looking.page().locator("a[href^='/incidents/']").count()).isPositive();
      looking.look("incidents");
      looking.page().locator("a[href^='/incidents/']").first().click();
      assertThat(looking.text()).contains("203.0.113.61:443").doesNotContain("Seiki", "machines");
      looking.look("incident");
      looking.as("aozora");
      looking.go("/balance");
      looking.look("balance");
      slide(looking);
      looking.go("/grounds");
      looking.look("grounds");
      looking.page().locator("a[href^='/grounds/clause']").first().click();
      looking.look("clause");
      looking.go("/grounds/release");
      looking.look("release");
      for (String page : List.of("recalls", "tasks", "customers")) {
        looking.go("/" + page);
        looking.look(page);
      }
    }
  }

  /** To both ends by the keyboard: pictures and words follow, and the slider says where it is. */
  private static void slide(Looking looking) {
    Locator slide = looking.page().locator("input[data-slide]");
    Locator words = looking.page().locator("[data-slide-words]:visible");
    Locator beams = looking.page().locator("[data-rung]:visible svg");
    String standing = words.textContent();
    int pictures = beams.count();
    slide.press("End");
    assertThat(words.textContent()).isNotEqualTo(standing);
    assertThat(slide.getAttribute("aria-valuetext")).isEqualTo(words.textContent());
    assertThat(beams.count()).isEqualTo(pictures);
    looking.look("balance-with-all");
    slide.press("Home");
    assertThat(slide.getAttribute("aria-valuetext")).isEqualTo(words.textContent());
    looking.look("balance-with-fewest");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB 1280", "ja-JP 1280", "en-GB 390", "ja-JP 390"})
  void the_secretariats_picture_and_recalls_show(String how) {
    try (Looking looking = looking(how)) {
      looking.as("secretariat");
      looking.go("/secretariat/balance");
      looking.look("secretariat-balance");
      looking.go("/secretariat/recalls");
      looking.look("secretariat-recalls");
      looking.go("/recalls");
      looking.page().locator("a[href^='/recalls/']").first().click();
      looking.look("recall");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB 1280", "ja-JP 1280", "en-GB 390", "ja-JP 390"})
  void the_demo_leads_to_the_customers_pages_and_its_statement_has_all_of_it(String how) {
    try (Looking looking = looking(how)) {
      looking.go("/");
      looking.look("demo");
      looking.asCustomer();
      looking.look("portal-home");
      looking.go("/portal/in/statement");
      looking
          .page()
          .waitForCondition(
              () -> {
                looking.page().reload();
                return looking.page().locator("a[href$='statement.json']").count() > 0;
              },
              new Page.WaitForConditionOptions().setTimeout(40_000));
      assertThat(looking.text()).contains(how.startsWith("ja") ? "疾風" : "Hayate");
      assertThat(looking.text()).contains(how.startsWith("ja") ? "削除した" : "deleted");
      looking.look("portal-statement");
      looking.go("/portal/in/network");
      looking.look("portal-network");
      looking.go("/portal/in/tell");
      looking.look("portal-tell");
      looking.go("/portal/in");
      looking.page().locator("a[href^='/portal/in/reports/']").first().click();
      looking.look("portal-report");
      looking.page().locator("form[action='/portal/leave'] button").click();
      looking.page().waitForURL("**/portal");
      looking.look("portal-door");
    }
  }

  @Test
  void a_customer_comes_by_its_link_is_shown_who_would_see_what_and_sends_it() {
    try (Looking desk = looking("en-GB 1280");
        Looking customer = looking("ja-JP 390")) {
      desk.as("shirakaba");
      desk.go("/customers");
      Page page = desk.page();
      page.fill("input[name=name]", "Ume Foods");
      page.fill("input[name=mail]", "ciso@ume.example.co.jp");
      page.locator("main form:has(input[name=mail]) button").click();
      page.fill("input[name=prefix]", "126.104.0.16/28");
      page.fill("input[name=from]", "2026-01-01");
      page.locator("main form[action$='/networks'] button").first().click();
      page.locator("main form[action*='/links'] button").first().click();
      String link = page.locator("#link").innerText();
      desk.look("customers-link");

      Page guest = customer.page();
      guest.navigate(link);
      // A script of the door takes the secret from behind the "#" and knocks with it.
      guest.waitForURL("**/portal/in");
      customer.look("portal-home-link");
      customer.go("/portal/in/network");
      guest.check("input[name=part][value=time]");
      guest.check("input[name=to][value=responsible]");
      guest.locator("main form[action$='/network'] button").click();
      assertThat(customer.text()).contains("126.104.0.16/28", "日時");
      customer.look("portal-network-given");
      customer.go("/portal/in/tell");
      guest.selectOption("select[name=kind]", "phishing");
      guest.fill("textarea[name=urls]", "hxxps://login[.]attacker[.]example/form");
      guest.fill("textarea[name=ttps]", "T1566.002, taro@ume.example.co.jp");
      guest.check("input[name=part][value=method]");
      guest.check("input[name=aim][value=defend]");
      guest.check("input[name=to][value='class:operator']");
      guest.locator("button[value=preview]").click();
      customer.look("portal-preview");
      assertThat(customer.text()).contains("https://login.attacker.example/form", "[…]");
      guest.check("input[name=looked]");
      guest.locator("button[value=send]").click();
      guest.waitForURL("**/portal/in/reports/**");
      customer.look("portal-thanks");
    }
  }
}
