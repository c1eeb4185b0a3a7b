package tenbin.spine.deliver.mail;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.nouns.member.MemberId;
import tenbin.spine.post.HubAddress;

/** What people wrote as a name or a title makes no header of a mail. */
class HeaderInjectionTest {
  private static List<String> headers(String hostile) throws MessagingException, IOException {
    DigestMail mail =
        new DigestMail(
            Session.getInstance(new Properties()),
            new DigestMail.Envelope(
                new HubAddress("circle.example", "report", "answer"),
                hostile,
                new MemberId("aozora"),
                new InternetAddress("abuse@aozora.example", true),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "token",
                Instant.EPOCH));
    mail.subject("A case: " + hostile);
    mail.text("text".getBytes(US_ASCII), "en");
    mail.saveChanges();
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    mail.writeTo(out);
    String all = out.toString(US_ASCII);
    return all.substring(0, all.indexOf("\r\n\r\n")).lines().toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Circle\r\nBcc: thief@evil.example",
        "Circle\nBcc: thief@evil.example",
        "Circle\rBcc: thief@evil.example",
        "Circle\r\n\r\n<html>",
        "サークル\r\nBcc: thief@evil.example",
        "Circle\u2028Bcc: thief@evil.example",
        "Circle\u0000\u000BBcc: thief@evil.example",
        "x\" <thief@evil.example>, \"y"
      })
  void a_name_with_line_ends_makes_no_header_and_no_body(String hostile)
      throws MessagingException, IOException {
    List<String> headers = headers(hostile);
    assertThat(headers).noneMatch(line -> line.startsWith("Bcc"));
    assertThat(headers).noneMatch(line -> line.startsWith("<html>"));
    assertThat(headers).anyMatch(line -> line.startsWith("Tenbin-Receipt: "));
    assertThat(String.join("\n", headers)).doesNotContain("\r", "\u0000", "\u000B");
    assertThat(headers.stream().filter(line -> line.startsWith("From: ")).toList())
        .singleElement()
        .asString()
        .matches("From: (?!.*[^\\\\]\" <thief).*");
  }

  @Test
  void an_address_with_line_ends_is_none() {
    for (String hostile :
        List.of(
            "a@b.example\r\nBcc: c@d.example", "a@b.example, c@d.example", "a b@c.example\n", "")) {
      assertThatThrownBy(() -> new InternetAddress(hostile, true))
          .as(hostile)
          .isInstanceOf(AddressException.class);
    }
  }
}
