package tenbin.proof.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.proof.portal.Guest;

/** An organisation is invited by mail and sees its first row in one sitting. */
class JoiningStoryTest {
  private static final String PASSWORD = "four bridges of seven";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  private static Optional<NameServer> names = Optional.empty();

  @SuppressWarnings("NullAway.Init")
  private static JoiningHub hub;

  @BeforeAll
  static void a_hub_runs() throws Exception {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path own = Files.createDirectories(folder.resolve("nsd"));
    Optional<NameServer.Program> program = NameServer.program(own);
    if (program.isPresent()) {
      names = Optional.of(new NameServer(program.get(), own));
    }
    hub = JoiningHub.start(folder, names.map(NameServer::address));
  }

  @AfterAll
  static void close() throws Exception {
    hub.close();
    if (names.isPresent()) {
      names.get().close();
    }
  }

  private static Guest signedIn(String link, String login) {
    Guest guest = new Guest(hub.address());
    guest.get("/welcome");
    String secret = link.substring(link.indexOf('#') + 1);
    guest.post("/welcome", "secret", secret, "password", PASSWORD, "again", PASSWORD);
    guest.get("/sign-in");
    guest.post("/sign-in", "username", login, "password", PASSWORD);
    assertThat(guest.path()).as("where it lands").isEqualTo("/joining");
    return guest;
  }

  private static void invite(Guest secretariat, String id, String expected, String mail) {
    secretariat.get("/secretariat/newcomers");
    secretariat.post(
        "/secretariat/newcomers",
        "id",
        id,
        "name",
        "Komorebi " + id,
        "name-ja",
        "木漏れ日 " + id,
        "class",
        "alliance-member",
        "carrier",
        "true",
        "expected",
        expected,
        "mail",
        mail);
    assertThat(secretariat.status()).isEqualTo(200);
  }

  private static void sign(Guest newcomer) {
    newcomer.get("/joining");
    newcomer.post("/joining/sign", "agreement", "membership-2026");
    assertThat(newcomer.text()).contains("is a member");
  }

  private static String row(String address) {
    return "timestamp,ip,port,tag\n" + hub.clock().instant() + "," + address + ",4000,mirai\n";
  }

