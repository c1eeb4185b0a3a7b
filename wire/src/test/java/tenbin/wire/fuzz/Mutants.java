package tenbin.wire.fuzz;

import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Breaks inputs: as bytes, and along the lines of what they are. */
final class Mutants {
  /** Larger ones only slow the search down. */
  private static final int MOST_BYTES = 1 << 18;

  private static final int MOST_CHANGES = 5;

  private static final Change BYTES = new ByteChange();
  private static final List<Change> FLAT =
      List.of(BYTES, new ValueChange(), new JsonChange(), new TableChange(), new MailChange());
  private static final Change ARCHIVE = new ArchiveChange(FLAT);
  private static final List<Change> ALL =
      List.of(
          BYTES,
          BYTES,
          new ValueChange(),
          new ValueChange(),
          new JsonChange(),
          new TableChange(),
          new MailChange(),
          ARCHIVE);

  private Mutants() {}

  /** One of the inputs with none to five changes, now and then with another one's end. */
  static Input of(Corpus corpus, RandomGenerator random) {
    Input input = corpus.one(random);
    String text = input.text();
    for (int i = random.nextInt(MOST_CHANGES + 1); i > 0; i--) {
      text = changed(text, corpus, random);
      if (text.length() > MOST_BYTES) {
        text = text.substring(0, MOST_BYTES);
      }
    }
    return new Input(input.name(), text);
  }

  private static String changed(String text, Corpus corpus, RandomGenerator random) {
    if (random.nextInt(16) == 0) {
      String other = corpus.one(random).text();
      return text.substring(0, random.nextInt(text.length() + 1))
          + other.substring(random.nextInt(other.length() + 1));
    }
    Optional<String> changed = ALL.get(random.nextInt(ALL.size())).change(text, random);
    return changed.orElseGet(() -> BYTES.change(text, random).orElse(text));
  }
}
