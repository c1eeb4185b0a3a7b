package tenbin.spine.collect.mailbox;

import java.time.Duration;
import java.util.Properties;

/**
 * Where the hub's mailbox lies.
 *
 * @param host name or address
 * @param port 993 for TLS from the start (RFC 8314), 143 for STARTTLS
 * @param security how the line is protected; none only on the hub's own machine
 * @param user whose mailbox
 * @param password its password
 */
public record ImapServer(String host, int port, Security security, String user, String password) {
  private static final String MILLIS = Long.toString(Duration.ofSeconds(60).toMillis());

  /** A large mail comes in pieces of that many bytes, so it is never whole in memory. */
  private static final String PIECE = Integer.toString(256 << 10);

  /** How the line is protected. */
  public enum Security {
    NONE,
    STARTTLS,
    TLS
  }

  public ImapServer {
    boolean here = host.equals("localhost") || host.startsWith("127.") || host.equals("::1");
    if (security == Security.NONE && !here) {
      throw new IllegalArgumentException("mails come to this machine by TLS only: " + host);
    }
  }

  String protocol() {
    return security == Security.TLS ? "imaps" : "imap";
  }

  Properties properties() {
    String prefix = "mail." + protocol() + ".";
    Properties properties = new Properties();
    properties.setProperty(prefix + "connectiontimeout", MILLIS);
    properties.setProperty(prefix + "timeout", MILLIS);
    properties.setProperty(prefix + "writetimeout", MILLIS);
    properties.setProperty(prefix + "partialfetch", "true");
    properties.setProperty(prefix + "fetchsize", PIECE);
    properties.setProperty(prefix + "peek", "true");
    properties.setProperty(prefix + "ssl.checkserveridentity", "true");
    boolean startTls = security == Security.STARTTLS;
    properties.setProperty(prefix + "starttls.enable", Boolean.toString(startTls));
    properties.setProperty(prefix + "starttls.required", Boolean.toString(startTls));
    return properties;
  }

  /** Never the password. */
  @Override
  public String toString() {
    return user + "@" + host + ":" + port;
  }
}
