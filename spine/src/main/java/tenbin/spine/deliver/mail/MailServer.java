package tenbin.spine.deliver.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.Properties;
import tenbin.spine.post.MailLine;

/**
 * The mail server that takes the hub's mails.
 *
 * @param line port 587 for submission (RFC 6409), 465 for TLS from the start (RFC 8314)
 * @param user empty when the server asks for none
 * @param password empty when the server asks for none
 */
public record MailServer(MailLine line, String user, String password) {
  /** Below the outbox's lease, however many steps a server makes wait. */
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  Properties properties() {
    Properties properties = line.properties("smtp", PATIENCE);
    properties.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
    return properties;
  }

  /** Hands a mail over, with a login where the server asks for one. */
  void send(MimeMessage mail) throws MessagingException {
    if (user.isEmpty()) {
      Transport.send(mail);
    } else {
      Transport.send(mail, user, password);
    }
  }

  /** Never the password. */
  @Override
  public String toString() {
    return line.toString();
  }
}
