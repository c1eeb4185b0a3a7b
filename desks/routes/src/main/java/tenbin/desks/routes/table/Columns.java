package tenbin.desks.routes.table;

import java.util.Arrays;

/**
 * Which column of bits belongs to which vantage point. One whose session is lost gets a new column;
 * the old one counts no more from then on, and is cleaned later, many at once: a session that flaps
 * costs next to nothing.
 */
final class Columns {
  private static final int NONE = -1;

  /** So many lost columns are cleaned in one go; until then they take two words of bits a row. */
  static final int MOST_DIRTY = 128;

  private final Rows rows;
  private int[] columnOf = new int[8];
  private int[] vantageOf = new int[64];
  private int[] routes = new int[64];

  /** The minute at which the column was lost; of dirty ones alone. */
  private int[] lostAt = new int[64];

  private boolean[] straight = {true};
  private long[] live = new long[1];
  private long[] dirty = new long[1];
  private int vantages;
  private int dirtyCount;

  /** The earliest and the latest minute of a loss among the dirty columns. */
  private int lostFirst = Integer.MAX_VALUE;

  private int lostLast = Integer.MIN_VALUE;

  Columns(Rows rows) {
    this.rows = rows;
    Arrays.fill(vantageOf, NONE);
  }

  /** A column for one more vantage point. */
  void add() {
    if (vantages == columnOf.length) {
      columnOf = Arrays.copyOf(columnOf, vantages * 2);
    }
    give(vantages++);
  }

  private void give(int vantage) {
    int column = freeColumn();
    columnOf[vantage] = column;
    vantageOf[column] = vantage;
    routes[column] = 0;
    straight[column >> 6] &= column == vantage;
    live[column >> 6] |= 1L << column;
  }

  private int freeColumn() {
    for (int i = 0; i < live.length; i++) {
      long taken = live[i] | dirty[i];
      if (taken != -1L) {
        return i * 64 + Long.numberOfTrailingZeros(~taken);
      }
    }
    widen(live.length + 1);
    return (live.length - 1) * 64;
  }

  private void widen(int words) {
    straight = Arrays.copyOf(straight, words);
    straight[words - 1] = true;
    live = Arrays.copyOf(live, words);
    dirty = Arrays.copyOf(dirty, words);
    vantageOf = Arrays.copyOf(vantageOf, words * 64);
    routes = Arrays.copyOf(routes, words * 64);
    lostAt = Arrays.copyOf(lostAt, words * 64);
    rows.widen(words);
  }

  /** How many vantage points have one. */
  int vantages() {
    return vantages;
  }

  int of(int vantage) {
    return columnOf[vantage];
  }

  /** Whose column it is; asked of live ones alone. */
  int vantage(int column) {
    return vantageOf[column];
  }

  /** How many routes a vantage point has. */
  int routes(int vantage) {
    return routes[columnOf[vantage]];
  }

  void set(int row, int column) {
    rows.set(row, column);
    routes[column]++;
  }

  void clear(int row, int column) {
    rows.clear(row, column);
    routes[column]--;
  }

  /** The vantage point has nothing from now on. */
  void lose(int vantage, int minute) {
    int column = columnOf[vantage];
    if (routes[column] == 0) {
      return;
    }
    live[column >> 6] &= ~(1L << column);
    dirty[column >> 6] |= 1L << column;
    lostAt[column] = minute;
    lostFirst = Math.min(lostFirst, minute);
    lostLast = Math.max(lostLast, minute);
    vantageOf[column] = NONE;
    dirtyCount++;
    give(vantage);
  }

  boolean wantsCleaning() {
    return dirtyCount >= MOST_DIRTY;
  }

  /** Takes what is lost out of every row, and keeps when it was. */
  void clean() {
    for (int row = 0; row < rows.places() && dirtyCount > 0; row++) {
      for (int i = 0; i < dirty.length; i++) {
        long lost = rows.word(row, i) & dirty[i];
        if (lost != 0) {
          clean(row, i, lost);
        }
      }
    }
    Arrays.fill(dirty, 0);
    dirtyCount = 0;
    lostFirst = Integer.MAX_VALUE;
    lostLast = Integer.MIN_VALUE;
  }

  private void clean(int row, int word, long lost) {
    if (rows.last(row) < lostLast) {
      rows.seenLast(row, lostSince(lost, word));
    }
    rows.word(row, word, rows.word(row, word) & ~lost);
  }

  private int lostSince(long bits, int word) {
    if (lostFirst == lostLast) {
      return lostLast;
    }
    int latest = Integer.MIN_VALUE;
    for (long left = bits; left != 0; left &= left - 1) {
      latest = Math.max(latest, lostAt[word * 64 + Long.numberOfTrailingZeros(left)]);
    }
    return latest;
  }

  /** The bits of a row that count. */
  long bits(int row, int word) {
    return rows.word(row, word) & live[word];
  }

  int words() {
    return live.length;
  }

  /** Whether each column of a word has the number of its vantage point. */
  boolean isStraight(int word) {
    return straight[word];
  }

  /** Gives a new row to vantage points by their numbers; every column has its vantage point's. */
  void restore(int row, long[] bits) {
    for (int i = 0; i < bits.length; i++) {
      rows.word(row, i, bits[i]);
      for (long left = bits[i]; left != 0; left &= left - 1) {
        routes[i * 64 + Long.numberOfTrailingZeros(left)]++;
      }
    }
  }

  boolean isSeen(int row) {
    for (int i = 0; i < live.length; i++) {
      if ((rows.word(row, i) & live[i]) != 0) {
        return true;
      }
    }
    return false;
  }

  int seenBy(int row) {
    int seen = 0;
    for (int i = 0; i < live.length; i++) {
      seen += Long.bitCount(rows.word(row, i) & live[i]);
    }
    return seen;
  }

  /** When somebody last had the row, who nobody has now. */
  int last(int row) {
    int last = rows.last(row);
    for (int i = 0; i < dirty.length && dirtyCount > 0; i++) {
      long lost = rows.word(row, i) & dirty[i];
      last = lost == 0 ? last : Math.max(last, lostSince(lost, i));
    }
    return last;
  }
}
