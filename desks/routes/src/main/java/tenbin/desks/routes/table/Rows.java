package tenbin.desks.routes.table;

import java.util.Arrays;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * The rows of the table, one a prefix and origin, in flat memory: what belongs to one lies in one
 * or two lines of the cache. Grows by pieces, so that nothing large is ever copied at once.
 *
 * <p>A row is: the two halves of the prefix's first address; the next row of the same prefix and
 * the prefix's length; the origin; first and last minute; one bit a column for who has it.
 */
final class Rows {
  /** No row. */
  static final int NONE = -1;

  private static final int LOW = 1;
  private static final int LINK = 2;
  private static final int ORIGIN = 3;
  private static final int SEEN = 4;
  private static final int BITS = 5;

  /** Pieces stay under half a region of the G1 collector. */
  private static final int PIECE_SHIFT = 11;

  private static final int PIECE = 1 << PIECE_SHIFT;
  private static final int AT = PIECE - 1;
  private static final long MASK = 0xffff_ffffL;

  private long[][] pieces = new long[16][];
  private int words = 1;
  private int stride = BITS + words;
  private int used;
  private int free = NONE;
  private int size;

  private long[] piece(int row) {
    return pieces[row >>> PIECE_SHIFT];
  }

  private int at(int row) {
    return (row & AT) * stride;
  }

  /** A new row that nobody has. */
  int add(long high, long low, int bits, long origin) {
    int row = free;
    if (row == NONE) {
      row = used++;
      ensurePiece(row >>> PIECE_SHIFT);
    } else {
      free = next(row);
    }
    long[] in = piece(row);
    int at = at(row);
    Arrays.fill(in, at, at + stride, 0);
    in[at] = high;
    in[at + LOW] = low;
    in[at + LINK] = MASK << 8 | bits;
    in[at + ORIGIN] = origin;
    size++;
    return row;
  }

  private void ensurePiece(int piece) {
    if (piece == pieces.length) {
      pieces = Arrays.copyOf(pieces, piece * 2);
    }
    if (pieces[piece] == null) {
      pieces[piece] = new long[PIECE * stride];
    }
  }

  /** A row that nobody has becomes that of another origin of the same prefix. */
  void reuse(int row, long origin) {
    long[] in = piece(row);
    int at = at(row);
    in[at + ORIGIN] = origin;
    Arrays.fill(in, at + SEEN, at + stride, 0);
  }

  /** The row is used by nothing any more. */
  void free(int row) {
    link(row, free);
    free = row;
    size--;
  }

  /** Everything of a row but its place. */
  void copy(int from, int to) {
    System.arraycopy(piece(from), at(from), piece(to), at(to), stride);
  }

  /** Rows are numbered below this, those that are free with them. */
  int places() {
    return used;
  }

  /** How many rows are in use. */
  int size() {
    return size;
  }

  long high(int row) {
    return piece(row)[at(row)];
  }

  long low(int row) {
    return piece(row)[at(row) + LOW];
  }

  /** The length as {@link Prefix#bits} counts. */
  int bits(int row) {
    return (int) piece(row)[at(row) + LINK] & 0xff;
  }

  boolean isOf(int row, long high, long low, int bits) {
    long[] in = piece(row);
    int at = at(row);
    return in[at + LOW] == low && in[at] == high && ((int) in[at + LINK] & 0xff) == bits;
  }

  Prefix prefix(int row) {
    return new Prefix(new Address(high(row), low(row)), bits(row));
  }

  /** The next row of the same prefix, or {@link #NONE}. */
  int next(int row) {
    return (int) (piece(row)[at(row) + LINK] >> 8);
  }

  void link(int row, int next) {
    long[] in = piece(row);
    int at = at(row) + LINK;
    in[at] = (next & MASK) << 8 | in[at] & 0xff;
  }

  long origin(int row) {
    return piece(row)[at(row) + ORIGIN];
  }

  int first(int row) {
    return (int) (piece(row)[at(row) + SEEN] >> 32);
  }

  int last(int row) {
    return (int) piece(row)[at(row) + SEEN];
  }

  void seen(int row, int first, int last) {
    piece(row)[at(row) + SEEN] = (long) first << 32 | last & MASK;
  }

  /** Later minutes count, earlier ones change nothing. */
  void seenLast(int row, int minute) {
    if (minute > last(row)) {
      seen(row, first(row), minute);
    }
  }

  boolean has(int row, int column) {
    return (piece(row)[at(row) + BITS + (column >> 6)] >>> column & 1) != 0;
  }

  void set(int row, int column) {
    piece(row)[at(row) + BITS + (column >> 6)] |= 1L << column;
  }

  void clear(int row, int column) {
    piece(row)[at(row) + BITS + (column >> 6)] &= ~(1L << column);
  }

  /** One of the words of bits; column c is bit c % 64 of word c / 64. */
  long word(int row, int word) {
    return piece(row)[at(row) + BITS + word];
  }

  void word(int row, int word, long bits) {
    piece(row)[at(row) + BITS + word] = bits;
  }

  /** How many words of bits a row has. */
  int words() {
    return words;
  }

  /** Makes room for this many words of bits in each row. */
  void widen(int wanted) {
    if (wanted <= words) {
      return;
    }
    int wide = BITS + wanted;
    for (int i = 0; i < pieces.length && pieces[i] != null; i++) {
      long[] wider = new long[PIECE * wide];
      for (int row = 0; row < PIECE; row++) {
        System.arraycopy(pieces[i], row * stride, wider, row * wide, stride);
      }
      pieces[i] = wider;
    }
    words = wanted;
    stride = wide;
  }
}
