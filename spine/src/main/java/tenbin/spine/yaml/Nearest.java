package tenbin.spine.yaml;

import java.util.Collection;

/** The known word that a mistyped one was probably meant to be. */
public final class Nearest {
  private Nearest() {}

  /** The nearest known word, empty when none is within a third of the letters. */
  public static String to(String word, Collection<String> known) {
    String best = "";
    int least = Math.max(2, word.length() / 3) + 1;
    for (String each : known) {
      int distance = distance(word, each);
      if (distance < least) {
        least = distance;
        best = each;
      }
    }
    return best;
  }

  /** Letters to insert, leave out or replace (V. I. Levenshtein, 1965). */
  private static int distance(String one, String other) {
    int[] last = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = last[0];
      last[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = last[j];
        last[j] = Math.min(replaced, 1 + Math.min(last[j], last[j - 1]));
      }
    }
    return last[other.length()];
  }
}
