package tenbin.nouns.member;

import java.util.Optional;

/** How many things of different kinds people prove themselves by when they sign in. */
public enum Factors {
  /** A password is enough. */
  ONE("password"),
  /** A password and a code, a passkey, or a provider that says that it asked for two. */
  TWO("two-factors");

  private final String word;

  Factors(String word) {
    this.word = word;
  }

  /** As a circle file writes it. */
  public String word() {
    return word;
  }

  public static Optional<Factors> tryParse(String word) {
    for (Factors each : values()) {
      if (each.word.equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
