package tenbin.spine.precedent;

import java.util.List;

/**
 * What a case file holds.
 *
 * @param name its number or name
 * @param title in English
 * @param titleJapanese the English one where none is given
 * @param trials in the file's order
 */
public record Precedent(String name, String title, String titleJapanese, List<Trial> trials) {
  public Precedent {
    trials = List.copyOf(trials);
  }
}
