package tenbin.wire.xarf;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Map;
import tenbin.balance.Disclosure;
import tenbin.nouns.observation.Endpoint;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.nouns.observation.Transport;
import tenbin.wire.json.JsonText;
import tenbin.wire.record.MomentText;

/**
 * The category and type under which XARF 4 lets a row be told without inventing what its schema
 * requires. What fits nowhere is threat intelligence that names the class.
 */
enum XarfFourForm {
  SPAM("messaging", "spam"),
  PORT_SCAN("connection", "port_scan"),
  LOGIN_ATTACK("connection", "login_attack"),
  DDOS("connection", "ddos"),
  INFECTED_HOST("connection", "infected_host"),
  BOTNET("infrastructure", "botnet"),
  COMPROMISED_SERVER("infrastructure", "compromised_server"),
  OPEN_SERVICE("vulnerability", "open_service"),
  MISCONFIGURATION("vulnerability", "misconfiguration"),
  PHISHING("content", "phishing"),
  MALWARE("content", "malware"),
  BLOCKLIST("reputation", "blocklist"),
  THREAT_INTELLIGENCE("reputation", "threat_intelligence");

  private static final Map<Rsit, XarfFourForm> USUAL =
      Map.ofEntries(
          Map.entry(Rsit.SPAM, SPAM),
          Map.entry(Rsit.SCANNER, PORT_SCAN),
          Map.entry(Rsit.BRUTE_FORCE, LOGIN_ATTACK),
          Map.entry(Rsit.DDOS, DDOS),
          Map.entry(Rsit.DOS, DDOS),
          Map.entry(Rsit.INFECTED_SYSTEM, BOTNET),
          Map.entry(Rsit.SYSTEM_COMPROMISE, COMPROMISED_SERVER),
          Map.entry(Rsit.APPLICATION_COMPROMISE, COMPROMISED_SERVER),
          Map.entry(Rsit.POTENTIALLY_UNWANTED_ACCESSIBLE, OPEN_SERVICE),
          Map.entry(Rsit.DDOS_AMPLIFIER, OPEN_SERVICE),
          Map.entry(Rsit.WEAK_CRYPTO, MISCONFIGURATION),
          Map.entry(Rsit.PHISHING, PHISHING),
          Map.entry(Rsit.MALWARE_DISTRIBUTION, MALWARE),
          Map.entry(Rsit.BLOCKLIST, BLOCKLIST));

  private final String category;
  private final String type;

  XarfFourForm(String category, String type) {
    this.category = category;
    this.type = type;
  }

  String category() {
    return category;
  }

  String type() {
    return type;
  }

  /** The form of a row: the one that it came in, else its class's usual one, if either is met. */
  static XarfFourForm of(Disclosure row, Kind kind) {
    for (XarfFourForm each : values()) {
      if (each.type.equals(kind.identifier()) && each.isMetBy(row)) {
        return each;
      }
    }
    XarfFourForm usual = USUAL.getOrDefault(kind.rsit(), THREAT_INTELLIGENCE);
    return usual.isMetBy(row) ? usual : THREAT_INTELLIGENCE;
  }

  /** Whether the row tells what the form requires. */
  private boolean isMetBy(Disclosure row) {
    return switch (this) {
      case PORT_SCAN, LOGIN_ATTACK, DDOS -> isConnection(row);
      case INFECTED_HOST ->
          isConnection(row)
              && (row.transport() == Transport.TCP || row.transport() == Transport.UDP);
      case PHISHING, MALWARE -> isUri(row.url());
      case SPAM,
          BOTNET,
          COMPROMISED_SERVER,
          OPEN_SERVICE,
          MISCONFIGURATION,
          BLOCKLIST,
          THREAT_INTELLIGENCE ->
          true;
    };
  }

  /** A URI of RFC 3986, which is ASCII; others go where the schema asks for none. */
  private static boolean isUri(String url) {
    try {
      return url.chars().allMatch(c -> c < 0x80) && new URI(url).isAbsolute();
    } catch (URISyntaxException refused) {
      return false;
    }
  }

  /** The source of a connection has a port, a protocol and a time, and is the source indeed. */
  private static boolean isConnection(Disclosure row) {
    boolean protocol =
        switch (row.transport()) {
          case TCP, UDP, ICMP, SCTP -> true;
          case NOT_TOLD, IGMP, GRE, ESP, ICMPV6 -> false;
        };
    Endpoint about = row.about();
    return protocol && row.time().isPresent() && about.port() > 0 && about.equals(row.source());
  }

  /** Writes what the form requires beside the members of every report. */
  void writeRequired(JsonText text, Disclosure row, Kind kind) {
    switch (this) {
      case PORT_SCAN, LOGIN_ATTACK, DDOS, INFECTED_HOST -> {
        row.time().ifPresent(time -> text.text("first_seen", MomentText.of(time, "Z")));
        if (this == INFECTED_HOST) {
          text.text("bot_type", "malicious");
        }
      }
      case SPAM -> text.text("protocol", "other");
      case BOTNET -> text.text("compromise_evidence", "reported as " + what(kind));
      case COMPROMISED_SERVER -> text.text("compromise_method", "unknown");
      case OPEN_SERVICE, MISCONFIGURATION -> text.text("service", what(kind));
      case PHISHING, MALWARE -> {}
      case BLOCKLIST, THREAT_INTELLIGENCE -> text.text("threat_type", kind.rsit().type());
    }
  }

  private static String what(Kind kind) {
    return kind.identifier().isEmpty() ? kind.rsit().type() : kind.identifier();
  }
}
