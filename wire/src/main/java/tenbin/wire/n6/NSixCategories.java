package tenbin.wire.n6;

import static java.util.Map.entry;

import java.util.Optional;
import java.util.Set;
import tenbin.nouns.observation.Rsit;
import tenbin.wire.record.Taxonomy;

/** The 27 categories of n6 4 by the reference taxonomy. */
final class NSixCategories {
  private static final Taxonomy ALL =
      Taxonomy.of(
          entry("amplifier", Rsit.DDOS_AMPLIFIER),
          entry("backdoor", Rsit.SYSTEM_COMPROMISE),
          entry("bots", Rsit.INFECTED_SYSTEM),
          entry("cnc", Rsit.C2_SERVER),
          entry("deface", Rsit.UNAUTHORISED_INFORMATION_MODIFICATION),
          entry("dns-query", Rsit.UNDETERMINED),
          entry("dos-attacker", Rsit.DDOS),
          entry("dos-victim", Rsit.DDOS),
          entry("exposed", Rsit.POTENTIALLY_UNWANTED_ACCESSIBLE),
          entry("flow", Rsit.UNDETERMINED),
          entry("flow-anomaly", Rsit.UNDETERMINED),
          entry("fraud", Rsit.MASQUERADE),
          entry("leak", Rsit.DATA_LEAK),
          entry("malurl", Rsit.MALWARE_DISTRIBUTION),
          entry("malware-action", Rsit.MALWARE_CONFIGURATION),
          entry("other", Rsit.OTHER),
          entry("phish", Rsit.PHISHING),
          entry("proxy", Rsit.PROXY),
          entry("sandbox-url", Rsit.MALWARE_DISTRIBUTION),
          entry("scam", Rsit.MASQUERADE),
          entry("scanning", Rsit.SCANNER),
          entry("server-exploit", Rsit.EXPLOIT),
          entry("spam", Rsit.SPAM),
          entry("spam-url", Rsit.SPAM),
          entry("tor", Rsit.TOR),
          entry("vulnerable", Rsit.VULNERABLE_SYSTEM),
          entry("webinject", Rsit.MALWARE_CONFIGURATION));

  private NSixCategories() {}

  static Optional<Rsit> of(String category) {
    return ALL.classOf(category);
  }

  static Set<String> names() {
    return ALL.words();
  }
}
