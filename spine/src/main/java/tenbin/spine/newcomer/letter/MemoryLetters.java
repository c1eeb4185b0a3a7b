package tenbin.spine.newcomer.letter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenbin.nouns.report.Digest;

/** Letters in memory. */
final class MemoryLetters implements LetterBook {
  private final Map<Digest, ContactLetter> letters = new LinkedHashMap<>();

  @Override
  public synchronized List<ContactLetter> all() {
    return List.copyOf(letters.values());
  }

  @Override
  public synchronized void put(ContactLetter letter) {
    letters.put(letter.secret(), letter);
  }
}
