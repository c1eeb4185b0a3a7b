package tenbin.desks.routes.table;

import java.util.Arrays;

/**
 * The first rows of all prefixes in the order of prefixes: shorter pieces of sorted numbers, a
 * thousandth of them moved at most when one comes or goes.
 */
final class SortedRows {
  private static final int PIECE = 1 << 9;

  private final Rows rows;
  private int[][] pieces = new int[16][];
  private int[] sizes = new int[16];
  private int count;

  SortedRows(Rows rows) {
    this.rows = rows;
  }

  private int compare(int row, long high, long low, int bits) {
    int byHigh = Long.compareUnsigned(rows.high(row), high);
    if (byHigh != 0) {
      return byHigh;
    }
    int byLow = Long.compareUnsigned(rows.low(row), low);
    return byLow != 0 ? byLow : Integer.compare(rows.bits(row), bits);
  }

  /** The last piece that begins at or before the prefix; the first one where none does. */
  private int pieceOf(long high, long low, int bits) {
    int from = 0;
    int to = count - 1;
    while (from < to) {
      int middle = from + to + 1 >>> 1;
      if (compare(pieces[middle][0], high, low, bits) <= 0) {
        from = middle;
      } else {
        to = middle - 1;
      }
    }
    return from;
  }

  /** The first place in a piece whose row is not before the prefix. */
  private int placeIn(int piece, long high, long low, int bits) {
    int from = 0;
    int to = sizes[piece];
    while (from < to) {
      int middle = from + to >>> 1;
      if (compare(pieces[piece][middle], high, low, bits) < 0) {
        from = middle + 1;
      } else {
        to = middle;
      }
    }
    return from;
  }

  void add(int row) {
    if (count == 0) {
      open(0, new int[PIECE], 0);
    }
    long high = rows.high(row);
    long low = rows.low(row);
    int bits = rows.bits(row);
    int piece = pieceOf(high, low, bits);
    int place = placeIn(piece, high, low, bits);
    if (sizes[piece] == PIECE) {
      boolean behindAll = piece == count - 1 && place == PIECE;
      split(piece, behindAll ? PIECE : PIECE / 2);
      if (place >= sizes[piece]) {
        place -= sizes[piece];
        piece++;
      }
    }
    int[] in = pieces[piece];
    System.arraycopy(in, place, in, place + 1, sizes[piece] - place);
    in[place] = row;
    sizes[piece]++;
  }

  /** Tables come in their order: what comes behind all others fills pieces whole. */
  private void split(int piece, int kept) {
    int[] second = new int[PIECE];
    int moved = PIECE - kept;
    System.arraycopy(pieces[piece], kept, second, 0, moved);
    sizes[piece] = kept;
    open(piece + 1, second, moved);
  }

  private void open(int at, int[] piece, int size) {
    if (count == pieces.length) {
      pieces = Arrays.copyOf(pieces, count * 2);
      sizes = Arrays.copyOf(sizes, count * 2);
    }
    System.arraycopy(pieces, at, pieces, at + 1, count - at);
    System.arraycopy(sizes, at, sizes, at + 1, count - at);
    pieces[at] = piece;
    sizes[at] = size;
    count++;
  }

  /** Takes out a row that is there, while it still has its prefix. */
  void remove(int row) {
    int piece = pieceOf(rows.high(row), rows.low(row), rows.bits(row));
    int place = placeIn(piece, rows.high(row), rows.low(row), rows.bits(row));
    int[] in = pieces[piece];
    System.arraycopy(in, place + 1, in, place, sizes[piece] - place - 1);
    if (--sizes[piece] == 0) {
      System.arraycopy(pieces, piece + 1, pieces, piece, count - piece - 1);
      System.arraycopy(sizes, piece + 1, sizes, piece, count - piece - 1);
      count--;
    }
  }

  /** Where the first row stands that is not before the prefix; {@link #end} where none is. */
  long ceiling(long high, long low, int bits) {
    if (count == 0) {
      return end();
    }
    int piece = pieceOf(high, low, bits);
    int place = placeIn(piece, high, low, bits);
    return place == sizes[piece] ? (piece + 1L) << 32 : (long) piece << 32 | place;
  }

  /** Where the first row stands. */
  long begin() {
    return 0;
  }

  /** The place behind the last row. */
  long end() {
    return (long) count << 32;
  }

  /** The place behind a place. */
  long after(long place) {
    return (int) place + 1 == sizes[(int) (place >> 32)] ? (place >> 32) + 1 << 32 : place + 1;
  }

  /** The row at a place before the end. */
  int row(long place) {
    return pieces[(int) (place >> 32)][(int) place];
  }
}
