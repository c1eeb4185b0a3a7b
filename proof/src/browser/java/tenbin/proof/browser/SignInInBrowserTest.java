package tenbin.proof.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.hub.wiring.PostgresPersonBook;
import tenbin.nouns.member.MemberId;
import tenbin.spine.roster.CircleFile;
import tenbin.web.signin.People;

/** A member's administrator invites somebody, who sets up its sign-in, in a hub that is no demo. */
@Tag("browser")
class SignInInBrowserTest {
  private static final String PASSWORD = "a password of one's own";
  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

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
                false,
                false,
                Clock.systemUTC()));
    People people = new People(new PostgresPersonBook(hub.dataSource()), Clock.systemUTC());
    for (String member : List.of("aozora", "secretariat")) {
      people.add(new MemberId(member), member, PASSWORD);
    }
  }

  @AfterAll
  static void close() {
    hub.close();
  }

  private static Looking window(String how) {
    return new Looking(Chromium.browser(), hub.address(), how);
  }

  private static void signIn(Looking looking, String login, String code) {
    looking.go("/sign-in");
    Page page = looking.page();
    page.fill("input[name=username]", login);
    page.fill("input[name=password]", PASSWORD);
    page.fill("input[name=code]", code);
    page.keyboard().press("Enter");
    page.waitForURL(url -> !url.endsWith("/sign-in"));
  }

  private static byte[] bytes(String base32) {
    byte[] bytes = new byte[base32.length() * 5 / 8];
    for (int i = 0; i < bytes.length * 8; i++) {
      int five = ALPHABET.indexOf(base32.charAt(i / 5));
      if ((five >> (4 - i % 5) & 1) == 1) {
        bytes[i / 8] |= (byte) (1 << (7 - i % 8));
      }
    }
    return bytes;
  }

  private static String codeNow(String base32) throws Exception {
    TimeBasedOneTimePasswordGenerator generator = new TimeBasedOneTimePasswordGenerator();
    return generator.generateOneTimePasswordString(
        new SecretKeySpec(bytes(base32), generator.getAlgorithm()),
        Clock.systemUTC().instant(),
        Locale.ROOT);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB 1280", "ja-JP 390"})
  void an_invited_analyst_sets_up_its_sign_in_and_comes_in_with_a_code(String how)
      throws Exception {
    String name = "analyst" + how.length() + how.charAt(0);
    String login = name + "@aozora";
    try (Looking admin = window(how);
        Looking self = window(how)) {
      signIn(admin, "aozora", "");
      admin.look("signed-in");
      admin.go("/people");
      admin.look("people");
      admin.page().fill("input[name=login]", name);
      admin.page().check("form[action='/people'] input[value=analyst]");
      admin.page().click("form[action='/people'] button");
      String link = admin.page().locator("#link").innerText();
      admin.look("people-invited");
      self.page().navigate(link);
      assertThat(self.page().inputValue("input[name=secret]")).hasSize(43);
      assertThat(self.page().url()).doesNotContain("#");
      self.look("welcome");
      self.page().fill("input[name=password]", PASSWORD);
      self.page().fill("input[name=again]", PASSWORD);
      self.page().keyboard().press("Enter");
      self.page().waitForURL("**/sign-in?chosen");
      signIn(self, login, "");
      self.go("/account");
      self.look("account");
      self.page().fill("form[action='/account/factor'] input[name=current]", PASSWORD);
      self.page().keyboard().press("Enter");
      String secret = self.page().locator("#secret").innerText();
      self.look("account-factor");
      self.page().fill("input[name=code]", codeNow(secret));
      self.page().keyboard().press("Enter");
      self.page().waitForURL("**/account?done=factor");
      self.look("account-done");
      self.page().locator("form[action='/sign-out'] button").click();
      signIn(self, login, "");
      assertThat(self.page().url()).endsWith("/sign-in?failed");
      self.look("sign-in-failed");
      self.go("/upload");
      assertThat(self.page().url()).endsWith("/sign-in");
    }
  }

  /** A device with a finger on it, as Chromium plays one. */
  private static void giveDevice(Looking looking) {
    JsonObject options = new JsonObject();
    options.addProperty("protocol", "ctap2");
    options.addProperty("transport", "internal");
    for (String what :
        List.of(
            "hasResidentKey",
            "hasUserVerification",
            "isUserVerified",
            "automaticPresenceSimulation")) {
      options.addProperty(what, true);
    }
    JsonObject all = new JsonObject();
    all.add("options", options);
    CDPSession devices = looking.page().context().newCDPSession(looking.page());
    devices.send("WebAuthn.enable");
    devices.send("WebAuthn.addVirtualAuthenticator", all);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB 1280", "ja-JP 390"})
  void a_passkey_is_made_once_signs_in_without_password_and_opens_nothing_when_removed(String how) {
    String localhost = hub.address().replace("127.0.0.1", "localhost");
    try (Looking self = new Looking(Chromium.browser(), localhost, how)) {
      giveDevice(self);
      Page page = self.page();
      signIn(self, "secretariat", "");
      self.go("/account");
      page.fill("form[data-passkey-make] input[name=label]", "laptop " + how);
      page.fill("form[data-passkey-make] input[name=current]", PASSWORD);
      page.keyboard().press("Enter");
      page.waitForURL("**/account?done=passkey");
      self.look("account-passkey");
      assertThat(self.text()).contains("laptop " + how);
      page.locator("form[action='/sign-out'] button").click();
      self.go("/sign-in");
      self.look("sign-in-passkey");
      page.locator("form[data-passkey-sign-in] button").click();
      page.waitForURL("**/today");
      self.go("/account");
      page.fill("#passkey-end input[name=current]", PASSWORD);
      page.keyboard().press("Enter");
      self.go("/account");
      assertThat(self.text()).as("Enter removes no key").contains("laptop " + how);
      page.fill("#passkey-end input[name=current]", PASSWORD);
      page.locator("li:has-text('laptop " + how + "') button").click();
      page.waitForURL("**/account?done=passkey-ended");
      page.locator("form[action='/sign-out'] button").click();
      self.go("/sign-in");
      page.locator("form[data-passkey-sign-in] button").click();
      page.waitForURL("**/sign-in?failed");
      self.look("sign-in-passkey-failed");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB 1280", "ja-JP 390"})
  void the_secretariat_sees_who_may_do_what(String how) {
    try (Looking office = window(how)) {
      signIn(office, "secretariat", "");
      office.go("/secretariat/people");
      office.look("people-all");
      assertThat(office.text()).contains("aozora");
    }
  }
}
