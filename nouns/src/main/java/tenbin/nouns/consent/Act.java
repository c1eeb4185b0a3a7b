package tenbin.nouns.consent;

import java.util.Locale;
import java.util.Optional;

/** What the recipient is to do with a disclosure (DISCLOSURE section 1; PAP, IEP 2.0). */
public enum Act {
  /** Know it and use it on its own systems, passively. */
  INFORM,
  /** Tell the affected party. */
  NOTIFY,
  /** Stop traffic by it. */
  BLOCK,
  /** Connect to what it names. */
  PROBE,
  /** Ask somebody else about it. */
  LOOK_UP;

  /** As files write it: "look-up". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<Act> tryParse(String word) {
    for (Act each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
