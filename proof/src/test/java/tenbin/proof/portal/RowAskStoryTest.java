package tenbin.proof.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.Arrival;
import tenbin.spine.deliver.mail.MailServer;
import tenbin.spine.doors.HubMail;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.MailLine;
import tenbin.spine.roster.CircleFile;

/**
 * Rows that law shuts: their customer is asked by mail and answers by one click. Rows that are
 * their holder's to let go: the holder is told by mail and answers on its page.
 */
class RowAskStoryTest {
  private static final String MINATO = "minato";
  private static final int PATIENCE_MILLIS = 60_000;
  private static final String TO_CUSTOMERS = "May the operator that is responsible";
  private static final String POLICY =
      """
      policy: A circle that asks
      bases:
        - id: clause/own
          kind: adopted-clause
          opens: [H]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted:
            by: holder
            adoptions:
              - {party: hayate, from: 2020-01-01}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 12
        - id: clause/contracts
          kind: adopted-clause
          opens: [S, P, K]
          categories: [C0, C1, C2]
          purposes: [P1]
          recipients: [responsible]
          adopted:
            by: holder
            adoptions:
              - {party: kogane, from: 2020-01-01}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 13
        - id: clause/addresses
          kind: adopted-clause
          opens: [H]
          categories: [C2]
          purposes: [P1]
          recipients: [responsible]
          adopted:
            by: holder
            adoptions:
              - {party: kogane, from: 2020-01-01}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 13
      asks:
        - {id: ask-privacy, gate: P, categories: [C2], purposes: [P1], recipients: [responsible], whom: subject}
        - {id: ask-secrecy, gate: S, categories: [C2], purposes: [P1], recipients: [responsible], whom: subject}
        - {id: ask-rows, gate: H, categories: [C0, C1], purposes: [P1], recipients: [responsible], whom: holder}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static RunningHub hub;

  @SuppressWarnings("NullAway.Init")
  private static GreenMail post;

  @BeforeAll
  static void a_hub_that_sends_mail_runs() throws Exception {
    post = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    post.start();
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    String text = CircleFile.demo();
    assertThat(text).contains("categories: [C0, C1, C2, CD]");
    Path circle =
        Files.writeString(
            folder.resolve("circle.yaml"),
            text.replace("categories: [C0, C1, C2, CD]", "categories: [CD]"));
    Path policy = Files.createDirectories(folder.resolve("policy"));
    Files.writeString(policy.resolve("asks.yaml"), POLICY);
    HubMail mail =
        new HubMail(
            HubAddress.of("circle.example"),
            new MailServer(MailLine.plain("127.0.0.1", post.getSmtp().getPort()), "", ""),
            Optional.empty(),
            URI.create("https://hub.circle.example/cases"),
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
            Clock.systemUTC());
    hub =
        RunningHub.start(
            how.withPolicy(Optional.of(policy)).withDoors(Optional.empty(), Optional.of(mail)));
  }

  @AfterAll
  static void close() {
    hub.close();
    post.stop();
  }

  /** The only mail to an address whose text says so, once it is there. */
  private static String mail(String to, String saying) throws Exception {
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
    while (System.nanoTime() < end) {
      MimeMessage[] all = post.getReceivedMessages();
      List<String> found = mails(all, to, saying);
      if (!found.isEmpty()) {
        assertThat(found).as("to %s", to).hasSize(1);
        return found.getFirst();
      }
      post.waitForIncomingEmail(500, all.length + 1);
    }
    throw new AssertionError("no mail to " + to + " that says: " + saying);
  }

  private static List<String> mails(MimeMessage[] all, String to, String saying) throws Exception {
    List<String> found = new ArrayList<>();
    for (MimeMessage each : all) {
      String text = String.valueOf(((MimeMultipart) each.getContent()).getBodyPart(1).getContent());
      boolean its = each.getRecipients(Message.RecipientType.TO)[0].toString().contains(to);
      if (its && text.contains(saying)) {
        found.add(text);
      }
    }
    return found;
  }

  private static void saw(String member, String... addresses) throws Exception {
    StringBuilder text =
        new StringBuilder(
            "\"timestamp\",\"protocol\",\"src_ip\",\"src_port\",\"dst_ip\",\"dst_port\","
                + "\"infection\"\n");
    String day = LocalDate.now(ZoneOffset.UTC).minusDays(1).toString();
    for (String address : addresses) {
      text.append(
          "\"%s 03:00:07\",\"tcp\",\"%s\",\"4711\",\"192.0.2.1\",\"80\",\"mirai\"%n"
              .formatted(day, address));
    }
    hub.intake()
        .accept(
            new Arrival(
                new MemberId(member),
                day + "-event4_sinkhole-01.csv",
                "",
                Optional.empty(),
                Optional.empty()),
            new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
    assertThat(hub.awaitCaughtUp(Duration.ofSeconds(60))).isTrue();
  }

  private static String customer(String name, String network) {
    Guest desk = Guest.of(hub.address(), MINATO);
    desk.get("/customers");
    desk.post("/customers", "name", name + " Works", "mail", "ciso@" + name + ".example");
    String id = desk.find(name + " Works[\\s\\S]*?/customers/(c-[a-z]+)/links");
    desk.post("/customers/" + id + "/networks", "prefix", network, "from", "2026-01-01");
    desk.post("/customers/" + id + "/links", "days", "30");
    return desk.find("id=\"link\">([^<]+)<");
  }

  /** Who came in by the link of the mail that asks an organisation. */
  private static Guest asked(String name) throws Exception {
    String text = mail("ciso@" + name + ".example", TO_CUSTOMERS);
    assertThat(text).doesNotContain("ayate", "mirai", "4711");
    Matcher link =
        Pattern.compile("https://hub\\.circle\\.example/portal#([a-z2-7]{32})").matcher(text);
    assertThat(link.find()).as(text).isTrue();
    return Guest.by(hub.address() + "portal#" + link.group(1));
  }

  @Test
  void customers_are_asked_once_and_what_they_permit_goes_by_itself() throws Exception {
    customer("sakura", "126.97.0.16/28");
    customer("ume", "126.97.0.32/28");
    String take = customer("take", "126.97.0.48/28");
    customer("unseen", "126.97.0.64/28");
    saw("hayate", "126.97.0.18", "126.97.0.34", "126.97.0.50", "126.97.9.9");
    Pulling minato = new Pulling(hub, MINATO, Clock.systemUTC());
    assertThat(minato.next()).isEmpty();

    Guest sakura = asked("sakura");
    assertThat(sakura.path()).isEqualTo("/portal/in/question");
    assertThat(sakura.text())
        .contains("126.97.0.16/28", "Yes, they may", "so that your operator can tell you")
        .doesNotContain("126.97.0.32", "ayate");
    sakura.get("/portal/in/question?say=yes");
    sakura.get("/portal/in/network");
    assertThat(sakura.path()).as("its link leads there alone").endsWith("/question");
    assertThat(minato.next()).as("to look answers nothing").isEmpty();
    sakura.get("/portal/in/question");
    sakura.post("/portal/in/question", "say", "yes");
    assertThat(sakura.text()).contains("You said yes");
    assertThat(minato.next())
        .hasSize(1)
        .allSatisfy(row -> assertThat(row).contains("126.97.0.18", "4711", "mirai"));

    Guest ume = asked("ume");
    ume.post("/portal/in/question", "say", "no");
    assertThat(ume.text()).contains("You said no");
    ume.post("/portal/in/question", "say", "yes");
    assertThat(ume.text()).contains("You said no");
    assertThat(minato.next()).isEmpty();

    Guest page = Guest.by(take);
    page.get("/portal/in/network");
    assertThat(page.text()).contains("A question to you");
    page.post(
        "/portal/in/network/answer",
        "task",
        page.find("name=\"task\" value=\"([^\"]+)\""),
        "say",
        "yes");
    assertThat(page.text()).doesNotContain("A question to you");
    assertThat(minato.next()).hasSize(1).allSatisfy(row -> assertThat(row).contains("126.97.0.50"));

    sakura.get("/portal/in/question");
    sakura.post("/portal/in/question", "say", "undo");
    assertThat(sakura.text()).contains("Taken back");
    assertThat(minato.all()).hasSize(1).noneMatch(row -> row.contains("126.97.0.18"));
    saw("hayate", "126.97.0.19", "126.97.0.35");
    assertThat(minato.next()).isEmpty();
    mail("ciso@take.example", TO_CUSTOMERS);
    for (String name : List.of("sakura", "ume")) {
      mail("ciso@" + name + ".example", TO_CUSTOMERS);
    }
    assertThat(mails(post.getReceivedMessages(), "unseen", TO_CUSTOMERS)).isEmpty();
    for (String member : List.of("hayate", MINATO)) {
      Guest other = Guest.of(hub.address(), member);
      other.get("/tasks");
      assertThat(other.text()).as(member).contains("Nothing was asked.");
      assertThat(other.get("/tasks/export.csv")).as(member).doesNotContain("rows");
    }
  }

  @Test
  void holder_is_told_by_mail_and_its_yes_on_the_page_lets_its_rows_go() throws Exception {
    saw("kogane", "126.98.0.7");
    Pulling minato = new Pulling(hub, MINATO, Clock.systemUTC());
    assertThat(minato.all()).noneMatch(row -> row.contains("126.98.0.7"));
    String text = mail("kogane", "You are asked whether something that you hold may go");
    assertThat(text)
        .contains("https://hub.circle.example/tasks", "(purpose P1)")
        .doesNotContain("126.98", "inato", "mirai");
    Guest kogane = Guest.of(hub.address(), "kogane");
    kogane.get("/tasks");
    assertThat(kogane.text()).contains("Your rows", "A yes lets 1 rows go now");
    kogane.post(kogane.find("action=\"(/tasks/[0-9a-f-]+)\""), "say", "yes", "note", "");
    assertThat(minato.all()).anyMatch(row -> row.contains("126.98.0.7"));
    kogane.post(kogane.find("action=\"(/tasks/[0-9a-f-]+)\""), "say", "undo");
    assertThat(minato.all()).noneMatch(row -> row.contains("126.98.0.7"));
  }
}
