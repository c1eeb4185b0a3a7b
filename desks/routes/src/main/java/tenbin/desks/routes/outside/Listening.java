package tenbin.desks.routes.outside;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.desks.routes.registry.Maintainer;

/**
 * Whether maintainers outside the circle are told.
 *
 * @param mode how far
 * @param registries whose wishes count, in capital letters; empty for all that are read
 */
public record Listening(Mode mode, Set<String> registries) {
  /** Nobody outside is looked after. */
  public static final Listening OFF = new Listening(Mode.OFF, Set.of());

  public Listening {
    registries = Set.copyOf(registries);
  }

  /** How far. */
  public enum Mode {
    OFF,
    /** It is worked out who would be told; nobody is. */
    DRY,
    ON;

    /** "dry". */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Reads "off", "dry" or "on", and behind it the registries whose wishes count: "on JPIRR".
   *
   * @throws IllegalArgumentException with what is wrong
   */
  public static Listening parse(String text) {
    String[] words = text.strip().split("\\s+");
    for (Mode each : Mode.values()) {
      if (each.word().equals(words[0])) {
        return new Listening(
            each,
            Arrays.stream(words)
                .skip(1)
                .map(word -> word.toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet()));
      }
    }
    throw new IllegalArgumentException("maintainers is off, dry or on: " + text);
  }

  /** The same where mails may go at all; else it is only worked out. */
  public Listening orDry(Optional<?> mail) {
    return mode == Mode.ON && mail.isEmpty() ? new Listening(Mode.DRY, registries) : this;
  }

  boolean counts(Maintainer maintainer) {
    return registries.isEmpty() || registries.contains(maintainer.source());
  }
}
