package tenbin.balance.weigh;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A reason, for the holder, the approver and the secretariat: a value, not a sentence. Its words in
 * both languages, and what would open it, are its code's. A recipient never sees one.
 *
 * @param code what
 * @param about what it speaks of, in the order of the code's words: a gate, a basis, a condition
 */
public record Why(Code code, List<String> about) implements Comparable<Why> {
  private static final Comparator<Why> ORDER =
      Comparator.comparing(Why::code).thenComparing(why -> String.join("\n", why.about()));

  public Why {
    about = List.copyOf(about);
  }

  static Why of(Code code, Object... about) {
    List<String> words = new ArrayList<>(about.length);
    for (Object each : about) {
      words.add(each.toString());
    }
    return new Why(code, words);
  }

  /** In English: the reason. */
  public String english() {
    return code.english(about);
  }

  /** In Japanese: the reason. */
  public String japanese() {
    return code.japanese(about);
  }

  /** In English: what would open it; "" where nothing does. */
  public String opener() {
    return code.opener(about);
  }

  /** In Japanese: what would open it; "" where nothing does. */
  public String openerJapanese() {
    return code.openerJapanese(about);
  }

  @Override
  public int compareTo(Why other) {
    return ORDER.compare(this, other);
  }
}
