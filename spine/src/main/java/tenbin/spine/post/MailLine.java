package tenbin.spine.post;

import java.time.Duration;
import java.util.Properties;

/**
 * The line to a mail server: where it is and how it is protected. A protected line is protected or
 * is not opened: the server's certificate names this host and comes from one of the authorities,
 * and a server that offers no STARTTLS gets nothing in plain.
 *
 * @param host name or address, as the certificate has it
 * @param port where it listens
 * @param security how the line is protected; plain only on the hub's own machine
 * @param authorities whose certificates count
 */
public record MailLine(String host, int port, Security security, Authorities authorities) {
  /** How a line is protected. */
  public enum Security {
    /** Not at all. */
    PLAIN,
    /** From a command on (RFC 3207, RFC 9051 section 6.2.1). */
    STARTTLS,
    /** From its first byte (RFC 8314). */
    TLS
  }

  /** RFC 8996 took the older ones away. */
  private static final String VERSIONS = "TLSv1.3 TLSv1.2";

  private static final String LOOPBACK = "localhost|127(\\.[0-9]{1,3}){3}|::1";

  public MailLine {
    if (security == Security.PLAIN && !host.matches(LOOPBACK)) {
      throw new IllegalArgumentException("mail leaves this machine by TLS only: " + host);
    }
  }

  /** A line inside this machine. */
  public static MailLine plain(String host, int port) {
    return new MailLine(host, port, Security.PLAIN, Authorities.PUBLIC);
  }

  /**
   * The line as the mail library's properties.
   *
   * @param protocol "smtp" or "imap"
   * @param patience for every step
   */
  public Properties properties(String protocol, Duration patience) {
    String prefix = "mail." + protocol + ".";
    String millis = Long.toString(patience.toMillis());
    Properties line = new Properties();
    line.setProperty(prefix + "host", host);
    line.setProperty(prefix + "port", Integer.toString(port));
    line.setProperty(prefix + "connectiontimeout", millis);
    line.setProperty(prefix + "timeout", millis);
    line.setProperty(prefix + "writetimeout", millis);
    line.setProperty(prefix + "ssl.enable", Boolean.toString(security == Security.TLS));
    String startTls = Boolean.toString(security == Security.STARTTLS);
    line.setProperty(prefix + "starttls.enable", startTls);
    line.setProperty(prefix + "starttls.required", startTls);
    line.setProperty(prefix + "ssl.checkserveridentity", "true");
    line.setProperty(prefix + "ssl.protocols", VERSIONS);
    authorities
        .sockets()
        .ifPresent(sockets -> {
          line.put(prefix + "ssl.socketFactory", sockets);
          // Without this the library tries once more with the authorities that Java knows.
          line.setProperty(prefix + "ssl.socketFactory.fallback", "false");
          line.setProperty(prefix + "socketFactory.fallback", "false");
        });
    return line;
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
