package tenbin.proof.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.proof.joining.JoiningHub;

/** A network is proved by whom a registry names: the member asks, the contact says yes. */
@Tag("browser")
class HolderInBrowserTest {
  private static final String CONTACT = "hostmaster@upstream.example";

  @TempDir private static Path folder = Path.of("");

  @SuppressWarnings("NullAway.Init")
  private static JoiningHub hub;

  @BeforeAll
  static void open() throws Exception {
    hub = JoiningHub.start(folder, Optional.empty());
  }

  @AfterAll
  static void close() throws Exception {
    hub.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB 1280", "ja-JP 390"})
  void a_registered_contact_says_yes(String how) throws Exception {
    String network = how.startsWith("en") ? "203.0.113.0/25" : "203.0.113.128/25";
    hub.registry(
        """
        route: %s
        origin: AS64511
        notify: %s
        source: JPIRR
        """
            .formatted(network, CONTACT));
    try (Looking member = new Looking(Chromium.browser(), hub.address(), how);
        Looking contact = new Looking(Chromium.browser(), hub.address(), how)) {
      member.as("aozora");
      member.go("/joining");
      Page page = member.page();
      page.locator("details.card").last().evaluate("each => each.open = true");
      page.fill("textarea[name=networks]", network);
      page.click("form[action='/joining/networks'] button");
      String own = "li.card:has(code:text-is('" + network + "')) ";
      member.look("holder-ways");
      page.click(own + "form:has(input[value=registry]) button");
      member.look("holder-checked");
      page.click(own + "form[action='/joining/networks/contacts'] button");
      assertThat(page.locator(own + "select[name=mail]").innerText()).contains(CONTACT);
      member.look("holder-contacts");
      page.click(own + "form[action='/joining/networks/letter'] button");
      member.look("holder-asked");
      contact.go("/" + hub.linkTo(CONTACT));
      contact.page().waitForSelector("button[value=yes]");
      assertThat(contact.text()).contains(network);
      contact.look("holder");
      contact.page().click("button[value=yes]");
      contact.look("holder-said");
      contact.go("/portal/holder");
      contact.look("holder-door");
      member.go("/joining");
      assertThat(member.text()).contains(CONTACT + " said so");
      member.look("holder-proved");
    }
  }
}
