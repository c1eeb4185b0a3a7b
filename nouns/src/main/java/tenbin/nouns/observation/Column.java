package tenbin.nouns.observation;

import tenbin.nouns.consent.Category;

/**
 * A column that is kept as received. Its category decides who may see it: what no table of ours
 * knows is {@link Category#UNKNOWN}, and that leaves nowhere.
 *
 * @param name as the report wrote it
 * @param category belongs to the column, never to the row
 */
public record Column(String name, Category category) {
  public static Column unknown(String name) {
    return new Column(name, Category.UNKNOWN);
  }
}
