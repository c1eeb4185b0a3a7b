package tenbin.nouns.consent;

import java.util.Locale;
import java.util.Optional;

/** The sender's marking by the Permissible Actions Protocol, strictest first. */
public enum Pap {
  /** Passive and undetectable use only. */
  RED,
  /** Look-ups at third parties too. */
  AMBER,
  /** Blocking and active probing too. */
  GREEN,
  CLEAR;

  public boolean allows(Act act) {
    return switch (this) {
      case RED -> act == Act.INFORM || act == Act.NOTIFY;
      case AMBER -> act == Act.INFORM || act == Act.NOTIFY || act == Act.LOOK_UP;
      case GREEN, CLEAR -> true;
    };
  }

  /** Reads a label with or without "PAP:"; WHITE is the older word for CLEAR. */
  public static Optional<Pap> tryParse(String text) {
    String plain = text.trim().toUpperCase(Locale.ROOT);
    if (plain.startsWith("PAP:")) {
      plain = plain.substring("PAP:".length());
    }
    return switch (plain) {
      case "RED" -> Optional.of(RED);
      case "AMBER" -> Optional.of(AMBER);
      case "GREEN" -> Optional.of(GREEN);
      case "CLEAR", "WHITE" -> Optional.of(CLEAR);
      default -> Optional.empty();
    };
  }
}
