package tenbin.wire.xarf;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Optional;
import tenbin.nouns.observation.Rsit;
import tenbin.wire.record.Taxonomy;

/** The types of the three generations of XARF by the reference taxonomy. */
final class XarfTypes {
  /** XARF 4.2.0's 32 types; each name is unique over all seven categories. */
  private static final Taxonomy FOUR =
      Taxonomy.of(
          entry("spam", Rsit.SPAM),
          entry("bulk_messaging", Rsit.SPAM),
          entry("phishing", Rsit.PHISHING),
          entry("malware", Rsit.MALWARE_DISTRIBUTION),
          entry("csam", Rsit.VIOLENCE),
          entry("csem", Rsit.VIOLENCE),
          entry("fraud", Rsit.MASQUERADE),
          entry("exposed_data", Rsit.DATA_LEAK),
          entry("brand_infringement", Rsit.MASQUERADE),
          entry("suspicious_registration", Rsit.MASQUERADE),
          entry("remote_compromise", Rsit.APPLICATION_COMPROMISE),
          entry("copyright", Rsit.COPYRIGHT),
          entry("p2p", Rsit.COPYRIGHT),
          entry("cyberlocker", Rsit.COPYRIGHT),
          entry("link_site", Rsit.COPYRIGHT),
          entry("ugc_platform", Rsit.COPYRIGHT),
          entry("usenet", Rsit.COPYRIGHT),
          entry("login_attack", Rsit.BRUTE_FORCE),
          entry("port_scan", Rsit.SCANNER),
          entry("reconnaissance", Rsit.SCANNER),
          entry("vulnerability_scan", Rsit.SCANNER),
          entry("scraping", Rsit.UNAUTHORISED_USE_OF_RESOURCES),
          entry("sql_injection", Rsit.EXPLOIT),
          entry("ddos", Rsit.DDOS),
          entry("infected_host", Rsit.INFECTED_SYSTEM),
          entry("botnet", Rsit.INFECTED_SYSTEM),
          entry("compromised_server", Rsit.SYSTEM_COMPROMISE),
          entry("cve", Rsit.VULNERABLE_SYSTEM),
          entry("misconfiguration", Rsit.VULNERABLE_SYSTEM),
          entry("open_service", Rsit.POTENTIALLY_UNWANTED_ACCESSIBLE),
          entry("blocklist", Rsit.BLOCKLIST),
          entry("threat_intelligence", Rsit.OTHER));

  private static final Taxonomy THREE =
      Taxonomy.of(
          entry("botnet", Rsit.INFECTED_SYSTEM),
          entry("childabuse", Rsit.VIOLENCE),
          entry("copyright", Rsit.COPYRIGHT),
          entry("dos", Rsit.DDOS),
          entry("ddos", Rsit.DDOS),
          entry("exploit", Rsit.EXPLOIT),
          entry("harassed", Rsit.HARMFUL_SPEECH),
          entry("harassment", Rsit.HARMFUL_SPEECH),
          entry("loginattack", Rsit.BRUTE_FORCE),
          entry("malware", Rsit.MALWARE_DISTRIBUTION),
          entry("openservice", Rsit.POTENTIALLY_UNWANTED_ACCESSIBLE),
          entry("phishing", Rsit.PHISHING),
          entry("portscan", Rsit.SCANNER),
          entry("potentiallycompromisedaccount", Rsit.UNPRIVILEGED_ACCOUNT_COMPROMISE),
          entry("spam", Rsit.SPAM),
          entry("trademark", Rsit.COPYRIGHT),
          entry("webcrawler", Rsit.UNAUTHORISED_USE_OF_RESOURCES));

  /** Report-Type of X-ARF 0.1 and 0.2 is free; these are the published schemas' and fail2ban's. */
  private static final Taxonomy MAIL =
      Taxonomy.of(
          entry("login-attack", Rsit.BRUTE_FORCE),
          entry("malware-attack", Rsit.MALWARE_DISTRIBUTION),
          entry("malware", Rsit.MALWARE_DISTRIBUTION),
          entry("phishing", Rsit.PHISHING),
          entry("fraud", Rsit.MASQUERADE),
          entry("spam", Rsit.SPAM),
          entry("spamvertised", Rsit.SPAM),
          entry("regbot", Rsit.SPAM),
          entry("badbot", Rsit.SCANNER),
          entry("bot-infection", Rsit.INFECTED_SYSTEM),
          entry("botnet", Rsit.INFECTED_SYSTEM),
          entry("info", Rsit.OTHER),
          entry("openrelay", Rsit.POTENTIALLY_UNWANTED_ACCESSIBLE),
          entry("open-service", Rsit.POTENTIALLY_UNWANTED_ACCESSIBLE),
          entry("open-resolver", Rsit.DDOS_AMPLIFIER),
          entry("port-scan", Rsit.SCANNER),
          entry("portscan", Rsit.SCANNER),
          entry("portflood", Rsit.DOS),
          entry("ddos", Rsit.DDOS),
          entry("dos-attack", Rsit.DOS),
          entry("w00tw00t", Rsit.SCANNER),
          entry("apacheddos", Rsit.DOS),
          entry("webattack", Rsit.EXPLOIT),
          entry("rfi-attack", Rsit.EXPLOIT),
          entry("sql-injection", Rsit.EXPLOIT),
          entry("copyright", Rsit.COPYRIGHT),
          entry("trademark", Rsit.COPYRIGHT),
          entry("hacked-website", Rsit.APPLICATION_COMPROMISE),
          entry("defacement", Rsit.UNAUTHORISED_INFORMATION_MODIFICATION),
          entry("ssh", Rsit.BRUTE_FORCE),
          entry("ftp", Rsit.BRUTE_FORCE),
          entry("imap", Rsit.BRUTE_FORCE),
          entry("mail", Rsit.BRUTE_FORCE),
          entry("sip", Rsit.BRUTE_FORCE),
          entry("bruteforcelogin", Rsit.BRUTE_FORCE));

  private XarfTypes() {}

  static Optional<Rsit> ofFour(String type) {
    return FOUR.classOf(type);
  }

  static boolean isThree(String type) {
    return THREE.has(type.toLowerCase(Locale.ROOT));
  }

  static Optional<Rsit> ofThree(String type) {
    return THREE.classOf(type.toLowerCase(Locale.ROOT));
  }

  /** By the report's type, else by its category; "harvesting" stands in the 0.1 schemas. */
  static Optional<Rsit> ofMail(String category, String type) {
    Optional<Rsit> known = MAIL.classOf(type.toLowerCase(Locale.ROOT));
    if (known.isPresent()) {
      return known;
    }
    return switch (category.toLowerCase(Locale.ROOT)) {
      case "fraud" -> Optional.of(Rsit.MASQUERADE);
      case "spam" -> Optional.of(Rsit.SPAM);
      default -> Optional.empty();
    };
  }
}
