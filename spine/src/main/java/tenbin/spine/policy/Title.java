package tenbin.spine.policy;

import java.util.Locale;

/**
 * What a policy file calls a ground, for people.
 *
 * @param other in every language but Japanese
 * @param japanese the same where the file has no other
 */
public record Title(String other, String japanese) {
  /** For a reader of this language. */
  public String in(Locale locale) {
    return locale.getLanguage().equals("ja") ? japanese : other;
  }
}
