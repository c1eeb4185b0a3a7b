package tenbin.proof.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.hub.run.RunningHub;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.Arrival;
import tenbin.spine.roster.CircleFile;

/**
 * Rows that law shuts: their customer is asked by mail and answers by one click. Rows that are
 * their holder's to let go: the holder is told by mail and answers on its page.
 */
class RowAskStoryTest {
  private static final String MINATO = "minato";
  private static final String TO_CUSTOMERS = "May the operator that is responsible";

  private static final String TSUBAME =
      """
            - role: abuse
              name: Abuse desk
              mail: abuse@tsubame.example
      """;
  private static final String APPROVERS =
      """
            - {role: approver, name: Legal, mail: law@tsubame.example, verified-at: 2026-03-10, next-check: 2090-03-10}
            - {role: approver, name: Board, mail: board@tsubame.example, verified-at: 2026-03-10, next-check: 2090-03-10}
            - {role: approver, name: Left us, mail: gone@tsubame.example, verified-at: 2024-03-10, next-check: 2025-03-10}
      """;
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
              - {party: tsubame, from: 2020-01-01}
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
              - {party: tsubame, from: 2020-01-01}
          from: 2020-01-01
          review-by: 2030-01-01
          evidence: binder 13
      facts:
        - {about: tsubame, key: four-eyes, value: "yes", from: 2020-01-01}
      asks:
        - {id: ask-privacy, gate: P, categories: [C2], purposes: [P1], recipients: [responsible], whom: subject}
        - {id: ask-secrecy, gate: S, categories: [C2], purposes: [P1], recipients: [responsible], whom: subject}
        - {id: ask-rows, gate: H, categories: [C0, C1], purposes: [P1], recipients: [responsible], whom: holder}
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  static Path folder;

  @SuppressWarnings("NullAway.Init")
  private static AskingHub asking;

  @SuppressWarnings("NullAway.Init")
  private static RunningHub hub;

  @BeforeAll
  static void a_hub_that_sends_mail_runs() throws Exception {
    String text = CircleFile.demo();
    assertThat(text).contains("categories: [C0, C1, C2, CD]", TSUBAME);
    asking =
        new AskingHub(
            folder,
            text.replace("categories: [C0, C1, C2, CD]", "categories: [CD]")
                .replace(TSUBAME, APPROVERS + TSUBAME),
            POLICY);
    hub = asking.hub();
  }

  @AfterAll
  static void close() {
    asking.close();
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
    String text = asking.mail("ciso@" + name + ".example", TO_CUSTOMERS);
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
    asking.mail("ciso@take.example", TO_CUSTOMERS);
    for (String name : List.of("sakura", "ume")) {
      asking.mail("ciso@" + name + ".example", TO_CUSTOMERS);
    }
    assertThat(asking.mailsTo("unseen", TO_CUSTOMERS)).isEmpty();
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
    String text = asking.mail("kogane", "You are asked whether something that you hold may go");
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

  /** Who opened the link of the mail to an approver: looked at the question, said nothing. */
  private static Guest approver(String mailbox) throws Exception {
    String text =
        asking.mail(
            mailbox + "@tsubame.example", "You are asked whether something that you hold may go");
    assertThat(text).contains("(purpose P1)").doesNotContain("126.99", "inato", "mirai");
    Matcher link =
        Pattern.compile("https://hub\\.circle\\.example(/portal/approve)#([0-9a-f-]{36}\\.\\w{32})")
            .matcher(text);
    assertThat(link.find()).as(text).isTrue();
    Guest guest = new Guest(hub.address());
    guest.get(link.group(1));
    guest.post(link.group(1), "secret", link.group(2));
    return guest;
  }

  private static void say(Guest approver, String what) {
    String secret = approver.find("name=\"secret\" value=\"([^\"]+)\"");
    approver.post("/portal/approve/say", "secret", secret, "say", what);
  }

  @Test
  void approvers_answer_by_links_of_their_own_and_two_of_them_let_rows_go() throws Exception {
    saw("tsubame", "126.99.0.7");
    Pulling minato = new Pulling(hub, MINATO, Clock.systemUTC());
    Guest law = approver("law");
    assertThat(law.text()).contains("A yes lets 1 rows go now", "Two different persons");
    String secret = law.find("name=\"secret\" value=\"([^\"]+)\"");
    assertThat(minato.all()).as("to look answers nothing").noneMatch(is("126.99.0.7"));
    say(law, "yes");
    assertThat(law.text()).contains("so far: 1");
    law.post("/portal/approve/say", "secret", secret, "say", "yes");
    assertThat(minato.all()).as("one person twice").noneMatch(is("126.99.0.7"));

    Guest desk = Guest.of(hub.address(), "tsubame");
    desk.get("/tasks");
    assertThat(desk.text())
        .contains("Somebody said yes by the link in a mail")
        .doesNotContain("Yes, they may");
    desk.post(desk.find("action=\"(/tasks/[0-9a-f-]+)\""), "say", "yes", "note", "");
    assertThat(minato.all()).as("a login and a mailbox").noneMatch(is("126.99.0.7"));

    for (String wrong :
        List.of(
            secret.substring(0, 68) + (secret.endsWith("a") ? "b" : "a"),
            secret.substring(0, 37),
            "00000000-0000-8000-8000-000000000000" + secret.substring(36),
            "nothing",
            ".")) {
      law.get("/portal/approve");
      law.post("/portal/approve", "secret", wrong);
      assertThat(law.text()).as(wrong).contains("This link does not hold");
      law.post("/portal/approve/say", "secret", wrong, "say", "yes");
      assertThat(law.status()).as(wrong).isEqualTo(404);
    }
    law.bare("/portal/approve/say", "secret=" + secret + "&say=no");
    assertThat(law.status()).as("another site's form").isEqualTo(403);

    Guest board = approver("board");
    assertThat(board.last().headers().firstValue("Referrer-Policy")).contains("no-referrer");
    say(board, "yes");
    assertThat(board.text()).contains("You said yes");
    assertThat(minato.all()).anyMatch(is("126.99.0.7"));
    say(board, "undo");
    assertThat(board.text()).contains("Taken back");
    assertThat(minato.all()).noneMatch(is("126.99.0.7"));
    for (String mailbox : List.of("gone", "abuse")) {
      assertThat(asking.mailsTo(mailbox + "@tsubame.example", "You are asked")).isEmpty();
    }
  }

  private static Predicate<String> is(String address) {
    return row -> row.contains(address);
  }
}
