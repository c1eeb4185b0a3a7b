package tenbin.web.table;

import java.util.List;

/**
 * One page of a table, for a template.
 *
 * @param path of the page that shows it
 * @param choice how the reader wants it
 * @param rows the lines of this page
 * @param first the number of the first of them, from 1; 0 when there is none
 * @param fitting how many lines hold the filter's word
 * @param all how many there are
 * @param <T> a line
 */
public record Table<T>(
    String path, TableChoice choice, List<T> rows, int first, int fitting, int all) {
  /** What a screen or two hold. */
  static final int PAGE = 50;

  public Table {
    rows = List.copyOf(rows);
  }

  static <T> Table<T> of(String path, TableChoice choice, List<T> all, Columns<T> columns) {
    List<T> fitting = columns.chosen(all, choice);
    int pages = Math.max(1, Math.ceilDiv(fitting.size(), PAGE));
    int page = Math.min(choice.page(), pages - 1);
    List<T> rows = fitting.subList(page * PAGE, Math.min(fitting.size(), (page + 1) * PAGE));
    return new Table<>(
        path,
        new TableChoice(choice.order(), choice.filter(), page),
        rows,
        rows.isEmpty() ? 0 : page * PAGE + 1,
        fitting.size(),
        all.size());
  }

  /** The number of the last line. */
  public int last() {
    return rows.isEmpty() ? 0 : first + rows.size() - 1;
  }

  public boolean hasBefore() {
    return choice.page() > 0;
  }

  public boolean hasMore() {
    return last() < fitting;
  }

  /** Whether it is worth a form to look for something in it. */
  public boolean isLong() {
    return all > 5 || !choice.filter().isEmpty();
  }

  /** What a click on a column's head asks for: up, then down, then the table's own order. */
  public String next(String column) {
    if (!column.equals(choice.column())) {
      return column;
    }
    return choice.isDown() ? "" : "-" + column;
  }

  /** For a screen reader: "ascending", "descending", "none". */
  public String aria(String column) {
    if (!column.equals(choice.column())) {
      return "none";
    }
    return choice.isDown() ? "descending" : "ascending";
  }
}
