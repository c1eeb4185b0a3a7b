package tenbin.proof.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.spine.roster.CircleFile;

/**
 * The first hour of somebody who knows the README alone: a demo, an invitation, one sitting, the
 * first row. The same steps as docs/operations/first-hour.md.
 */
@Tag("browser")
class JoiningInBrowserTest {
  private static final String PASSWORD = "a password of one's own";

  @TempDir private static Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static RunningHub hub;

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

  private static Looking window(String how) {
    return new Looking(Chromium.browser(), hub.address(), how);
  }

  private static String invited(Looking office, String id, String network) {
    office.as("secretariat");
    office.go("/secretariat/newcomers");
    office.look("newcomers");
    Page page = office.page();
    page.locator("details.card").first().evaluate("each => each.open = true");
    page.fill("input[name=name]", "Komorebi Net");
    page.fill("input[name=name-ja]", "木漏れ日ネット");
    page.fill("input[name=id]", id);
    page.fill("form.stack input[name=mail]", "noc@komorebi.example");
    page.fill("textarea[name=expected]", network);
    page.click("button[name=try]");
    office.look("newcomers-tried");
    page.click("form[action='/secretariat/newcomers'] button:not([name])");
    String link = page.locator("#link").innerText();
    office.look("newcomers-invited");
    return link;
  }

  private static void comeIn(Looking newcomer, String link, String id) {
    Page page = newcomer.page();
    page.navigate(link);
    page.fill("input[name=password]", PASSWORD);
    page.fill("input[name=again]", PASSWORD);
    page.click("form[action='/welcome'] button:not([name])");
    page.fill("input[name=username]", "noc@" + id);
    page.fill("input[name=password]", PASSWORD);
    page.keyboard().press("Enter");
    page.waitForURL("**/joining");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB 1280", "ja-JP 390"})
  void from_an_invitation_to_the_first_row(String how) {
    boolean english = how.startsWith("en");
    String id = english ? "komorebi" : "yanagi";
    String network = english ? "192.0.2.0/24" : "198.51.100.0/24";
    String address = network.replace(".0/24", ".77");
    try (Looking office = window(how);
        Looking newcomer = window(how)) {
      comeIn(newcomer, invited(office, id, network), id);
      newcomer.look("joining");
      office.go("/secretariat/newcomers");
      office.page().locator("li:has-text('" + network + "') details summary").click();
      office.page().fill("textarea[name=why]", "letter of 20 November, binder 3");
      office.page().click("button[value=verify]");
      office.look("newcomers-verified");
      Page page = newcomer.page();
      page.reload();
      page.check("input[name=agreement]");
      page.click("form[action='/joining/sign'] button");
      newcomer.look("joining-signed");
      page.fill("form[action='/joining/contact'] input[name=name]", "Abuse desk");
      page.fill("form[action='/joining/contact'] input[name=mail]", "abuse@komorebi.example");
      page.click("form[action='/joining/contact'] button");
      newcomer.go("/joining/record");
      newcomer.look("joining-record");
      newcomer.go("/upload");
      String now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString();
      String report = "timestamp,ip,port,tag\n" + now + "," + address + ",4000,mirai\n";
      // Who chooses a file has sent it, and is led to its report.
      page.setInputFiles(
          "input[type=file]",
          new FilePayload("first.csv", "text/csv", report.getBytes(StandardCharsets.UTF_8)));
      page.waitForURL("**/reports/*");
      newcomer.go("/joining");
      page.waitForSelector("#live .card");
      assertThat(newcomer.text()).contains(address);
      newcomer.go("/joining");
      newcomer.look("joining-over");
      newcomer.go("/today");
      assertThat(newcomer.text()).doesNotContain(english ? "Finish joining" : "参加手続きを完了する");
    }
  }
}
