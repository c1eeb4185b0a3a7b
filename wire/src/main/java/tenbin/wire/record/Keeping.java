package tenbin.wire.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import tenbin.nouns.consent.Category;
import tenbin.nouns.observation.Column;
import tenbin.nouns.observation.Columns;
import tenbin.nouns.observation.Extra;

/**
 * Keeps what a record told beyond the named fields. Records of one report mostly tell the same
 * names, so they share their columns. Not for several threads.
 */
public final class Keeping {
  /** Reports with more different sets of names than this are rare; theirs are not shared. */
  private static final int MOST_SHARED = 256;

  private final Function<String, Category> categories;
  private final int mostColumns;
  private final Map<List<String>, Extra.Packer> shared = new HashMap<>();
  private final Map<String, String> told = new LinkedHashMap<>();
  private int dropped;

  /**
   * The kept columns of one report.
   *
   * @param categories of a column's name; {@link Category#UNKNOWN} for one that no table knows
   * @param mostColumns of one record
   */
  public Keeping(Function<String, Category> categories, int mostColumns) {
    this.categories = categories;
    this.mostColumns = mostColumns;
  }

  /** Keeps a value of the record at hand; an empty one is not told. */
  public void keep(String name, String value) {
    if (value.isEmpty()) {
      return;
    }
    if (told.size() >= mostColumns && !told.containsKey(name)) {
      dropped++;
      return;
    }
    told.put(name, value);
  }

  /** How many values of the record at hand are beyond the limit of columns. */
  public int dropped() {
    return dropped;
  }

  /** Forgets the record at hand. */
  public void clear() {
    told.clear();
    dropped = 0;
  }

  /** What was kept of the record at hand; starts the next one. */
  public Extra take() {
    if (told.isEmpty()) {
      clear();
      return Extra.NONE;
    }
    List<String> names = List.copyOf(told.keySet());
    Extra.Packer packer = shared.get(names);
    if (packer == null) {
      packer = new Extra.Packer(columns(names));
      if (shared.size() < MOST_SHARED) {
        shared.put(names, packer);
      }
    }
    int index = 0;
    for (String value : told.values()) {
      packer.add(index++, value);
    }
    clear();
    return packer.pack();
  }

  private Columns columns(List<String> names) {
    List<Column> columns = new ArrayList<>(names.size());
    names.forEach(name -> columns.add(new Column(name, categories.apply(name))));
    return new Columns(columns);
  }
}
