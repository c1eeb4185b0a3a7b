package tenbin.hub.run;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import tenbin.spine.collect.mailbox.ImapServer;
import tenbin.spine.deliver.mail.MailServer;
import tenbin.spine.doors.HubMail;
import tenbin.spine.post.Authorities;
import tenbin.spine.post.HubAddress;
import tenbin.spine.post.MailLine;

/**
 * The hub's mail in a properties file, as docs/operations/mail.md describes it. Passwords stand in
 * files of their own, named relative to this one.
 */
public final class MailFile {
  private static final Set<String> KEYS =
      Set.of(
          "domain",
          "reports",
          "answers",
          "page",
          "zone",
          "plain",
          "smtp.host",
          "smtp.port",
          "smtp.security",
          "smtp.authorities",
          "smtp.user",
          "smtp.password-file",
          "imap.host",
          "imap.port",
          "imap.security",
          "imap.authorities",
          "imap.user",
          "imap.password-file");

  private static final String LOOPBACK_ONLY = "loopback only";
  private static final int MOST_PORT = 65_535;

  private final Path file;
  private final Properties told;

  private MailFile(Path file, Properties told) {
    this.file = file;
    this.told = told;
  }

  /**
   * Reads it.
   *
   * @throws IllegalArgumentException with the key that is wrong, missing or not known
   */
  public static HubMail read(Path file) throws IOException {
    Properties told = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      told.load(in);
    }
    Set<String> unknown = new TreeSet<>(told.stringPropertyNames());
    unknown.removeAll(KEYS);
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(file + ": not known: " + String.join(", ", unknown));
    }
    try {
      return new MailFile(file, told).mail();
    } catch (IllegalArgumentException | java.time.DateTimeException wrong) {
      throw new IllegalArgumentException(file + ": " + wrong.getMessage(), wrong);
    }
  }

  private HubMail mail() throws IOException {
    HubAddress address =
        new HubAddress(needed("domain"), or("reports", "report"), or("answers", "answer"));
    return new HubMail(
        address,
        smtp(),
        told.containsKey("imap.host") ? Optional.of(imap()) : Optional.empty(),
        page(),
        ZoneId.of(or("zone", HubStart.USUAL_ZONE.getId())));
  }

  private MailServer smtp() throws IOException {
    return new MailServer(
        line("smtp", "587", "starttls"), or("smtp.user", ""), password("smtp.password-file"));
  }

  private ImapServer imap() throws IOException {
    return new ImapServer(
        line("imap", "993", "tls"), needed("imap.user"), password("imap.password-file"));
  }

  private MailLine line(String server, String usualPort, String usualSecurity) throws IOException {
    String authorities = or(server + ".authorities", "");
    return new MailLine(
        needed(server + ".host"),
        port(server + ".port", usualPort),
        security(server + ".security", usualSecurity),
        authorities.isEmpty() ? Authorities.PUBLIC : Authorities.in(beside(authorities)));
  }

  private String or(String key, String otherwise) {
    return told.getProperty(key, otherwise).strip();
  }

  private String needed(String key) {
    String value = or(key, "");
    if (value.isEmpty()) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value;
  }

  private int port(String key, String usual) {
    String text = or(key, usual);
    if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > MOST_PORT) {
      throw new IllegalArgumentException(key + " is no port: " + text);
    }
    return Integer.parseInt(text);
  }

  /** Who wants a plain line says so twice: nobody gets one by a slip of the pen. */
  private MailLine.Security security(String key, String usual) {
    String word = or(key, usual);
    return switch (word) {
      case "tls" -> MailLine.Security.TLS;
      case "starttls" -> MailLine.Security.STARTTLS;
      case "none" -> {
        if (!or("plain", "").equals(LOOPBACK_ONLY)) {
          throw new IllegalArgumentException(
              key + " is none: the file has to say \"plain: " + LOOPBACK_ONLY + "\" as well");
        }
        yield MailLine.Security.PLAIN;
      }
      default -> throw new IllegalArgumentException(key + " is none, starttls or tls, not " + word);
    };
  }

  private URI page() {
    URI page = URI.create(needed("page"));
    if (page.getHost() == null || !Set.of("http", "https").contains(page.getScheme())) {
      throw new IllegalArgumentException("page is no http address: " + page);
    }
    return page;
  }

  private String password(String key) throws IOException {
    String name = or(key, "");
    return name.isEmpty() ? "" : Files.readString(beside(name)).strip();
  }

  private Path beside(String name) throws NoSuchFileException {
    Path named = file.resolveSibling(name);
    if (!Files.isRegularFile(named)) {
      throw new NoSuchFileException(named + ", which " + file + " names");
    }
    return named;
  }
}
