package tenbin.hub.run;

import java.io.IOException;
import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import tenbin.spine.collect.mailbox.ImapServer;
import tenbin.spine.deliver.mail.MailServer;
import tenbin.spine.doors.HubMail;
import tenbin.spine.post.HubAddress;

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
          "smtp.host",
          "smtp.port",
          "smtp.security",
          "smtp.user",
          "smtp.password-file",
          "imap.host",
          "imap.port",
          "imap.security",
          "imap.user",
          "imap.password-file");

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
        URI.create(needed("page")),
        ZoneId.of(or("zone", HubStart.USUAL_ZONE.getId())));
  }

  private MailServer smtp() throws IOException {
    return new MailServer(
        needed("smtp.host"),
        port("smtp.port", "587"),
        MailServer.Security.valueOf(security("smtp.security", "starttls")),
        or("smtp.user", ""),
        password("smtp.password-file"));
  }

  private ImapServer imap() throws IOException {
    return new ImapServer(
        needed("imap.host"),
        port("imap.port", "993"),
        ImapServer.Security.valueOf(security("imap.security", "tls")),
        needed("imap.user"),
        password("imap.password-file"));
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
    if (!text.matches("[1-9][0-9]{0,4}")) {
      throw new IllegalArgumentException(key + " is no port: " + text);
    }
    return Integer.parseInt(text);
  }

  private String security(String key, String usual) {
    String word = or(key, usual);
    if (!Set.of("none", "starttls", "tls").contains(word)) {
      throw new IllegalArgumentException(key + " is none, starttls or tls, not " + word);
    }
    return word.toUpperCase(Locale.ROOT);
  }

  private String password(String key) throws IOException {
    String name = or(key, "");
    return name.isEmpty() ? "" : Files.readString(file.resolveSibling(name)).strip();
  }
}
