package tenbin.nouns.observation;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What kind of thing was seen: the Reference Security Incident Taxonomy (ENISA, version 1003), each
 * entry a pair of taxonomy and type in the field's spelling.
 */
public enum Rsit {
  SPAM("abusive-content", "spam"),
  HARMFUL_SPEECH("abusive-content", "harmful-speech"),
  VIOLENCE("abusive-content", "violence"),
  INFECTED_SYSTEM("malicious-code", "infected-system"),
  C2_SERVER("malicious-code", "c2-server"),
  MALWARE_DISTRIBUTION("malicious-code", "malware-distribution"),
  MALWARE_CONFIGURATION("malicious-code", "malware-configuration"),
  SCANNER("information-gathering", "scanner"),
  SNIFFING("information-gathering", "sniffing"),
  SOCIAL_ENGINEERING("information-gathering", "social-engineering"),
  IDS_ALERT("intrusion-attempts", "ids-alert"),
  BRUTE_FORCE("intrusion-attempts", "brute-force"),
  EXPLOIT("intrusion-attempts", "exploit"),
  PRIVILEGED_ACCOUNT_COMPROMISE("intrusions", "privileged-account-compromise"),
  UNPRIVILEGED_ACCOUNT_COMPROMISE("intrusions", "unprivileged-account-compromise"),
  APPLICATION_COMPROMISE("intrusions", "application-compromise"),
  SYSTEM_COMPROMISE("intrusions", "system-compromise"),
  BURGLARY("intrusions", "burglary"),
  DOS("availability", "dos"),
  DDOS("availability", "ddos"),
  MISCONFIGURATION("availability", "misconfiguration"),
  SABOTAGE("availability", "sabotage"),
  OUTAGE("availability", "outage"),
  UNAUTHORISED_INFORMATION_ACCESS(
      "information-content-security", "unauthorised-information-access"),
  UNAUTHORISED_INFORMATION_MODIFICATION(
      "information-content-security", "unauthorised-information-modification"),
  DATA_LOSS("information-content-security", "data-loss"),
  DATA_LEAK("information-content-security", "data-leak"),
  UNAUTHORISED_USE_OF_RESOURCES("fraud", "unauthorised-use-of-resources"),
  COPYRIGHT("fraud", "copyright"),
  MASQUERADE("fraud", "masquerade"),
  PHISHING("fraud", "phishing"),
  WEAK_CRYPTO("vulnerable", "weak-crypto"),
  DDOS_AMPLIFIER("vulnerable", "ddos-amplifier"),
  POTENTIALLY_UNWANTED_ACCESSIBLE("vulnerable", "potentially-unwanted-accessible"),
  INFORMATION_DISCLOSURE("vulnerable", "information-disclosure"),
  VULNERABLE_SYSTEM("vulnerable", "vulnerable-system"),
  BLOCKLIST("other", "blocklist"),
  DGA_DOMAIN("other", "dga-domain"),
  PROXY("other", "proxy"),
  TOR("other", "tor"),
  OTHER("other", "other"),
  UNDETERMINED("other", "undetermined"),
  TEST("test", "test");

  private static final Map<String, Rsit> BY_TYPE = new HashMap<>();

  static {
    for (Rsit each : values()) {
      BY_TYPE.put(each.type, each);
    }
  }

  private final String taxonomy;
  private final String type;

  Rsit(String taxonomy, String type) {
    this.taxonomy = taxonomy;
    this.type = type;
  }

  /** The first level, as written ("malicious-code"). */
  public String taxonomy() {
    return taxonomy;
  }

  /** The second level, as written ("infected-system"); unique over the whole taxonomy. */
  public String type() {
    return type;
  }

  /** The entry of a type's name; case, blanks and underscores are forgiven. */
  public static Optional<Rsit> tryOfType(String type) {
    String plain = type.trim().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    return Optional.ofNullable(BY_TYPE.get(plain));
  }
}
