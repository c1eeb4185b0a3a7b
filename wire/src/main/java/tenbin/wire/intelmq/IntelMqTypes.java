package tenbin.wire.intelmq;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.observation.Rsit;
import tenbin.wire.record.Taxonomy;

/** IntelMQ's classification types: today's are the taxonomy's own, older ones had other names. */
final class IntelMqTypes {
  /** The names of IntelMQ 1 and 2, and what they became. */
  private static final Taxonomy OLDER =
      Taxonomy.of(
          Map.entry("backdoor", Rsit.SYSTEM_COMPROMISE),
          Map.entry("blacklist", Rsit.BLOCKLIST),
          Map.entry("botnet drone", Rsit.INFECTED_SYSTEM),
          Map.entry("brute force", Rsit.BRUTE_FORCE),
          Map.entry("c&c", Rsit.C2_SERVER),
          Map.entry("c2server", Rsit.C2_SERVER),
          Map.entry("compromised", Rsit.SYSTEM_COMPROMISE),
          Map.entry("defacement", Rsit.UNAUTHORISED_INFORMATION_MODIFICATION),
          Map.entry("dga domain", Rsit.DGA_DOMAIN),
          Map.entry("dropzone", Rsit.OTHER),
          Map.entry("leak", Rsit.DATA_LEAK),
          Map.entry("malware", Rsit.MALWARE_DISTRIBUTION),
          Map.entry("ransomware", Rsit.INFECTED_SYSTEM),
          Map.entry("scanner", Rsit.SCANNER),
          Map.entry("unauthorized-command", Rsit.SYSTEM_COMPROMISE),
          Map.entry("unauthorized-login", Rsit.UNPRIVILEGED_ACCOUNT_COMPROMISE),
          Map.entry("unauthorized-use-of-resources", Rsit.UNAUTHORISED_USE_OF_RESOURCES),
          Map.entry("unknown", Rsit.UNDETERMINED),
          Map.entry("vulnerable client", Rsit.VULNERABLE_SYSTEM),
          Map.entry("vulnerable service", Rsit.VULNERABLE_SYSTEM));

  private IntelMqTypes() {}

  static Optional<Rsit> of(String type) {
    Optional<Rsit> today = Rsit.tryOfType(type);
    return today.isPresent() ? today : OLDER.classOf(type.trim().toLowerCase(Locale.ROOT));
  }
}
