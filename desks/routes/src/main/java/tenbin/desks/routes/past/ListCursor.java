package tenbin.desks.routes.past;

import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tenbin.nouns.net.Prefix;

/** Goes through changes in memory. */
final class ListCursor implements Cursor {
  /** Of one prefix they stay in the order in which they came. */
  static final Comparator<Change> ORDER = Comparator.comparing(Change::prefix);

  private final List<Change> rows;
  private int at;

  /**
   * At the first.
   *
   * @param rows in {@link #ORDER}
   */
  ListCursor(List<Change> rows) {
    this.rows = rows;
  }

  @Override
  public @Nullable Change now() {
    return at < rows.size() ? rows.get(at) : null;
  }

  @Override
  public void next() {
    at++;
  }

  @Override
  public void seek(Prefix prefix) {
    while (at < rows.size() && rows.get(at).prefix().compareTo(prefix) < 0) {
      at++;
    }
  }

  @Override
  public void close() {
    at = rows.size();
  }
}
