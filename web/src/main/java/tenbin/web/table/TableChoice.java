package tenbin.web.table;

/**
 * How a reader wants a table.
 *
 * @param order a column, with a hyphen before it for the largest first; empty for the table's own
 * @param filter a word that lines must hold; empty for all
 * @param page from 0
 */
public record TableChoice(String order, String filter, int page) {
  private static final int MOST_FILTER = 100;
  private static final int MOST_PAGE = 10_000;
  private static final char BETWEEN = '\n';

  public TableChoice {
    String plain = filter.replaceAll("\\p{Cntrl}", " ").strip();
    filter = plain.substring(0, Math.min(plain.length(), MOST_FILTER));
    page = Math.clamp(page, 0, MOST_PAGE);
  }

  /** What is kept of it: the page is not, because it is another one tomorrow. */
  String kept() {
    return order + BETWEEN + filter;
  }

  static TableChoice of(String kept) {
    int end = kept.indexOf(BETWEEN);
    return end < 0
        ? new TableChoice("", "", 0)
        : new TableChoice(kept.substring(0, end), kept.substring(end + 1), 0);
  }

  /** The column by which it sorts, "" for none. */
  public String column() {
    return isDown() ? order.substring(1) : order;
  }

  public boolean isDown() {
    return order.startsWith("-");
  }
}
