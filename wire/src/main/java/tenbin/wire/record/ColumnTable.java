package tenbin.wire.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tenbin.nouns.consent.Category;

/**
 * The categories of a format's columns: a table of ours. What it does not know is {@link
 * Category#UNKNOWN} and leaves nowhere. Immutable; any thread.
 */
public final class ColumnTable implements Function<String, Category> {
  private record Prefix(String text, Category category) {}

  private final Map<String, Category> exact = new HashMap<>();
  private final List<Prefix> prefixes = new ArrayList<>();

  private ColumnTable() {}

  /**
   * Reads a table: each line a category and the names of its columns, a name that ends in "*"
   * standing for all that begin so; exact names go before them, earlier ones before later ones.
   */
  public static ColumnTable of(String lines) {
    ColumnTable table = new ColumnTable();
    for (String line : lines.lines().toList()) {
      String[] words = line.strip().split(" +", -1);
      Category category = Category.valueOf(words[0]);
      for (int i = 1; i < words.length; i++) {
        table.add(words[i], category);
      }
    }
    return table;
  }

  private void add(String name, Category category) {
    if (name.endsWith("*")) {
      prefixes.add(new Prefix(name.substring(0, name.length() - 1), category));
    } else if (exact.put(name, category) != null) {
      throw new IllegalArgumentException("column twice in a table: " + name);
    }
  }

  @Override
  public Category apply(String name) {
    Category known = exact.get(name);
    if (known != null) {
      return known;
    }
    return prefixes.stream()
        .filter(prefix -> name.startsWith(prefix.text))
        .findFirst()
        .map(Prefix::category)
        .orElse(Category.UNKNOWN);
  }
}
