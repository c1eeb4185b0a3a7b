package tenbin.spine.collect.mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.report.Digest;
import tenbin.spine.collect.Arrival;
import tenbin.spine.collect.DurableIntake;
import tenbin.spine.collect.Intake;
import tenbin.spine.collect.IntakeLimits;
import tenbin.spine.collect.Progress;
import tenbin.spine.collect.ReportBook;
import tenbin.spine.collect.ReportStatus;
import tenbin.spine.collect.StoredReports;
import tenbin.spine.collect.Upload;
import tenbin.spine.collect.UploadRefused;
import tenbin.spine.deliver.channel.Scene;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.post.About;
import tenbin.spine.post.AnswerTokens;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.MailLine;
import tenbin.spine.post.ReportTokens;
import tenbin.spine.post.Tokens;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Parties;
import tenbin.spine.storage.SharedDatabase;

/** The mailbox against a real IMAP server, the real intake and a real PostgreSQL. */
@SuppressWarnings("NullAway.Init")
class MailboxSourceTest {
  private static final HubAddress HUB = HubAddress.of("hub.example");
  private static final Tokens TOKENS = new Tokens(new byte[32]);
  private static final IntakeLimits LIMITS =
      new IntakeLimits(4 << 20, 300, 64 << 20, 500, 64 << 20, 4, 1 << 20);
  private static final String DELIVERY = new UUID(1, 2).toString();
  private static Database database;

  @TempDir private Path data;
  private final SettableClock clock = new SettableClock("2026-03-24T06:00:00Z");
  private final List<Answer> told = new ArrayList<>();
  private GreenMail server;
  private GreenMailUser hub;
  private ReportTokens reportTokens;
  private AnswerTokens answerTokens;
  private MailFiles files;
  private Intake intake;
  private ReportBook book;
  private MailboxSource source;

  @BeforeAll
  static void openDatabase() {
    database = Database.open(SharedDatabase.url());
  }

  @AfterAll
  static void closeDatabase() {
    database.close();
  }

  @BeforeEach
  void open() throws IOException {
    server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    server.start();
    hub = server.setUser("hub@hub.example", "hub", "secret");
    reportTokens = new ReportTokens(database.dataSource(), TOKENS);
    answerTokens = new AnswerTokens(database.dataSource(), TOKENS, clock);
    files = new MailFiles(database.dataSource());
    intake =
        new DurableIntake(
            data, database, new Parties(database.dataSource()), LIMITS, clock, () -> {});
    book = new StoredReports(data, database);
    ImapServer imap =
        new ImapServer(MailLine.plain("127.0.0.1", server.getImap().getPort()), "hub", "secret");
    source =
        new MailboxSource(
            imap, HUB, Scene::circle, reportTokens, answerTokens, files, told::add, clock);
  }

