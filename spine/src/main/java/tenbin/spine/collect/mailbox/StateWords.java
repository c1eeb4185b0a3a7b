package tenbin.spine.collect.mailbox;

import java.text.Normalizer;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.nouns.casework.AnswerState;

/**
 * The words by which a mailed answer says its state. A word counts only at the beginning of a line
 * and alone in its clause: "affected customers: none" and "not fixed yet" say nothing that a
 * machine may file. Two different states in one mail leave it to a person.
 */
final class StateWords {
  private static final Map<String, AnswerState> WORDS = new LinkedHashMap<>();

  static {
    put(AnswerState.SEEN, "seen", "確認した", "確認しました", "確認済み", "確認済");
    put(AnswerState.CHECKING, "checking", "調査中");
    put(AnswerState.NOT_AFFECTED, "not affected", "not-affected", "影響なし", "影響無し");
    put(AnswerState.AFFECTED, "affected", "影響あり", "影響有り");
    put(AnswerState.FIXED, "fixed", "対応済み", "対応済", "対応しました");
  }

  /** What may follow: a clause's end in either script, or the copula. */
  private static final String END = "(です|でした)?\\s*([.,:;!。、].*)?";

  private static final String BULLETS = "^[\\s*・\\-•]+";

  private StateWords() {}

  private static void put(AnswerState state, String... words) {
    for (String word : words) {
      WORDS.put(word, state);
    }
  }

  /** The state that a text without quotes says, where it says exactly one. */
  static Optional<AnswerState> in(String text) {
    Set<AnswerState> found = EnumSet.noneOf(AnswerState.class);
    text.lines().forEach(line -> ofLine(line).ifPresent(found::add));
    return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
  }

  private static Optional<AnswerState> ofLine(String line) {
    String plain =
        Normalizer.normalize(line, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .replaceAll(BULLETS, "")
            .strip();
    return WORDS.entrySet().stream()
        .filter(each -> plain.startsWith(each.getKey()))
        .filter(each -> plain.substring(each.getKey().length()).matches(END))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
