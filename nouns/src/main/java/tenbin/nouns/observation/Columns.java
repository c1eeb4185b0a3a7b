package tenbin.nouns.observation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The columns of one report that carry no meaning of ours but are kept: shared by all of the
 * report's observations.
 */
public final class Columns {
  public static final Columns NONE = new Columns(List.of());

  private final List<Column> columns;
  private final Map<String, Integer> byName = new HashMap<>();

  /** Two columns of one name are refused: a reader gives the second one another name first. */
  public Columns(List<Column> columns) {
    this.columns = List.copyOf(columns);
    for (int i = 0; i < this.columns.size(); i++) {
      if (byName.put(this.columns.get(i).name(), i) != null) {
        throw new IllegalArgumentException("column twice: " + this.columns.get(i).name());
      }
    }
  }

  public int size() {
    return columns.size();
  }

  public Column get(int index) {
    return columns.get(index);
  }

  public OptionalInt indexOf(String name) {
    Integer index = byName.get(name);
    return index == null ? OptionalInt.empty() : OptionalInt.of(index);
  }
}
