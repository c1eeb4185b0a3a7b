package tenbin.nouns.observation;

import java.util.Locale;
import java.util.Optional;

/** How bad the reporter says it is, in the words of Shadowserver's reports; ordered. */
public enum Severity {
  NOT_TOLD,
  INFO,
  LOW,
  MEDIUM,
  HIGH,
  CRITICAL;

  /** The word as reports write it, empty when not told. */
  public String word() {
    return this == NOT_TOLD ? "" : name().toLowerCase(Locale.ROOT);
  }

  /** The severity of a word; empty for a word that is none. */
  public static Optional<Severity> tryParse(String word) {
    return switch (word.trim().toLowerCase(Locale.ROOT)) {
      case "" -> Optional.of(NOT_TOLD);
      case "info", "informational" -> Optional.of(INFO);
      case "low" -> Optional.of(LOW);
      case "medium" -> Optional.of(MEDIUM);
      case "high" -> Optional.of(HIGH);
      case "critical" -> Optional.of(CRITICAL);
      default -> Optional.empty();
    };
  }
}
