package tenbin.spine.deliver.mail;

import java.time.Duration;
import java.util.Properties;

/**
 * The mail server that takes the hub's mails.
 *
 * @param host name or address
 * @param port 587 for submission (RFC 6409), 465 for TLS from the start (RFC 8314)
 * @param security how the line is protected; none only on the hub's own machine
 * @param user empty when the server asks for none
 * @param password empty when the server asks for none
 */
public record MailServer(String host, int port, Security security, String user, String password) {
  /** Below the outbox's lease, however many steps a server makes wait. */
  private static final String MILLIS = Long.toString(Duration.ofSeconds(20).toMillis());

  /** How the line is protected. */
  public enum Security {
    NONE,
    STARTTLS,
    TLS
  }

  public MailServer {
    boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    if (security == Security.NONE && !here) {
      throw new IllegalArgumentException("mails leave this machine by TLS only: " + host);
    }
  }

  Properties properties() {
    Properties properties = new Properties();
    properties.setProperty("mail.smtp.host", host);
    properties.setProperty("mail.smtp.port", Integer.toString(port));
    properties.setProperty("mail.smtp.connectiontimeout", MILLIS);
    properties.setProperty("mail.smtp.timeout", MILLIS);
    properties.setProperty("mail.smtp.writetimeout", MILLIS);
    properties.setProperty("mail.smtp.auth", Boolean.toString(!user.isEmpty()));
    properties.setProperty("mail.smtp.ssl.enable", Boolean.toString(security == Security.TLS));
    boolean startTls = security == Security.STARTTLS;
    properties.setProperty("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    return properties;
  }

  /** Never the password. */
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
