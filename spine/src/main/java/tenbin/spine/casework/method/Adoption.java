package tenbin.spine.casework.method;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far a member is with a countermeasure.
 *
 * @param state what it decided, what it did
 * @param scope on how much of what it concerns, as a band
 * @param since from which day on
 */
public record Adoption(State state, Scope scope, LocalDate since) {
  /** What a member decided and did. */
  public enum State {
    PLANNED,
    PARTIAL,
    DONE,
    NOT_APPLICABLE,
    DECLINED;

    /** As the API writes it: "not-applicable". */
    public String word() {
      return Adoption.word(this);
    }

    /** Whether nothing is left to do. */
    public boolean isSettled() {
      return this == DONE || this == NOT_APPLICABLE;
    }
  }

  /** On how much: a number would tell how large a network is. */
  public enum Scope {
    NONE,
    UNDER_A_QUARTER,
    ABOUT_HALF,
    OVER_THREE_QUARTERS,
    ALL;

    public String word() {
      return Adoption.word(this);
    }
  }

  private static String word(Enum<?> each) {
    return each.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** In the words of forms and programs. */
  public static Optional<Adoption> tryParse(String state, String scope, String since) {
    try {
      return Optional.of(
          new Adoption(
              State.valueOf(name(state)), Scope.valueOf(name(scope)), LocalDate.parse(since)));
    } catch (IllegalArgumentException | DateTimeParseException broken) {
      return Optional.empty();
    }
  }

  private static String name(String word) {
    return word.toUpperCase(Locale.ROOT).replace('-', '_');
  }

  /** As it is kept. */
  String text() {
    return String.join(" ", state.word(), scope.word(), since.toString());
  }

  static Adoption parse(String kept) {
    List<String> words = List.of(kept.split(" ", -1));
    return tryParse(words.get(0), words.get(1), words.get(2)).orElseThrow();
  }
}
