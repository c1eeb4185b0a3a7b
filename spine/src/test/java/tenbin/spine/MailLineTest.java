package tenbin.spine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tenbin.spine.post.Authorities;
import tenbin.spine.post.LineTrouble;
import tenbin.spine.post.MailLine;
import tenbin.spine.post.MailLine.Security;
import tenbin.spine.post.TestAuthority;
import tenbin.spine.post.TlsFront;

/** Lines to a real mail server behind real TLS, with an authority made for the test. */
@SuppressWarnings("NullAway.Init")
class MailLineTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  @TempDir static Path folder;
  private static TestAuthority authority;
  private static Authorities believed;
  private static SSLContext ofLocalhost;
  private static GreenMail mail;

  @BeforeAll
  static void open() throws IOException, InterruptedException, GeneralSecurityException {
    authority = new TestAuthority(folder, "circle");
    believed = Authorities.in(authority.certificate());
    ofLocalhost = authority.server("localhost");
    mail =
        new GreenMail(
            new ServerSetup[] {
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP),
              new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)
            });
    mail.start();
    mail.setUser("hub@hub.example", "hub", "secret");
  }

  @AfterAll
  static void close() {
    mail.stop();
  }

  private static TlsFront smtp(SSLContext context, Security security) throws IOException {
    TlsFront.Speaks speaks =
        security == Security.TLS ? TlsFront.Speaks.TLS_AT_ONCE : TlsFront.Speaks.SMTP;
    return new TlsFront(context, speaks, mail.getSmtp().getPort());
  }

  private static TlsFront imap(SSLContext context, Security security) throws IOException {
    TlsFront.Speaks speaks =
        security == Security.TLS ? TlsFront.Speaks.TLS_AT_ONCE : TlsFront.Speaks.IMAP;
    return new TlsFront(context, speaks, mail.getImap().getPort());
  }

  private static void send(MailLine line) throws MessagingException {
    Properties properties = line.properties("smtp", PATIENCE);
    MimeMessage message = new MimeMessage(Session.getInstance(properties));
    message.setFrom(new InternetAddress("hub@hub.example"));
    message.setRecipient(Message.RecipientType.TO, new InternetAddress("abuse@aoi.example"));
    message.setText("rows");
    Transport.send(message);
  }

  private static void read(MailLine line) throws MessagingException {
    Session session = Session.getInstance(line.properties("imap", PATIENCE));
    try (Store store = session.getStore("imap")) {
      store.connect(line.host(), line.port(), "hub", "secret");
      assertThat(store.getFolder("INBOX").exists()).isTrue();
    }
  }

  private static String troubleOfSending(MailLine line) {
    MessagingException failed = catchThrowableOfType(MessagingException.class, () -> send(line));
    return LineTrouble.of(line, failed);
  }

  private static String troubleOfReading(MailLine line) {
    MessagingException failed = catchThrowableOfType(MessagingException.class, () -> read(line));
    return LineTrouble.of(line, failed);
  }

  @Test
  void both_kinds_of_tls_carry_mail_out_and_in() throws Exception {
    for (Security security : new Security[] {Security.TLS, Security.STARTTLS}) {
      int before = mail.getReceivedMessages().length;
      try (TlsFront out = smtp(ofLocalhost, security);
          TlsFront in = imap(ofLocalhost, security)) {
        send(new MailLine("localhost", out.port(), security, believed));
        read(new MailLine("localhost", in.port(), security, believed));
        assertThat(out.heardInPlain()).noneMatch(line -> line.contains("MAIL"));
        assertThat(in.heardInPlain()).noneMatch(line -> line.contains("LOGIN hub"));
      }
      assertThat(mail.getReceivedMessages()).as(security.name()).hasSize(before + 1);
    }
  }

  @Test
  void certificate_of_another_host_is_refused_by_that_name() throws Exception {
    SSLContext other = authority.server("mail.other.example");
    for (Security security : new Security[] {Security.TLS, Security.STARTTLS}) {
      try (TlsFront out = smtp(other, security);
          TlsFront in = imap(other, security)) {
        assertThat(troubleOfSending(new MailLine("localhost", out.port(), security, believed)))
            .isEqualTo("its certificate is not that of localhost");
        assertThat(troubleOfReading(new MailLine("localhost", in.port(), security, believed)))
            .isEqualTo("its certificate is not that of localhost");
        assertThat(troubleOfReading(new MailLine("127.0.0.1", in.port(), security, believed)))
            .isEqualTo("its certificate is not that of 127.0.0.1");
        assertNothingWasTold(out, in);
      }
    }
  }

  @Test
  void certificate_by_an_unknown_authority_is_refused() throws Exception {
    Authorities others = Authorities.in(new TestAuthority(folder, "somebody-else").certificate());
    for (Security security : new Security[] {Security.TLS, Security.STARTTLS}) {
      for (Authorities each : new Authorities[] {Authorities.PUBLIC, others}) {
        try (TlsFront out = smtp(ofLocalhost, security);
            TlsFront in = imap(ofLocalhost, security)) {
          assertThat(troubleOfSending(new MailLine("localhost", out.port(), security, each)))
              .contains("no authority that the hub believes");
          assertThat(troubleOfReading(new MailLine("localhost", in.port(), security, each)))
              .contains("no authority that the hub believes");
          assertNothingWasTold(out, in);
        }
      }
    }
  }

  @Test
  void certificate_that_is_over_is_refused() throws Exception {
    SSLContext once = authority.serverOfOnce("localhost");
    try (TlsFront out = smtp(once, Security.TLS)) {
      assertThat(troubleOfSending(new MailLine("localhost", out.port(), Security.TLS, believed)))
          .isEqualTo("its certificate is over");
    }
  }

  @Test
  void server_without_tls_gets_nothing_in_plain() {
    int before = mail.getReceivedMessages().length;
    int smtp = mail.getSmtp().getPort();
    int imap = mail.getImap().getPort();
    assertThat(troubleOfSending(new MailLine("localhost", smtp, Security.STARTTLS, believed)))
        .contains("no STARTTLS", "nothing goes to it in plain");
    assertThat(troubleOfReading(new MailLine("localhost", imap, Security.STARTTLS, believed)))
        .contains("no STARTTLS", "nothing goes to it in plain");
    assertThat(troubleOfSending(new MailLine("localhost", smtp, Security.TLS, believed)))
        .contains("does not speak TLS on port " + smtp);
    assertThat(troubleOfReading(new MailLine("localhost", imap, Security.TLS, believed)))
        .contains("does not speak TLS on port " + imap);
    assertThat(mail.getReceivedMessages()).hasSize(before);
  }

  @Test
  void plain_line_goes_to_this_machine_only_whatever_a_host_is_called() {
    assertThat(MailLine.plain("127.0.0.2", 25).security()).isEqualTo(Security.PLAIN);
    for (String host : new String[] {"mail.example", "127.evil.example", "127.0.0.1.example", ""}) {
      assertThatThrownBy(() -> MailLine.plain(host, 25))
          .as(host)
          .hasMessageContaining("by TLS only");
    }
  }

  @Test
  void file_without_certificates_is_no_authority() throws IOException {
    Path empty = Files.writeString(folder.resolve("empty.pem"), "");
    Path wrong = Files.writeString(folder.resolve("wrong.pem"), "not a certificate");
    assertThatThrownBy(() -> Authorities.in(empty)).hasMessageContaining("no certificate");
    assertThatThrownBy(() -> Authorities.in(wrong)).hasMessageContaining("no certificate");
  }

  private static void assertNothingWasTold(TlsFront out, TlsFront in) {
    assertThat(out.heardInPlain()).allMatch(line -> line.matches("EHLO .*|STARTTLS|QUIT"));
    assertThat(in.heardInPlain())
        .allMatch(line -> line.matches("[A-Z]+\\d+ (CAPABILITY|STARTTLS)"));
  }
}
