package tenbin.hub.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.hub.run.MailEnd.ADDRESS;
import static tenbin.hub.run.MailEnd.AOZORA;
import static tenbin.hub.run.MailEnd.HAYATE;
import static tenbin.hub.run.MailEnd.NOON;
import static tenbin.hub.run.MailEnd.YAMABIKO;

import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.CaseFacts;
import tenbin.spine.collect.mailbox.Bounce;
import tenbin.spine.collect.mailbox.DeadMail;
import tenbin.spine.health.Health;
import tenbin.spine.post.About;
import tenbin.spine.post.Tokens;

/** Reminders leave, answers come back: the hub's end of the mail, with everything real. */
@SuppressWarnings("NullAway.Init")
class CaseMailTest {
  private static final Duration HALF = Duration.ofHours(24);
  private static final String AOZORA_DESK = "Abuse desk <abuse@aozora.example>";

  @TempDir private static Path server;
  private static OwnPostgres postgres;

  @TempDir private Path data;
  private MailEnd hub;

  @BeforeAll
  static void startPostgres() {
    postgres = new OwnPostgres(server);
  }

  @AfterAll
  static void stopPostgres() {
    postgres.close();
  }

  @BeforeEach
  void open() throws IOException, SQLException {
    hub = new MailEnd(data, postgres.url());
    hub.openCase("f1", AOZORA, HAYATE);
  }

  @AfterEach
  void close() {
    hub.close();
  }

  @Test
  void reminder_leaves_at_its_moment_once_and_never_again_after_a_restart() {
    hub.clock.at(NOON.plus(HALF).minusSeconds(1));
    assertThat(hub.remind()).as("a second before").isZero();
    hub.clock.at(NOON.plus(HALF));
    assertThat(hub.remind()).isEqualTo(2);
    assertThat(hub.mailsTo("aozora.example")).hasSize(1);
    assertThat(hub.mailsTo("hayate.example")).as("its SOC: it has no abuse desk").hasSize(1);
    assertThat(hub.remind()).as("the next round").isZero();
    hub.restart();
    assertThat(hub.remind()).as("after a restart").isZero();
    hub.clock.at(NOON.plus(Duration.ofDays(2)));
    hub.restart();
    assertThat(hub.remind()).as("the deadline came while it was down").isEqualTo(2);
    hub.clock.at(NOON.plus(Duration.ofDays(3)));
    assertThat(hub.remind()).isEqualTo(2);
    hub.clock.at(NOON.plus(Duration.ofDays(300)));
    hub.restart();
    assertThat(hub.remind()).as("three steps and no more").isZero();
    assertThat(hub.sent()).isEqualTo(6);
    assertThat(hub.stateOf(AOZORA)).as("silence stays silence").isEqualTo(AnswerState.SILENT);
    assertThat(hub.shownTo(AOZORA).fact(CaseFacts.ANSWER)).isEqualTo("silent");
    assertThat(hub.spine().ledger().verify().holds()).isTrue();
  }

  @Test
  void crash_between_sending_and_noting_it_sends_the_same_mail_again() throws Exception {
    hub.clock.at(NOON.plus(HALF));
    assertThat(hub.remind()).isEqualTo(2);
    try (Connection connection = hub.spine().dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("delete from case_reminded where member = 'aozora'");
    }
    hub.restart();
    assertThat(hub.remind()).isEqualTo(1);
    List<MimeMessage> mails = hub.mailsTo("aozora.example");
    assertThat(mails).hasSize(2);
    assertThat(mails.get(1).getMessageID()).isEqualTo(mails.get(0).getMessageID());
    assertThat(mails.get(1).getReplyTo()).isEqualTo(mails.get(0).getReplyTo());
  }

  @Test
  void reminder_tells_its_member_s_part_and_nothing_of_another() throws Exception {
    MimeMessage mail = reminderOf("aozora.example");
    String ja = text(mail, 0);
    String en = text(mail, 1);
    assertThat(ja + en)
        .contains("203.0.113.9", "https://hub.circle.example/cases")
        .doesNotContainIgnoringCase("hayate")
        .doesNotContain("for the analyst");
    String to = mail.getReplyTo()[0].toString();
    String token = ADDRESS.read(to).orElseThrow().token();
    assertThat(hub.doors().answerTokens().find(token))
        .hasValueSatisfying(about -> {
          assertThat(about.member()).isEqualTo(AOZORA);
          assertThat(about.kind()).isEqualTo(About.CASE);
        });
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(ADDRESS.isOwnMessageId(mail.getMessageID())).isTrue();
    assertThat(hub.spine().receipts().receipts(AOZORA, 0, 10))
        .as("what left has its receipt")
        .hasSize(1);
  }

