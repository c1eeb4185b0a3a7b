package tenbin.spine.post;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * The hub's address in the world of mail: its domain and its two names, each followed by "+" and a
 * token (the sub-addressing of RFC 5233).
 *
 * @param domain lower case
 * @param reports the local part to which reports are sent: "report"
 * @param answers the local part to which answers are sent: "answer"
 */
public record HubAddress(String domain, String reports, String answers) {
  /** No mail program begins one like that. */
  private static final String OWN_ID = "<tenbin.";

  public HubAddress {
    domain = domain.toLowerCase(Locale.ROOT);
    if (!domain.matches("[a-z0-9.-]+")
        || !reports.matches("[a-z0-9-]+")
        || !answers.matches("[a-z0-9-]+")
        || reports.equals(answers)) {
      throw new IllegalArgumentException("not a mail domain with two names: " + domain);
    }
  }

  public static HubAddress of(String domain) {
    return new HubAddress(domain, "report", "answer");
  }

  /** What an address of the hub is for. */
  public enum Use {
    REPORT,
    ANSWER
  }

  /** A use and whose. */
  public record Tagged(Use use, String token) {}

  public String report(String token) {
    return reports + "+" + token + "@" + domain;
  }

  public String answer(String token) {
    return answers + "+" + token + "@" + domain;
  }

  /** The Message-ID (RFC 5322 section 3.6.4) of a mail of the hub's own. */
  public String messageId(UUID delivery) {
    return OWN_ID + delivery + "@" + domain + ">";
  }

  /** Whether a Message-ID is one that the hub gives. */
  public boolean isOwnMessageId(String id) {
    String plain = id.strip().toLowerCase(Locale.ROOT);
    return plain.startsWith(OWN_ID) && plain.endsWith("@" + domain + ">");
  }

  /** Who the hub's own mails are from. */
  public String sender() {
    return "tenbin@" + domain;
  }

  /** What an address is, when it is one of the hub's with something like a token in it. */
  public Optional<Tagged> read(String address) {
    String plain = address.trim().toLowerCase(Locale.ROOT);
    int at = plain.lastIndexOf('@');
    int plus = plain.indexOf('+');
    if (plus < 0 || at < plus || !plain.substring(at + 1).equals(domain)) {
      return Optional.empty();
    }
    String token = plain.substring(plus + 1, at);
    String name = plain.substring(0, plus);
    if (!Tokens.looksRight(token) || !name.equals(reports) && !name.equals(answers)) {
      return Optional.empty();
    }
    return Optional.of(new Tagged(name.equals(reports) ? Use.REPORT : Use.ANSWER, token));
  }
}
