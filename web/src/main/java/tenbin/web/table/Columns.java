package tenbin.web.table;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * By what a table can be sorted and filtered: only what its lines show.
 *
 * @param <T> a line
 */
public final class Columns<T> {
  private final Map<String, Comparator<T>> orders = new LinkedHashMap<>();
  private final Function<T, List<String>> texts;

  /** Filtered by these texts of a line. */
  public Columns(Function<T, List<String>> texts) {
    this.texts = texts;
  }

  /** A column that sorts. */
  public Columns<T> by(String column, Comparator<T> order) {
    orders.put(column, order);
    return this;
  }

  /** A column that sorts by something comparable. */
  public <C extends Comparable<? super C>> Columns<T> by(String column, Function<T, C> value) {
    return by(column, Comparator.comparing(value));
  }

  /** The lines that hold the word, in the order that was chosen. */
  List<T> chosen(List<T> all, TableChoice choice) {
    String word = fold(choice.filter());
    List<T> fitting =
        all.stream()
            .filter(each ->
                word.isEmpty()
                    || texts.apply(each).stream().anyMatch(text -> fold(text).contains(word)))
            .toList();
    Comparator<T> order = orders.get(choice.column());
    if (order == null) {
      return fitting;
    }
    return fitting.stream().sorted(choice.isDown() ? order.reversed() : order).toList();
  }

  /** Large and small letters are one. */
  private static String fold(String text) {
    return text.toLowerCase(java.util.Locale.ROOT);
  }

  boolean knows(String column) {
    return orders.containsKey(column);
  }
}
