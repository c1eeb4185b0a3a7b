package tenbin.nouns.consent;

import java.util.Locale;
import java.util.Optional;

/** The sender's marking by the Traffic Light Protocol (FIRST, TLP 2.0), strictest first. */
public enum Tlp {
  RED("TLP:RED"),
  AMBER_STRICT("TLP:AMBER+STRICT"),
  AMBER("TLP:AMBER"),
  GREEN("TLP:GREEN"),
  CLEAR("TLP:CLEAR");

  private final String label;

  Tlp(String label) {
    this.label = label;
  }

  /** The label as TLP 2.0 section 2 demands it. */
  public String label() {
    return label;
  }

  /** Reads a label with or without "TLP:"; WHITE is what TLP 1.0 called CLEAR. */
  public static Optional<Tlp> tryParse(String text) {
    String plain = text.trim().toUpperCase(Locale.ROOT);
    if (plain.startsWith("TLP:")) {
      plain = plain.substring("TLP:".length());
    }
    return switch (plain) {
      case "RED" -> Optional.of(RED);
      case "AMBER+STRICT", "AMBER-STRICT", "AMBER_STRICT" -> Optional.of(AMBER_STRICT);
      case "AMBER" -> Optional.of(AMBER);
      case "GREEN" -> Optional.of(GREEN);
      case "CLEAR", "WHITE" -> Optional.of(CLEAR);
      default -> Optional.empty();
    };
  }
}
