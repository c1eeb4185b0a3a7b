package tenbin.spine.storage.row;

import java.util.ArrayList;
import java.util.List;
import tenbin.nouns.consent.Category;
import tenbin.nouns.observation.Column;
import tenbin.nouns.observation.Columns;

/** Kept columns as one text: names and categories in turn. */
final class ColumnsText {
  private ColumnsText() {}

  static String of(Columns columns) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < columns.size(); i++) {
      words.add(columns.get(i).name());
      words.add(columns.get(i).category().name());
    }
    return Lines.join(words);
  }

  static Columns parse(String text) {
    List<String> words = Lines.split(text);
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i + 1 < words.size(); i += 2) {
      columns.add(new Column(words.get(i), Category.valueOf(words.get(i + 1))));
    }
    return new Columns(columns);
  }
}
