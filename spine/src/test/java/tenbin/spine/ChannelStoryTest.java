package tenbin.spine;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.SmallCircle.ALPHA;
import static tenbin.spine.SmallCircle.BETA;
import static tenbin.spine.SmallCircle.GAMMA;
import static tenbin.spine.SpineFixture.DAY;

import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Contact;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberId;
import tenbin.spine.collect.mailbox.Answer;
import tenbin.spine.collect.mailbox.ImapServer;
import tenbin.spine.deliver.channel.NotSent;
import tenbin.spine.deliver.channel.Schedule;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.deliver.channel.Subscription;
import tenbin.spine.deliver.mail.MailServer;
import tenbin.spine.doors.Doors;
import tenbin.spine.doors.DoorsConfig;
import tenbin.spine.doors.HubMail;
import tenbin.spine.post.About;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.MailLine;
import tenbin.wire.nine.NineColumns;

/**
 * A report comes in by mail, the members concerned get their own rows as a digest, one answers: the
 * real spine, a real mail server.
 */
@SuppressWarnings("NullAway.Init")
class ChannelStoryTest {
  private static final HubAddress HUB = HubAddress.of("hub.example");

  @TempDir private Path data;
  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
  private final List<Answer> told = new ArrayList<>();
  private SpineFixture hub;
  private GreenMail mail;
  private GreenMailUser mailbox;
  private Doors doors;

  @BeforeEach
  void open() throws IOException {
    hub = new SpineFixture(data, "alpha-net,beta-net,gamma-net");
    hub.spine().roster().replace(circle(), "alpha-net,beta-net,gamma-net");
    mail =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    mail.start();
    mailbox = mail.setUser("hub@hub.example", "hub", "secret");
    ImapServer imap =
        new ImapServer(MailLine.plain("127.0.0.1", mail.getImap().getPort()), "hub", "secret");
    MailServer smtp = new MailServer(MailLine.plain("127.0.0.1", mail.getSmtp().getPort()), "", "");
    HubMail configured =
        new HubMail(
            HUB,
            smtp,
            Optional.of(imap),
            URI.create("https://hub.example/rows"),
            ZoneId.of("Asia/Tokyo"));
    doors =
        Doors.of(
            hub.spine(),
            DoorsConfig.webhooksOnly(clock).withMail(configured),
            List.of(new NineColumns()),
            told::add);
  }

  @AfterEach
  void close() {
    doors.close();
    mail.stop();
    hub.close();
  }

  /** The small circle with an abuse desk each. */
  private static Circle circle() {
    Circle small = SmallCircle.circle("alpha-net,beta-net,gamma-net");
    List<Member> members = small.members().stream().map(ChannelStoryTest::withDesk).toList();
    return new Circle(
        small.name(),
        small.version(),
        members,
        small.groups(),
        small.agreements(),
        small.unmarked());
  }

  private static Member withDesk(Member member) {
    LocalDate checked = LocalDate.parse("2026-01-01");
    Contact desk =
        new Contact(
            ContactRole.ABUSE, "desk", desk(member.id()), "", checked, checked.plusYears(1));
    return new Member(
        member.id(),
        member.name(),
        member.nameJa(),
        member.memberClass(),
        member.carrier(),
        member.membership(),
        member.claims(),
        List.of(desk));
  }

  private static String desk(MemberId member) {
    return "abuse@" + member + ".example";
  }

  private void subscribe(MemberId member) throws NotSent {
    doors
        .subscriptions()
        .subscribe(
            member,
            new Subscription.Order(
                Purpose.NOTIFY_AFFECTED_CUSTOMER,
                "mail",
                desk(member),
                new NineColumns().format().name(),
                new Schedule.Hourly()));
  }

  private void deliver(String to, String subject, String text) throws MessagingException {
    String whole = "From: %s\nTo: %s\nSubject: %s\n\n%s".formatted(desk(ALPHA), to, subject, text);
    byte[] bytes = whole.replace("\n", "\r\n").getBytes(UTF_8);
    mailbox.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(bytes)));
  }

  private int hourLater() throws SQLException, InterruptedException {
    clock.pass(Duration.ofHours(1));
    return doors.outbox().turn();
  }

  @Test
  void report_by_mail_reaches_every_member_s_desk_and_its_answer_comes_back() throws Exception {
    for (MemberId each : SmallCircle.MEMBERS) {
      subscribe(each);
    }
    hub.read(
        GAMMA,
        (DAY + 1)
            + " 10.64.0.7 1111 conficker\n"
            + (DAY + 2)
            + " 10.64.1.7 2222 conficker\n"
            + (DAY + 3)
            + " 10.64.0.8 3333 conficker\n");
    assertThat(hourLater()).isEqualTo(2);
    assertThat(mail.getReceivedMessagesForDomain("gamma-net.example")).isEmpty();
    MimeMessage toAlpha = mail.getReceivedMessagesForDomain("alpha-net.example")[0];
    String rows =
        new String(
            ((MimeMultipart) toAlpha.getContent()).getBodyPart(2).getInputStream().readAllBytes(),
            UTF_8);
    assertThat(rows).contains("10.64.0.7", "10.64.0.8").doesNotContain("10.64.1.7");
    assertThat(rows).as("the sensor").doesNotContain("203.0.113.9");
    assertThat(hourLater()).as("nothing twice").isZero();
    deliver(toAlpha.getReplyTo()[0].toString(), "Re: digest", "影響あり\n\n> fixed");
    doors.sources().getFirst().poll(hub.spine().intake());
    Answer answer = doors.mails().answersOf(ALPHA, 10).getFirst();
    assertThat(answer.state()).contains(AnswerState.AFFECTED);
    assertThat(told).containsExactly(answer);
    String delivery = toAlpha.getHeader("Tenbin-Delivery")[0];
    assertThat(answer.about()).isEqualTo(new About(ALPHA, About.DELIVERY, delivery));
    assertThat(doors.mails().answersOf(BETA, 10)).isEmpty();
  }

  @Test
  void report_by_mail_is_in_its_sender_s_book_and_a_refusal_shows_there() throws Exception {
    deliver(
        HUB.report(doors.reportTokens().of(GAMMA)), "a.rows", "not a format that anybody knows");
    assertThat(doors.sources().getFirst().poll(hub.spine().intake())).isEqualTo(1);
    hub.caughtUp();
    assertThat(hub.spine().reports().reportsOf(GAMMA, java.time.Instant.MAX, 10)).hasSize(1);
    assertThat(hub.spine().reports().reportsOf(ALPHA, java.time.Instant.MAX, 10)).isEmpty();
  }

  @Test
  void agreement_that_ended_ends_what_was_waiting() throws Exception {
    subscribe(ALPHA);
    hub.read(GAMMA, (DAY + 1) + " 10.64.0.7 1111 conficker\n");
    hub.spine().roster().replace(SmallCircle.circle("alpha-net,beta-net"), "alpha-net,beta-net");
    assertThat(hourLater()).isZero();
    assertThat(mail.getReceivedMessages()).isEmpty();
  }
}
