package tenbin.balance.ground;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Who shares a pseudonym of one address: the obligation's own word, {@code pseudonymise(case)}. */
public enum KeyScope {
  /** One recipient: its names are nobody else's, and last as long as its key. */
  RECIPIENT("Work with pseudonyms only; yours are nobody else's.", "仮名のまま扱うこと（仮名は受領者ごとに異なる）。"),
  /** The members whom one case concerns, in that case and nowhere else. */
  CASE(
      "Work with pseudonyms only; those of one case are shared by the members it concerns.",
      "仮名のまま扱うこと（仮名は同じ事案に関わる会員の間で共通）。");

  private final String en;
  private final String ja;

  KeyScope(String en, String ja) {
    this.en = en;
    this.ja = ja;
  }

  private static final String EACH = "per ";

  String english() {
    return en;
  }

  String japanese() {
    return ja;
  }

  /** As obligations write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Reads "case" and "per case". */
  public static Optional<KeyScope> tryParse(String text) {
    String word = text.startsWith(EACH) ? text.substring(EACH.length()) : text;
    for (KeyScope each : values()) {
      if (each.word().equals(word)) {
        return Optional.of(each);
      }
    }
    return Optional.empty();
  }

  /**
   * The scope that obligations demand: a recipient's own where they say nothing; none, so that no
   * pseudonym is told, where they say two different things or one that nobody knows.
   */
  public static Optional<KeyScope> of(Collection<Obligation> obligations) {
    Set<KeyScope> scopes = EnumSet.noneOf(KeyScope.class);
    for (Obligation each : obligations) {
      if (each.duty() == Obligation.Duty.PSEUDONYMISE) {
        Optional<KeyScope> scope =
            each.of().isEmpty() ? Optional.of(RECIPIENT) : tryParse(each.of());
        if (scope.isEmpty()) {
          return scope;
        }
        scopes.add(scope.get());
      }
    }
    if (scopes.isEmpty()) {
      return Optional.of(RECIPIENT);
    }
    return scopes.size() == 1 ? Optional.of(scopes.iterator().next()) : Optional.empty();
  }
}
