package tenbin.spine.collect.mailbox;

import java.time.Duration;
import java.util.Properties;
import tenbin.spine.post.MailLine;

/**
 * Where the hub's mailbox lies.
 *
 * @param line port 993 for TLS from the start (RFC 8314), 143 for STARTTLS
 * @param user whose mailbox
 * @param password its password
 */
public record ImapServer(MailLine line, String user, String password) {
  static final String PROTOCOL = "imap";

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  /** A large mail comes in pieces of that many bytes, so it is never whole in memory. */
  private static final String PIECE = Integer.toString(256 << 10);

  Properties properties() {
    Properties properties = line.properties(PROTOCOL, PATIENCE);
    properties.setProperty("mail.imap.partialfetch", "true");
    properties.setProperty("mail.imap.fetchsize", PIECE);
    properties.setProperty("mail.imap.peek", "true");
    return properties;
  }

  /** Never the password. */
  @Override
  public String toString() {
    return user + "@" + line;
  }
}
