package tenbin.nouns.casework;

import java.util.Locale;
import java.util.Optional;

/** What a concerned member says of a case. Silence is a state that shows. */
public enum AnswerState {
  SILENT,
  SEEN,
  CHECKING,
  AFFECTED,
  NOT_AFFECTED,
  FIXED;

  /** As the API writes it: "not-affected". */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  public static Optional<AnswerState> tryParse(String word) {
    for (AnswerState each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }
}
