package tenbin.desks.routes.table;

import java.util.stream.IntStream;
import tenbin.nouns.net.Prefix;

/** The rows of all prefixes with what finds them, and how routes come and go in them. */
final class RouteRows {
  /** One more origin of a prefix makes the table forget the one that is gone for longest. */
  static final int MOST_ORIGINS = 32;

  final Rows rows = new Rows();
  final Columns columns = new Columns(rows);
  final PrefixIndex index;
  final SortedRows sorted = new SortedRows(rows);
  final Neighbourhood neighbours;
  private final int mostPrefixes;

  /** How many rows there may be beside the first ones of prefixes. */
  final int mostExtra;

  int newest = Integer.MIN_VALUE;
  long refusedPrefixes;
  long refusedOrigins;

  RouteRows(Limits limits) {
    index = new PrefixIndex(rows, limits.seed());
    neighbours = new Neighbourhood(rows, index, sorted);
    mostPrefixes = limits.prefixes();
    mostExtra = limits.prefixes() / 4 + MOST_ORIGINS;
  }

  int find(Prefix prefix) {
    return index.find(prefix.first().high(), prefix.first().low(), prefix.bits());
  }

  int find(Prefix prefix, long origin) {
    return inChain(find(prefix), origin);
  }

  private int inChain(int head, long origin) {
    int row = head;
    while (row != Rows.NONE && rows.origin(row) != origin) {
      row = rows.next(row);
    }
    return row;
  }

  private int havingIt(int head, int column) {
    int row = head;
    while (row != Rows.NONE && !rows.has(row, column)) {
      row = rows.next(row);
    }
    return row;
  }

  long announce(int vantage, Prefix prefix, long origin, int minute) {
    newest = Math.max(newest, minute);
    int column = columns.of(vantage);
    int head = find(prefix);
    if (head != Rows.NONE && rows.origin(head) == origin && rows.has(head, column)) {
      return origin;
    }
    return head == Rows.NONE
        ? begin(column, prefix, origin, minute)
        : move(column, head, origin, minute);
  }

  private long begin(int column, Prefix prefix, long origin, int minute) {
    if (index.size() >= mostPrefixes) {
      refusedPrefixes++;
      return RouteTable.NONE;
    }
    int row = addHead(prefix, origin);
    rows.seen(row, minute, minute);
    columns.set(row, column);
    return RouteTable.NONE;
  }

  /** A first row, for a prefix that is not there. */
  int addHead(Prefix prefix, long origin) {
    int row = rows.add(prefix.first().high(), prefix.first().low(), prefix.bits(), origin);
    index.add(row);
    sorted.add(row);
    neighbours.count(row, 1);
    return row;
  }

  private long move(int column, int head, long origin, int minute) {
    int had = havingIt(head, column);
    if (had != Rows.NONE && rows.origin(had) == origin) {
      return origin;
    }
    long before = had == Rows.NONE ? RouteTable.NONE : rows.origin(had);
    if (had != Rows.NONE) {
      leave(had, column, minute);
    }
    int row = inChain(head, origin);
    if (row == Rows.NONE) {
      row = oneMore(head, origin);
      if (row == Rows.NONE) {
        refusedOrigins++;
        return before;
      }
      rows.seen(row, minute, minute);
    }
    columns.set(row, column);
    return before;
  }

  private void leave(int row, int column, int minute) {
    columns.clear(row, column);
    rows.seenLast(row, minute);
  }

  /** One more row of a prefix, in the place of its oldest memory where there are too many. */
  private int oneMore(int head, long origin) {
    int count = 0;
    int oldest = Rows.NONE;
    for (int row = head; row != Rows.NONE; row = rows.next(row)) {
      count++;
      boolean gone = !columns.isSeen(row);
      if (gone && (oldest == Rows.NONE || columns.last(row) < columns.last(oldest))) {
        oldest = row;
      }
    }
    if (count < MOST_ORIGINS && rows.size() - index.size() < mostExtra) {
      return addBehind(head, origin);
    }
    if (oldest == Rows.NONE) {
      return Rows.NONE;
    }
    rows.reuse(oldest, origin);
    return oldest;
  }

  /** One more row behind the first one of its prefix. */
  int addBehind(int head, long origin) {
    int row = rows.add(rows.high(head), rows.low(head), rows.bits(head), origin);
    rows.link(row, rows.next(head));
    rows.link(head, row);
    return row;
  }

  long withdraw(int vantage, Prefix prefix, int minute) {
    newest = Math.max(newest, minute);
    int column = columns.of(vantage);
    int row = havingIt(find(prefix), column);
    if (row == Rows.NONE) {
      return RouteTable.NONE;
    }
    leave(row, column, minute);
    return rows.origin(row);
  }

  long origin(int vantage, Prefix prefix) {
    int row = havingIt(find(prefix), columns.of(vantage));
    return row == Rows.NONE ? RouteTable.NONE : rows.origin(row);
  }

  void lost(int vantage) {
    columns.lose(vantage, newest);
    if (columns.wantsCleaning()) {
      columns.clean();
    }
  }

  int last(int row) {
    return columns.isSeen(row) ? newest : columns.last(row);
  }

  int seenBy(Prefix prefix) {
    int seen = 0;
    for (int row = find(prefix); row != Rows.NONE; row = rows.next(row)) {
      seen += columns.seenBy(row);
    }
    return seen;
  }

  int[] vantages(int row) {
    IntStream.Builder numbers = IntStream.builder();
    for (int i = 0; i < columns.words(); i++) {
      for (long left = columns.bits(row, i); left != 0; left &= left - 1) {
        numbers.add(columns.vantage(i * 64 + Long.numberOfTrailingZeros(left)));
      }
    }
    return numbers.build().sorted().toArray();
  }

  void forEach(RouteVisitor visitor) {
    for (long at = sorted.begin(); at != sorted.end(); at = sorted.after(at)) {
      show(sorted.row(at), visitor);
    }
  }

  void forEachInside(Prefix prefix, RouteVisitor visitor) {
    long at = neighbours.firstInside(prefix);
    while (at != sorted.end()) {
      show(sorted.row(at), visitor);
      at = neighbours.nextInside(prefix, at);
    }
  }

  private void show(int head, RouteVisitor visitor) {
    for (int row = head; row != Rows.NONE; row = rows.next(row)) {
      int seenBy = columns.seenBy(row);
      if (seenBy > 0) {
        visitor.route(rows.prefix(row), rows.origin(row), seenBy);
      }
    }
  }

  /** Takes out what nobody has and nobody had since that minute. */
  int forget(int before) {
    columns.clean();
    return new Forgetting(this, before).all();
  }
}
