package tenbin.spine.permission;

import tenbin.spine.ground.Deed;
import tenbin.spine.ground.Entry;
import tenbin.spine.ground.GroundBook;
import tenbin.spine.post.Tokens;

/**
 * Names of new lines in the book of grounds. A name follows from what the line says and from
 * nothing else: who reads it learns neither how many others there are nor whether there are any.
 */
final class FreshIds {
  /** Of a token's letters enough that no two are alike. */
  private static final int LETTERS = 16;

  private final GroundBook book;
  private final Tokens tokens;

  FreshIds(GroundBook book, Tokens tokens) {
    this.book = book;
    this.tokens = tokens;
  }

  /** The name of what is said once about a thing, however often it is said. */
  String of(String prefix, String use, String about) {
    return prefix + letters(use, about, "");
  }

  /** A name that no line has; the same words at the same time again have another one. */
  String fresh(String prefix, String use, String about, String said) {
    int again = 0;
    String id = prefix + letters(use, about, said + " " + again);
    while (isTaken(id)) {
      again++;
      id = prefix + letters(use, about, said + " " + again);
    }
    return id;
  }

  private String letters(String use, String about, String said) {
    return tokens.token(use, about, said).substring(0, LETTERS);
  }

  private boolean isTaken(String id) {
    return book.history().stream()
        .map(Entry::deed)
        .anyMatch(deed -> deed instanceof Deed.Recorded recorded && recorded.about().equals(id));
  }
}
