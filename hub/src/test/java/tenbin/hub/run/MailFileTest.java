package tenbin.hub.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.spine.collect.mailbox.ImapServer;
import tenbin.spine.doors.HubMail;
import tenbin.spine.post.MailLine;

class MailFileTest {
  private static final String LEAST =
      """
      domain = circle.example
      page = https://hub.circle.example/
      smtp.host = mail.circle.example
      """;

  @TempDir
  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private HubMail read(String text) throws IOException {
    return MailFile.read(Files.writeString(folder.resolve("mail.properties"), text));
  }

  @Test
  void least_that_a_file_has_to_say_gives_protected_lines_and_the_usual_names() throws IOException {
    HubMail mail = read(LEAST);
    assertThat(mail.out().line().security()).isEqualTo(MailLine.Security.STARTTLS);
    assertThat(mail.out().line().port()).isEqualTo(587);
    assertThat(mail.out().user()).isEmpty();
    assertThat(mail.in()).isEmpty();
    assertThat(mail.zone()).isEqualTo(ZoneId.of("Asia/Tokyo"));
    assertThat(mail.address().report("x")).isEqualTo("report+x@circle.example");
    assertThat(mail.address().answer("x")).isEqualTo("answer+x@circle.example");
  }

  @Test
  void every_key_is_heard() throws IOException {
    Files.writeString(folder.resolve("smtp.password"), "one\n");
    Files.writeString(folder.resolve("imap.password"), "two\n");
    HubMail mail =
        read(
            LEAST
                + """
                reports = in
                answers = back
                zone = Europe/Paris
                smtp.port = 465
                smtp.security = tls
                smtp.user = tenbin
                smtp.password-file = smtp.password
                imap.host = box.circle.example
                imap.port = 143
                imap.security = starttls
                imap.user = hub
                imap.password-file = imap.password
                """);
    ImapServer in = mail.in().orElseThrow();
    assertThat(mail.out().line().toString()).isEqualTo("mail.circle.example:465");
    assertThat(mail.out().line().security()).isEqualTo(MailLine.Security.TLS);
    assertThat(mail.out().user() + mail.out().password()).isEqualTo("tenbinone");
    assertThat(in.line().toString()).isEqualTo("box.circle.example:143");
    assertThat(in.line().security()).isEqualTo(MailLine.Security.STARTTLS);
    assertThat(in.user() + in.password()).isEqualTo("hubtwo");
    assertThat(mail.zone()).isEqualTo(ZoneId.of("Europe/Paris"));
    assertThat(mail.address().report("x")).isEqualTo("in+x@circle.example");
    assertThat(mail.out() + " " + in).as("what logs show").doesNotContain("one", "two");
  }

  @Test
  void plain_line_is_asked_for_twice_and_stays_on_this_machine() throws IOException {
    String none = "domain = a.example\npage = http://127.0.0.1:8080/\nsmtp.security = none\n";
    String here = none + "smtp.host = 127.0.0.1\n";
    assertThatThrownBy(() -> read(here))
        .hasMessageContaining("smtp.security")
        .hasMessageContaining("plain: loopback only");
    assertThat(read(here + "plain: loopback only\n").out().line().security())
        .isEqualTo(MailLine.Security.PLAIN);
    assertThatThrownBy(() -> read(none + "plain: loopback only\nsmtp.host = 127.mail.example\n"))
        .hasMessageContaining("by TLS only: 127.mail.example");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "smtp.pasword-file = x",
        "smtp.port = 70000",
        "smtp.port = 0",
        "smtp.security = maybe",
        "zone = Nowhere/At_all",
        "page = hub.circle.example",
        "page = ftp://hub.circle.example/",
        "domain = two words",
        "answers = report",
        "imap.host = box.circle.example",
      })
  void wrong_line_is_refused_with_file_and_reason(String line) {
    assertThatThrownBy(() -> read(LEAST + line + "\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("mail.properties: ");
  }

  @Test
  void missing_keys_are_named() {
    for (Map.Entry<String, String> each :
        Map.of("domain", "domain", "page", "page", "smtp.host", "smtp.host").entrySet()) {
      String without =
          LEAST.lines().filter(line -> !line.startsWith(each.getKey())).toList().toString();
      String text = without.substring(1, without.length() - 1).replace(", ", "\n");
      assertThatThrownBy(() -> read(text)).hasMessageContaining(each.getValue() + " is missing");
    }
  }

  @Test
  void file_that_it_names_and_that_is_not_there_is_told() {
    assertThatThrownBy(() -> read(LEAST + "smtp.password-file = gone\n"))
        .isInstanceOf(NoSuchFileException.class)
        .hasMessageContaining("gone")
        .hasMessageContaining("mail.properties");
    assertThatThrownBy(() -> read(LEAST + "smtp.authorities = gone.pem\n"))
        .hasMessageContaining("gone.pem");
  }
}