  @Test
  void from_an_invitation_by_mail_to_the_first_row_in_one_sitting() throws Exception {
    assumeTrue(names.isPresent(), "no name server to be had");
    names.get().serve(Map.of("2.0.192.in-addr.arpa", List.of("other IN TXT x")));
    Guest secretariat = Guest.of(hub.address(), "secretariat");
    invite(secretariat, "komorebi", "192.0.2.0/24", "noc@komorebi.example");
    assertThat(secretariat.text()).contains("The invitation went to noc@komorebi.example");
    assertThat(secretariat.last().body())
        .as("nobody else reads the link")
        .doesNotContain("/welcome#");
    Guest newcomer = signedIn(hub.linkTo("noc@komorebi.example"), "noc@komorebi");
    newcomer.get("/joining");
    assertThat(newcomer.text()).contains("192.0.2.0/24", "not proved", "0 of 1");
    assertThat(newcomer.last().headers().allValues("Tenbin-Receipt"))
        .as("the agreements that it is handed have a line in the ledger")
        .isNotEmpty();
    secretariat.get("/secretariat/newcomers");
    assertThat(secretariat.last().headers().allValues("Tenbin-Receipt"))
        .as("the board, too")
        .isNotEmpty();
    for (String closed : List.of("/network", "/circle", "/cases", "/upload", "/tokens")) {
      newcomer.get(closed);
      assertThat(newcomer.status()).as(closed).isEqualTo(403);
    }
    newcomer.get("/joining");
    String mark = newcomer.find("(tenbin-proof=[A-Za-z0-9_-]+)");
    newcomer.post("/joining/networks/check", "network", "192.0.2.0/24");
    assertThat(newcomer.text()).contains("your mark does not lie at _tenbin.2.0.192.in-addr.arpa");
    names.get().serve(Map.of("2.0.192.in-addr.arpa", List.of("_tenbin IN TXT \"" + mark + "\"")));
    newcomer.post("/joining/networks/check", "network", "192.0.2.0/24");
    assertThat(newcomer.text())
        .contains("is proved and counts from now on", "TXT at _tenbin.2.0.192.in-addr.arpa");
    Guest other = Guest.of(hub.address(), "aozora");
    other.get("/circle");
    assertThat(other.text())
        .as("who has not signed is nobody's to know")
        .doesNotContain("Komorebi");
    sign(newcomer);
    hub.clock().pass(Duration.ofSeconds(5));
    send(other, "/upload", row("192.0.2.77"));
    assertThat(hub.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
    newcomer.get("/joining");
    assertThat(newcomer.text()).contains("All done", "192.0.2.77");
    other.get("/circle");
    assertThat(other.text()).contains("Komorebi");
    secretariat.get("/secretariat/newcomers");
    assertThat(secretariat.text()).contains("done");
  }

  @Test
  void a_network_of_another_member_waits_for_the_secretariat_and_says_nothing_of_it()
      throws Exception {
    assumeTrue(names.isPresent(), "no name server to be had");
    names.get().serve(Map.of());
    Guest secretariat = Guest.of(hub.address(), "secretariat");
    invite(secretariat, "yanagi", "198.51.100.0/24", "noc@yanagi.example");
    Guest newcomer = signedIn(hub.linkTo("noc@yanagi.example"), "noc@yanagi");
    newcomer.get("/joining");
    String mark = newcomer.find("(tenbin-proof=[A-Za-z0-9_-]+)");
    // One that Aozora answers for, and one that nobody does: both were not expected.
    newcomer.post("/joining/networks", "networks", "126.70.0.0/16 203.0.113.0/24");
    names
        .get()
        .serve(
            Map.of(
                "70.126.in-addr.arpa", List.of("_tenbin IN TXT \"" + mark + "\""),
                "113.0.203.in-addr.arpa", List.of("_tenbin IN TXT \"" + mark + "\"")));
    newcomer.post("/joining/networks/check", "network", "126.70.0.0/16");
    String contested = newcomer.text();
    newcomer.get("/joining");
    newcomer.post("/joining/networks/check", "network", "203.0.113.0/24");
    assertThat(contested).contains("The secretariat looks at it before it counts");
    assertThat(newcomer.text()).contains("The secretariat looks at it before it counts");
    assertThat(contested).doesNotContain("Aozora");
    secretariat.get("/secretariat/newcomers");
    assertThat(secretariat.text()).contains("Answers for it in the circle: Aozora Network");
    sign(newcomer);
    Guest other = Guest.of(hub.address(), "hayate");
    send(other, "/upload", row("126.70.1.1") + hub.clock().instant() + ",203.0.113.9,1,mirai\n");
    assertThat(hub.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
    newcomer.get("/network");
    assertThat(newcomer.text()).doesNotContain("126.70.1.1", "203.0.113.9");
    Guest holder = Guest.of(hub.address(), "aozora");
    holder.get("/network?q=126.70.1.1");
    assertThat(holder.text()).as("what is contested stays the member's").contains("126.70.1.1");
  }

  @Test
  void an_as_number_is_proved_by_a_remark_of_the_registry() throws Exception {
    Guest secretariat = Guest.of(hub.address(), "secretariat");
    invite(secretariat, "kusunoki", "AS64510", "noc@kusunoki.example");
    Guest newcomer = signedIn(hub.linkTo("noc@kusunoki.example"), "noc@kusunoki");
    newcomer.get("/joining");
    String mark = newcomer.find("(tenbin-proof=[A-Za-z0-9_-]+)");
    hub.registry("aut-num: AS64510\nas-name: KUSUNOKI\nsource: JPIRR\n");
    newcomer.post("/joining/networks/check", "network", "AS64510", "by", "registry");
    assertThat(newcomer.text()).contains("is not proved", "aut-num AS64510 (JPIRR)");
    hub.registry("aut-num: AS64510\nremarks: " + mark + "\nsource: RADB\n");
    newcomer.post("/joining/networks/check", "network", "AS64510", "by", "registry");
    assertThat(newcomer.text())
        .as("a database that the operator did not name")
        .contains("is not proved");
    hub.registry("aut-num: AS64510\nremarks: " + mark + "\nsource: JPIRR\n");
    newcomer.post("/joining/networks/check", "network", "AS64510", "by", "registry");
    assertThat(newcomer.text())
        .contains("is proved and counts from now on", "remark in aut-num AS64510 (JPIRR)");
  }

  @Test
  void a_registered_contact_says_by_mail_whose_a_network_is() throws Exception {
    Guest secretariat = Guest.of(hub.address(), "secretariat");
    invite(secretariat, "asunaro", "203.0.113.64/26", "noc@asunaro.example");
    Guest newcomer = signedIn(hub.linkTo("noc@asunaro.example"), "noc@asunaro");
    hub.registry(
        """
        route: 203.0.113.64/26
        origin: AS64511
        tech-c: HM1-JPIRR
        source: JPIRR

        role: Hostmaster
        nic-hdl: HM1-JPIRR
        e-mail: hostmaster@upstream.example
        source: JPIRR
        """);
    newcomer.get("/joining");
    newcomer.post("/joining/networks/contacts", "network", "203.0.113.64/26");
    assertThat(newcomer.text()).contains("hostmaster@upstream.example", "e-mail of role HM1-JPIRR");
    newcomer.post(
        "/joining/networks/letter", "network", "203.0.113.64/26", "mail", "me@asunaro.example");
    assertThat(newcomer.text()).contains("Nothing was sent: the registry does not name");
    newcomer.post(
        "/joining/networks/letter",
        "network",
        "203.0.113.64/26",
        "mail",
        "hostmaster@upstream.example");
    assertThat(newcomer.text()).contains("The question went to hostmaster@upstream.example");
    assertThat(newcomer.last().body()).as("the link is the contact's").doesNotContain("/holder#");
    String link = hub.linkTo("hostmaster@upstream.example");
    String secret = link.substring(link.indexOf('#') + 1);
    Guest contact = new Guest(hub.address());
    contact.get("/portal/holder");
    contact.post("/portal/holder", "secret", "no such secret");
    assertThat(contact.text()).contains("This link does not hold");
    contact.post("/portal/holder", "secret", secret);
    assertThat(contact.text()).contains("203.0.113.64/26", "Komorebi asunaro");
    newcomer.get("/joining");
    assertThat(newcomer.text()).as("to look says nothing").contains("no answer yet");
    contact.post("/portal/holder/say", "secret", secret, "say", "no");
    secretariat.get("/secretariat/newcomers");
    assertThat(secretariat.text()).contains("said no");
    contact.post("/portal/holder/say", "secret", secret, "say", "yes");
    assertThat(contact.text()).contains("You said yes");
    newcomer.get("/joining");
    assertThat(newcomer.text())
        .contains("by the registered contact", "said yes", "hostmaster@upstream.example said so");
    String denied = "203.0.113.64/26 of asunaro counts, and the contact in the registry says";
    secretariat.get("/today");
    assertThat(secretariat.text()).doesNotContain(denied);
    contact.post("/portal/holder/say", "secret", secret, "say", "no");
    secretariat.get("/today");
    assertThat(secretariat.text()).as("what counts is the secretariat's to end").contains(denied);
    contact.post("/portal/holder/say", "secret", secret, "say", "yes");
    secretariat.get("/today");
    assertThat(secretariat.text()).doesNotContain(denied);
    for (int i = 0; i < 2; i++) {
      newcomer.post(
          "/joining/networks/letter",
          "network",
          "203.0.113.64/26",
          "mail",
          "hostmaster@upstream.example");
      assertThat(newcomer.text()).contains("The question went to");
    }
    newcomer.post(
        "/joining/networks/letter",
        "network",
        "203.0.113.64/26",
        "mail",
        "hostmaster@upstream.example");
    assertThat(newcomer.text()).contains("a contact gets few such mails a day");
  }

  /** Sends a file by the page's form. */
  private static void send(Guest who, String path, String file) {
    who.get(path);
    who.upload(path, "day.csv", file);
    assertThat(who.status()).isEqualTo(200);
  }
}
