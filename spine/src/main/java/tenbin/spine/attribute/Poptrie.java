package tenbin.spine.attribute;

/**
 * A longest-prefix matcher over keys of up to 128 bits, written from the left; immutable, so any
 * thread may ask.
 *
 * <p>The structure is a Poptrie [1] with direct pointing: the first bits choose a node, every node
 * takes 6 bits more. A node is three longs side by side, so that one step touches one or two cache
 * lines: a bit per slot that has a child, a bit per slot that begins a new run of equal answers,
 * and where its answers and its children begin. Counting bits below a slot finds the one or the
 * other. Other than in [1], the nodes of the first level lie at the place that the first bits name,
 * which saves the step through an array of pointers; and answers lie among the nodes in one array,
 * so that a lonely path with its answers fills neighbouring cache lines.
 *
 * <p>[1] H. Asai, Y. Ohara: Poptrie: A Compressed Trie with Population Count for Fast and Scalable
 * Software IP Routing Table Lookup. SIGCOMM 2015.
 */
final class Poptrie implements Matcher {
  static final int STRIDE = 6;
  static final int CELLS_A_NODE = 3;

  private final int directBits;
  private final long[] cells;

  /**
   * Takes what the builder made.
   *
   * @param directBits how many bits choose the first node: 6, 12 or so
   * @param cells nodes, three longs each: children, runs, places of the first answer and of the
   *     first child; and between them answers, one long per run
   */
  Poptrie(int directBits, long[] cells) {
    this.directBits = directBits;
    this.cells = cells;
  }

  @Override
  public int find(long high, long low) {
    int at = (int) (high >>> (Long.SIZE - directBits)) * CELLS_A_NODE;
    int shift = Long.SIZE - directBits - STRIDE;
    for (; shift >= 0; shift -= STRIDE) {
      long children = cells[at];
      int slot = (int) (high >>> shift) & 63;
      if ((children >>> slot & 1) == 0) {
        return answer(at, slot);
      }
      at = child(at, children, slot);
    }
    return findBelow(at, Long.SIZE - STRIDE - shift, high, low);
  }

  /** Goes on where the first half of the key did not decide. */
  private int findBelow(int from, int fromDepth, long high, long low) {
    int at = from;
    for (int depth = fromDepth; ; depth += STRIDE) {
      long children = cells[at];
      int slot = slot(high, low, depth);
      if ((children >>> slot & 1) == 0) {
        return answer(at, slot);
      }
      at = child(at, children, slot);
    }
  }

  private int answer(int at, int slot) {
    long runs = cells[at + 1] & (-1L >>> (63 - slot));
    return (int) cells[(int) (cells[at + 2] >>> 32) + Long.bitCount(runs) - 1];
  }

  private int child(int at, long children, int slot) {
    long before = children & ((1L << slot) - 1);
    return (int) cells[at + 2] + Long.bitCount(before) * CELLS_A_NODE;
  }

  /** The six bits of a key from a depth on; zeros stand behind the 128th. */
  static int slot(long high, long low, int depth) {
    if (depth <= Long.SIZE - STRIDE) {
      return (int) (high >>> (Long.SIZE - STRIDE - depth)) & 63;
    }
    if (depth < Long.SIZE) {
      int fromLow = depth + STRIDE - Long.SIZE;
      return (int) (high << fromLow | low >>> (Long.SIZE - fromLow)) & 63;
    }
    int right = 2 * Long.SIZE - STRIDE - depth;
    return (int) (right >= 0 ? low >>> right : low << -right) & 63;
  }

  @Override
  public long bytes() {
    return 8L * cells.length;
  }
}
