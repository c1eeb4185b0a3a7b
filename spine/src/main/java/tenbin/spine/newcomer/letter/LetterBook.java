package tenbin.spine.newcomer.letter;

import java.util.List;
import javax.sql.DataSource;

/** Where letters to registered contacts are kept. Any thread. */
public interface LetterBook {
  /** All that the circle still keeps. */
  List<ContactLetter> all();

  /** Keeps one in the place of what was kept under its secret. */
  void put(ContactLetter letter);

  /** A book in a database that has the table of {@code V32__network_letter.sql}. */
  static LetterBook in(DataSource database) {
    return new StoredLetters(database);
  }

  /** A book that forgets when the process ends. */
  static LetterBook inMemory() {
    return new MemoryLetters();
  }
}
