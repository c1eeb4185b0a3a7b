package tenbin.web.signin;

import java.util.Locale;
import java.util.Optional;

/** What a token may be used for. */
public enum Scope {
  /** Send reports, answer cases. */
  REPORT,
  /** Fetch one's own rows, cases, receipts and the circle. */
  PULL,
  /** Read how the hub does, in numbers: the secretariat's monitoring, and nothing else. */
  METRICS;

  /** As commands and tables write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Scope> tryParse(String word) {
    for (Scope each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