  @Test
  void mailed_answer_goes_into_the_case_of_its_member_and_ends_the_reminders() throws Exception {
    String to = replyAddress("aozora.example");
    hub.arrive(AOZORA_DESK, to, "", "fixed\n\n> affected");
    hub.poll();
    assertThat(hub.stateOf(AOZORA)).isEqualTo(AnswerState.FIXED);
    assertThat(hub.stateOf(HAYATE)).isEqualTo(AnswerState.SILENT);
    assertThat(hub.shownTo(AOZORA).fact(CaseFacts.NOTE)).isEqualTo("fixed");
    hub.arrive(AOZORA_DESK, to, "", "fixed\n\n> affected");
    hub.poll();
    hub.restart();
    hub.poll();
    assertThat(hub.cases().matrix().getFirst().history()).as("twice is once").hasSize(1);
    hub.clock.at(NOON.plus(Duration.ofDays(3)));
    hub.remind();
    assertThat(hub.mailsTo("aozora.example")).as("who is done is left alone").hasSize(1);
    assertThat(hub.mailsTo("hayate.example")).hasSizeGreaterThan(1);
  }

  @Test
  void answer_that_says_no_one_word_stays_with_the_mails() throws Exception {
    String to = replyAddress("aozora.example");
    hub.arrive(AOZORA_DESK, to, "", "seen\nfixed");
    hub.arrive(AOZORA_DESK, to, "", "we shall look into it on Monday");
    hub.poll();
    assertThat(hub.stateOf(AOZORA)).isEqualTo(AnswerState.SILENT);
    assertThat(hub.doors().mails().answersOf(AOZORA, 10)).hasSize(2);
    assertThat(hub.cases().matrix().getFirst().history()).isEmpty();
  }

  @Test
  void forged_reply_address_and_a_stranger_s_answer_change_nothing_and_are_listed()
      throws Exception {
    String to = replyAddress("aozora.example");
    hub.arrive(AOZORA_DESK, ADDRESS.answer("a".repeat(Tokens.LENGTH)), "", "fixed");
    hub.arrive("soc@hayate.example", to, "", "fixed");
    hub.arrive("someone@stranger.example", to, "", "fixed");
    hub.arrive("abuse@aozora.example.stranger.example", to, "", "fixed");
    hub.poll();
    assertThat(hub.stateOf(AOZORA)).isEqualTo(AnswerState.SILENT);
    assertThat(hub.stateOf(HAYATE)).isEqualTo(AnswerState.SILENT);
    assertThat(hub.doors().mails().answersOf(AOZORA, 10)).isEmpty();
    assertThat(hub.doors().mails().deadMails(10))
        .extracting(DeadMail::why)
        .filteredOn(why -> why.contains("no contact"))
        .hasSize(3);
    assertThat(hub.doors().mails().deadMails(10))
        .extracting(DeadMail::why)
        .anyMatch(why -> why.contains("never made"));
  }

  @Test
  void machines_are_neither_filed_nor_answered() throws Exception {
    MimeMessage reminder = reminderOf("aozora.example");
    String to = reminder.getReplyTo()[0].toString();
    int before = hub.sent();
    hub.arrive(AOZORA_DESK, to, "Auto-Submitted: auto-replied\n", "fixed");
    hub.arrive(AOZORA_DESK, to, "Auto-Submitted: auto-generated\n", "fixed");
    hub.arrive(AOZORA_DESK, to, "Precedence: bulk\n", "fixed");
    hub.arrive(AOZORA_DESK, to, "Message-ID: " + reminder.getMessageID() + "\n", "fixed");
    hub.arrive(AOZORA_DESK, to, "Tenbin-Delivery: x\n", "fixed");
    hub.poll();
    assertThat(hub.stateOf(AOZORA)).isEqualTo(AnswerState.SILENT);
    assertThat(hub.doors().mails().answersOf(AOZORA, 10)).isEmpty();
    assertThat(hub.doors().mails().bouncesOf(AOZORA, 10))
        .extracting(Bounce::kind)
        .containsOnly(Bounce.Kind.AUTO_REPLY)
        .hasSize(3);
    assertThat(hub.doors().mails().deadMails(10))
        .hasSize(2)
        .allSatisfy(dead -> assertThat(dead.why()).contains("loop"));
    assertThat(hub.remind()).isZero();
    assertThat(hub.sent()).as("no machine gets an answer").isEqualTo(before);
  }

