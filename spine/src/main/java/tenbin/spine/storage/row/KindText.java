package tenbin.spine.storage.row;

import java.util.List;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;

/** A kind as one text: its constant of the taxonomy, identifier, family. */
final class KindText {
  private KindText() {}

  static String of(Kind kind) {
    return Lines.join(List.of(kind.rsit().name(), kind.identifier(), kind.family()));
  }

  static Kind parse(String text) {
    List<String> words = Lines.split(text);
    return new Kind(Rsit.valueOf(words.get(0)), words.get(1), words.get(2));
  }
}
