package tenbin.proof.joining;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.hub.joining.Lookups;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.proof.portal.AheadClock;
import tenbin.proof.portal.Guest;
import tenbin.spine.deliver.mail.MailServer;
import tenbin.spine.doors.HubMail;
import tenbin.spine.newcomer.proof.DnsProof;
import tenbin.spine.newcomer.proof.Resolver;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.MailLine;
import tenbin.spine.roster.CircleFile;

/** An organisation is invited by mail and sees its first row in one sitting. */
class JoiningStoryTest {
  private static final String PASSWORD = "four bridges of seven";

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  private static final AheadClock CLOCK = new AheadClock();
  private static final GreenMail POST =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

  private static Optional<NameServer> names = Optional.empty();

  @SuppressWarnings("NullAway.Init")
  private static RunningHub hub;

  @BeforeAll
  static void a_hub_runs() throws Exception {
    POST.start();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path own = Files.createDirectories(folder.resolve("nsd"));
    Optional<NameServer.Program> program = NameServer.program(own);
    if (program.isPresent()) {
      names = Optional.of(new NameServer(program.get(), own));
    }
    Path circle = Files.writeString(folder.resolve("circle.yaml"), CircleFile.demo());
    HubMail mail =
        new HubMail(
            HubAddress.of("circle.example"),
            new MailServer(MailLine.plain("127.0.0.1", POST.getSmtp().getPort()), "", ""),
            Optional.empty(),
            URI.create("https://hub.circle.example/"),
            ZoneId.of("Asia/Tokyo"));
    HubStart how =
        new HubStart(
            folder.resolve("hub"),
            Optional.empty(),
            Optional.of(circle),
            "127.0.0.1",
            0,
            true,
            false,
            CLOCK);
    hub =
        RunningHub.start(
            how.withDoors(Optional.empty(), Optional.of(mail))
                .withLookups(
                    new Lookups(names.map(each -> new DnsProof(Resolver.parse(each.address()))))));
  }

  @AfterAll
  static void close() throws Exception {
    hub.close();
    POST.stop();
    if (names.isPresent()) {
      names.get().close();
    }
  }

  private static boolean isTo(MimeMessage mail, String address) {
    try {
      return mail.getAllRecipients()[0].toString().contains(address);
    } catch (MessagingException broken) {
      throw new AssertionError("a mail of the hub's", broken);
    }
  }

  /** The link of the newest mail to an address, at this hub's own address. */
  private static String linkTo(String address) throws Exception {
    List<MimeMessage> all =
        Stream.of(POST.getReceivedMessages()).filter(each -> isTo(each, address)).toList();
    assertThat(all).as("a mail to %s", address).isNotEmpty();
    MimeMultipart parts = (MimeMultipart) all.getLast().getContent();
    String text = String.valueOf(parts.getBodyPart(1).getContent());
    Matcher link = Pattern.compile("https://hub\\.circle\\.example/(\\S+#\\S+)").matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return link.group(1);
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
    return "timestamp,ip,port,tag\n" + CLOCK.instant() + "," + address + ",4000,mirai\n";
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
    Guest newcomer = signedIn(linkTo("noc@komorebi.example"), "noc@komorebi");
    newcomer.get("/joining");
    assertThat(newcomer.text()).contains("192.0.2.0/24", "not proved", "0 of 1");
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
    CLOCK.pass(Duration.ofSeconds(5));
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
    Guest newcomer = signedIn(linkTo("noc@yanagi.example"), "noc@yanagi");
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
    send(other, "/upload", row("126.70.1.1") + CLOCK.instant() + ",203.0.113.9,1,mirai\n");
    assertThat(hub.awaitCaughtUp(Duration.ofSeconds(30))).isTrue();
    newcomer.get("/network");
    assertThat(newcomer.text()).doesNotContain("126.70.1.1", "203.0.113.9");
    Guest holder = Guest.of(hub.address(), "aozora");
    holder.get("/network?q=126.70.1.1");
    assertThat(holder.text()).as("what is contested stays the member's").contains("126.70.1.1");
  }

  /** Sends a file by the page's form. */
  private static void send(Guest who, String path, String file) {
    who.get(path);
    who.upload(path, "day.csv", file);
    assertThat(who.status()).isEqualTo(200);
  }
}