  @Test
  void server_that_is_away_costs_nothing_but_time() {
    hub.clock.at(NOON.plus(HALF));
    hub.breakLine(true);
    assertThat(hub.remind()).isZero();
    assertThat(hub.doors().health().all())
        .filteredOn(each -> each.name().equals("reminders"))
        .singleElement()
        .satisfies(each -> {
          assertThat(each.isWell()).isFalse();
          assertThat(each.lastError()).contains("nobody listens there");
        });
    hub.breakLine(false);
    assertThat(hub.remind()).isEqualTo(2);
    assertThat(hub.doors().health().all()).extracting(Health::isWell).containsOnly(true);
    assertThat(hub.sent()).isEqualTo(2);
  }

  @Test
  void member_without_a_desk_that_reads_mail_is_not_reminded_and_stops_nobody() {
    replaceContacts(AOZORA, ContactRole.ROUTING);
    hub.clock.at(NOON.plus(HALF));
    assertThat(hub.remind()).isEqualTo(1);
    assertThat(hub.mailsTo("aozora.example")).isEmpty();
    replaceContacts(AOZORA, ContactRole.NOC);
    assertThat(hub.remind()).as("it has one now").isEqualTo(1);
    assertThat(hub.mailsTo("aozora.example")).hasSize(1);
  }

  @Test
  void agreement_that_ended_ends_the_reminders() {
    Circle circle = hub.spine().roster().circle();
    hub.spine()
        .roster()
        .replace(
            new Circle(
                circle.name(),
                circle.version() + "-2",
                circle.members(),
                circle.groups(),
                List.<Agreement>of(),
                circle.unmarked()),
            "changed");
    hub.clock.at(NOON.plus(HALF));
    assertThat(hub.remind()).isZero();
    assertThat(hub.sent()).isZero();
  }

  @Test
  void report_by_mail_is_filed_for_the_member_whose_address_it_is() throws Exception {
    String to = ADDRESS.report(hub.doors().reportTokens().of(YAMABIKO));
    hub.arrive("feed@sinkhole.example", to, "Precedence: bulk\n", "not a format of anybody's");
    hub.poll();
    assertThat(hub.spine().awaitCaughtUp(Duration.ofMinutes(1))).isTrue();
    assertThat(hub.spine().reports().reportsOf(YAMABIKO, Instant.MAX, 10)).hasSize(1);
    assertThat(hub.spine().reports().reportsOf(AOZORA, Instant.MAX, 10)).isEmpty();
    assertThat(hub.sent()).as("a refused report answers nobody").isZero();
  }

  private MimeMessage reminderOf(String domain) {
    hub.clock.at(NOON.plus(HALF));
    hub.remind();
    return hub.mailsTo(domain).getFirst();
  }

  private String replyAddress(String domain) throws Exception {
    return reminderOf(domain).getReplyTo()[0].toString();
  }

  private static String text(MimeMessage mail, int part) throws Exception {
    return new String(
        ((MimeMultipart) mail.getContent()).getBodyPart(part).getInputStream().readAllBytes(),
        UTF_8);
  }

  private void replaceContacts(MemberId of, ContactRole role) {
    Circle circle = hub.spine().roster().circle();
    List<Member> members =
        circle.members().stream()
            .map(each -> each.id().equals(of) ? with(each, role) : each)
            .toList();
    hub.spine()
        .roster()
        .replace(
            new Circle(
                circle.name(),
                circle.version() + role,
                members,
                circle.groups(),
                circle.agreements(),
                circle.unmarked()),
            "changed");
  }

  private static Member with(Member member, ContactRole role) {
    Contact first = member.contacts().getFirst();
    Contact only =
        new Contact(role, first.name(), first.mail(), "", first.verifiedAt(), first.nextCheck());
    return new Member(
        member.id(),
        member.name(),
        member.nameJa(),
        member.memberClass(),
        member.carrier(),
        member.membership(),
        member.claims(),
        List.of(only));
  }
}