  @AfterEach
  void close() throws SQLException {
    server.stop();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "truncate report, report_arrival, answer_token, answer_mail, bounce_mail, dead_mail,"
              + " questionable_contact, reporter_address, subscription, attempt cascade");
    }
  }

  private byte[] deliver(String mail) throws MessagingException {
    return deliver(mail.replace("\n", "\r\n").getBytes(UTF_8));
  }

  private byte[] deliver(byte[] mail) throws MessagingException {
    hub.deliver(
        new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(mail)));
    return mail;
  }

  private static String mail(String to, String headers, String text) {
    return mail("anybody@stranger.example", to, headers, text);
  }

  private static String mail(String from, String to, String headers, String text) {
    return "From: Somebody <%s>\nTo: %s\nSubject: daily report\n%s\n%s\n"
        .formatted(from, to, headers, text);
  }

  /** From the desk that the digest went to. */
  private String answer(String headers, String text) throws SQLException {
    return mail("Abuse@AOI.example", answerAddress(), headers, text);
  }

  private String reportAddress(MemberId member) throws SQLException {
    return HUB.report(reportTokens.of(member));
  }

  private String answerAddress() throws SQLException {
    return HUB.answer(answerTokens.mint(new About(Scene.AOI, About.DELIVERY, DELIVERY)));
  }

  private List<ReportStatus> reports(MemberId member) {
    return book.reportsOf(member, Instant.MAX, 100);
  }

  private int count(String folder) throws FolderException {
    MailFolder found =
        folder.equals("INBOX")
            ? server.getManagers().getImapHostManager().getInbox(hub)
            : server.getManagers().getImapHostManager().getFolder(hub, folder);
    return found == null ? 0 : found.getMessageCount();
  }

  @Test
  void report_is_the_token_s_member_s_whatever_the_from_line_says() throws Exception {
    byte[] mail = deliver(mail(reportAddress(Scene.AOI), "X-Y: z\n", "1,2,3"));
    deliver(mail("x@y.example", "Delivered-To: " + reportAddress(Scene.BENI) + "\n", "4,5"));
    assertThat(source.poll(intake)).isEqualTo(2);
    assertThat(reports(Scene.AOI))
        .extracting(ReportStatus::name)
        .containsExactly("daily report.eml");
    assertThat(reports(Scene.BENI)).hasSize(1);
    Path raw = book.raw(Scene.AOI, reports(Scene.AOI).getFirst().digest()).orElseThrow();
    assertThat(Files.readString(raw)).as("as received").contains(new String(mail, UTF_8).strip());
    assertThat(count("INBOX")).isZero();
    assertThat(count(MailboxSource.DONE)).isEqualTo(2);
    assertThat(source.poll(intake)).isZero();
  }

  @Test
  void large_mail_comes_whole() throws Exception {
    String row = "x".repeat(70) + "\n";
    deliver(mail(reportAddress(Scene.AOI), "", row.repeat(40_000)));
    assertThat(source.poll(intake)).isEqualTo(1);
    Path raw = book.raw(Scene.AOI, reports(Scene.AOI).getFirst().digest()).orElseThrow();
    assertThat(Files.readString(raw).lines().filter(row.strip()::equals)).hasSize(40_000);
  }

  @Test
  void crash_between_accept_and_move_takes_the_report_once() throws Exception {
    deliver(mail(reportAddress(Scene.AOI), "", "1,2,3"));
    Intake killed =
        new Passing(intake) {
          @Override
          public Progress accept(Arrival arrival, InputStream bytes)
              throws IOException, UploadRefused {
            super.accept(arrival, bytes);
            throw new IOException("killed");
          }
        };
    assertThatThrownBy(() -> source.poll(killed)).hasMessageContaining("killed");
    assertThat(count("INBOX")).isEqualTo(1);
    assertThat(source.poll(intake)).isEqualTo(1);
    assertThat(reports(Scene.AOI)).hasSize(1);
    assertThat(count("INBOX")).isZero();
  }

  @Test
  void same_mail_twice_is_one_report() throws Exception {
    String mail = mail(reportAddress(Scene.AOI), "", "1,2,3");
    deliver(mail);
    deliver(mail);
    source.poll(intake);
    assertThat(reports(Scene.AOI)).hasSize(1);
    assertThat(count(MailboxSource.DONE)).isEqualTo(2);
  }

  @Test
  void mail_that_is_nobody_s_is_listed_and_kept() throws Exception {
    String spilt = reportAddress(Scene.AOI);
    reportTokens.renew(Scene.AOI);
    deliver(mail(spilt, "", "old token"));
    deliver(mail("hub@hub.example", "", "no token"));
    deliver(mail(HUB.report("a".repeat(Tokens.LENGTH)), "", "guessed"));
    deliver(mail(HUB.answer("a".repeat(Tokens.LENGTH)), "", "guessed"));
    deliver(mail(reportAddress(Scene.AOI) + ", " + reportAddress(Scene.BENI), "", "two"));
    deliver(mail(reportAddress(Scene.AOI), "Auto-Submitted: auto-replied\n", "on holiday"));
    assertThat(source.poll(intake)).isZero();
    assertThat(files.deadMails(10)).hasSize(6);
    assertThat(files.deadMails(10))
        .allSatisfy(dead -> assertThat(dead.sender()).contains("anybody@stranger.example"));
    assertThat(count(MailboxSource.REFUSED)).isEqualTo(6);
    assertThat(reports(Scene.AOI)).isEmpty();
    deliver(mail(reportAddress(Scene.AOI), "", "new token"));
    assertThat(source.poll(intake)).isEqualTo(1);
  }

  @Test
  void list_of_dead_mails_keeps_the_newest_and_no_more_than_its_measure() throws Exception {
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into dead_mail (mail, mailbox, received_at, sender, title, why) select"
              + " 'old ' || n, 'hub', '2026-03-01T00:00:00Z', '', '', '' from"
              + " generate_series(1, 10000) n");
    }
    deliver(mail("hub@hub.example", "", "no token"));
    source.poll(intake);
    assertThat(files.deadMails(20_000)).hasSize(10_000);
    assertThat(files.deadMails(1).getFirst().why()).contains("no address");
  }

  @Test
  void mail_loop_is_refused_and_visible() throws Exception {
    deliver(mail(reportAddress(Scene.AOI), "Tenbin-Delivery: " + DELIVERY + "\n", "own"));
    deliver(mail(answerAddress(), "Received: from a by b\n".repeat(100), "round"));
    assertThat(source.poll(intake)).isZero();
    assertThat(files.deadMails(10)).allSatisfy(dead -> assertThat(dead.why()).contains("loop"));
    assertThat(files.deadMails(10)).hasSize(2);
    assertThat(told).isEmpty();
  }

  @Test
  void too_large_is_refused_and_a_full_queue_only_waits() throws Exception {
    deliver(mail(reportAddress(Scene.AOI), "", ("x".repeat(70) + "\n").repeat(80_000)));
    deliver(answer("", "seen"));
    source.poll(intake);
    assertThat(files.deadMails(10)).hasSize(1);
    assertThat(told).hasSize(1);
    deliver(mail(reportAddress(Scene.AOI), "", "1"));
    deliver(answer("", "fixed"));
    Intake full =
        new Passing(intake) {
          @Override
          public Progress accept(Arrival arrival, InputStream bytes) throws UploadRefused {
            throw new UploadRefused(UploadRefused.Cause.QUEUE_FULL, "come again");
          }
        };
    assertThatThrownBy(() -> source.poll(full)).hasMessageContaining("come again");
    assertThat(told).as("what stands behind it goes on").hasSize(2);
    assertThat(count("INBOX")).isEqualTo(1);
    assertThat(source.poll(intake)).isEqualTo(1);
  }

  @Test
  void answer_is_filed_for_the_member_that_was_written_to() throws Exception {
    String mail =
        answer(
            "Content-Type: text/plain; charset=utf-8\n",
            "お世話になっております。\n対応済みです。\n\n> seen / checking\n-- \nN.N.");
    deliver(mail);
    deliver(mail);
    source.poll(intake);
    assertThat(files.answersOf(Scene.BENI, 10)).isEmpty();
    assertThat(files.answersOf(Scene.AOI, 10)).hasSize(1);
    Answer answer = files.answersOf(Scene.AOI, 10).getFirst();
    assertThat(answer.about()).isEqualTo(new About(Scene.AOI, About.DELIVERY, DELIVERY));
    assertThat(answer.state()).contains(AnswerState.FIXED);
    assertThat(answer.words()).isEqualTo("お世話になっております。\n対応済みです。");
    assertThat(answer.receivedAt()).isEqualTo(clock.instant());
    assertThat(told.getFirst()).isEqualTo(answer);
  }

  @Test
  void answers_in_other_charsets_and_in_html_are_read() throws Exception {
    String head = answer("Content-Type: text/plain; charset=%s\n", "%s");
    deliver(
        head.formatted("ISO-2022-JP", "調査中")
            .replace("\n", "\r\n")
            .getBytes(Charset.forName("ISO-2022-JP")));
    deliver(head.formatted("no-such-charset", "not affected"));
    deliver(
        answer(
            "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n",
            "--b\nContent-Type: application/pdf\n\nx\n--b\nContent-Type: text/html;"
                + " charset=utf-8\nContent-Transfer-Encoding: base64\n\n"
                + Base64.getEncoder()
                    .encodeToString(
                        "<div>fixed<br></div><blockquote>seen</blockquote>".getBytes(UTF_8))
                + "\n--b--"));
    source.poll(intake);
    assertThat(told)
        .extracting(answer -> answer.state().orElseThrow())
        .containsExactly(AnswerState.CHECKING, AnswerState.NOT_AFFECTED, AnswerState.FIXED);
  }

  private static String notification(String to, String action, String status) {
    return mail(
        to,
        """
        Return-Path: <>
        Auto-Submitted: auto-replied
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary=b
        """,
        "--b\nContent-Type: text/plain\n\nfixed\n--b\nContent-Type: message/delivery-status\n\n"
            + "Reporting-MTA: dns; mx.aoi.example\n\nFinal-Recipient: rfc822; abuse@aoi.example\n"
            + "Action: "
            + action
            + "\nStatus: "
            + status
            + "\n\n--b\n"
            + "Content-Type: message/rfc822\n\nSubject: digest\nTenbin-Delivery: "
            + DELIVERY
            + "\n\nfixed\n--b--");
  }

  @Test
  void bounce_makes_the_contact_questionable_until_it_answers() throws Exception {
    deliver(notification(answerAddress(), "delayed", "4.4.1"));
    source.poll(intake);
    assertThat(files.questionable()).isEmpty();
    deliver(notification(answerAddress(), "failed", "5.1.1"));
    source.poll(intake);
    assertThat(files.bouncesOf(Scene.AOI, 10))
        .extracting(Bounce::kind)
        .containsExactlyInAnyOrder(Bounce.Kind.DELAYED, Bounce.Kind.FAILED);
    assertThat(files.questionable())
        .containsExactly(
            new MailFiles.Questionable(Scene.AOI, "abuse@aoi.example", clock.instant(), "5.1.1"));
    assertThat(told).as("a machine answers nothing").isEmpty();
    try (Connection connection = database.dataSource().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into subscription (recipient, id, purpose, channel, address, format, schedule,"
              + " state, due_at, made_at) values ('aoi-net',"
              + " '00000000-0000-0000-0000-000000000001', 'NOTIFY_AFFECTED_CUSTOMER', 'mail',"
              + " 'abuse@aoi.example', 'lines', 'hourly', 'ACTIVE', now(), now())");
      statement.execute(
          "insert into attempt (recipient, subscription, number, at, delivery, rows, outcome)"
              + " values ('aoi-net', '00000000-0000-0000-0000-000000000001', 1, now(), '"
              + DELIVERY
              + "', 1, 'SENT')");
    }
    clock.pass(Duration.ofHours(1));
    deliver(answer("", "seen"));
    source.poll(intake);
    assertThat(files.questionable()).isEmpty();
  }

  @Test
  void mail_of_the_hub_s_own_that_lost_its_mark_is_known_by_its_id() throws Exception {
    String own = "Message-ID: " + HUB.messageId(UUID.fromString(DELIVERY)) + "\n";
    deliver(answer(own, "seen"));
    deliver(mail(reportAddress(Scene.AOI), own, "1,2,3"));
    assertThat(source.poll(intake)).isZero();
    assertThat(files.deadMails(10))
        .hasSize(2)
        .allSatisfy(dead -> assertThat(dead.why()).contains("loop"));
    assertThat(told).isEmpty();
    assertThat(reports(Scene.AOI)).isEmpty();
  }

  @Test
  void answer_from_somebody_who_is_no_contact_is_refused_and_visible() throws Exception {
    deliver(mail("anybody@stranger.example", answerAddress(), "", "fixed"));
    deliver(mail("abuse@beni.example", answerAddress(), "", "fixed"));
    deliver(mail("abuse@aoi.example>, <x@beni.example", answerAddress(), "", "fixed"));
    deliver("To: " + answerAddress() + "\nSubject: nobody\n\nfixed\n");
    assertThat(source.poll(intake)).isZero();
    assertThat(told).isEmpty();
    assertThat(files.answersOf(Scene.AOI, 10)).isEmpty();
    assertThat(files.deadMails(10))
        .hasSize(4)
        .allSatisfy(dead -> assertThat(dead.why()).contains("aoi-net", "no contact"));
    assertThat(count(MailboxSource.REFUSED)).isEqualTo(4);
    deliver(answer("", "fixed"));
    source.poll(intake);
    assertThat(told).hasSize(1);
  }

  @Test
  void mail_to_many_is_no_answer_and_a_feed_to_many_is_a_report() throws Exception {
    for (String precedence : List.of("bulk", "Junk", "list", "auto_reply")) {
      deliver(answer("Precedence: " + precedence + "\n", "fixed"));
    }
    deliver(answer("Return-Path: <>\n", "fixed"));
    source.poll(intake);
    assertThat(told).isEmpty();
    assertThat(files.answersOf(Scene.AOI, 10)).isEmpty();
    assertThat(files.bouncesOf(Scene.AOI, 10)).hasSize(5);
    deliver(mail(reportAddress(Scene.AOI), "Precedence: bulk\n", "1,2,3"));
    assertThat(source.poll(intake)).isEqualTo(1);
  }

  @Test
  void out_of_office_is_no_answer() throws Exception {
    deliver(mail(answerAddress(), "Auto-Submitted: auto-replied (vacation)\n", "seen"));
    deliver(mail(answerAddress(), "X-Autoreply: yes\n", "seen"));
    source.poll(intake);
    assertThat(told).isEmpty();
    assertThat(files.bouncesOf(Scene.AOI, 10))
        .extracting(Bounce::kind)
        .containsExactly(Bounce.Kind.AUTO_REPLY, Bounce.Kind.AUTO_REPLY);
    assertThat(files.questionable()).isEmpty();
  }

  @Test
  void mailbox_that_is_away_is_an_operating_failure() {
    server.stop();
    assertThatThrownBy(() -> source.poll(intake))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("mailbox failed");
  }

  /** An intake that a test listens in on. */
  private static class Passing implements Intake {
    private final Intake real;

    Passing(Intake real) {
      this.real = real;
    }

    @Override
    public Progress progress(MemberId reporter, Digest digest) {
      return real.progress(reporter, digest);
    }

    @Override
    public Progress append(Upload upload, long offset, InputStream bytes)
        throws IOException, UploadRefused {
      return real.append(upload, offset, bytes);
    }

    @Override
    public Progress accept(Arrival arrival, InputStream bytes) throws IOException, UploadRefused {
      return real.accept(arrival, bytes);
    }
  }
}
