package tenbin.spine.attribute;

import java.util.Arrays;

/** Makes a {@link Poptrie} of sorted keys. Of two equal prefixes the later one counts. */
final class PoptrieBuilder {
  private static final int SLOTS = 1 << Poptrie.STRIDE;
  private static final int LEVELS = 128 / Poptrie.STRIDE + 1;

  private final SortedKeys keys;
  private final int[][] painted = new int[LEVELS][SLOTS];
  private final int[][] childFrom = new int[LEVELS][SLOTS];
  private final int[][] childTo = new int[LEVELS][SLOTS];
  private long[] cells = new long[0];
  private int used;

  private PoptrieBuilder(SortedKeys keys) {
    this.keys = keys;
  }

  /**
   * Builds.
   *
   * @param keys sorted
   * @param directBits how many bits choose the first node
   * @param uncovered what a key answers that no prefix covers
   */
  static Poptrie build(SortedKeys keys, int directBits, int uncovered) {
    return new PoptrieBuilder(keys).build(directBits, uncovered);
  }

  private Poptrie build(int directBits, int uncovered) {
    int tops = 1 << directBits;
    int[] inherited = new int[tops];
    int[] from = new int[tops];
    int[] to = new int[tops];
    Arrays.fill(inherited, uncovered);
    int at = 0;
    while (at < keys.size()) {
      int top = keys.top(at, directBits);
      int over = directBits - keys.bits(at);
      if (over >= 0) {
        Arrays.fill(inherited, top, top + (1 << over), keys.answer(at));
        at++;
        continue;
      }
      from[top] = at;
      while (at < keys.size() && keys.top(at, directBits) == top) {
        at++;
      }
      to[top] = at;
    }
    reserve(tops * Poptrie.CELLS_A_NODE);
    for (int top = 0; top < tops; top++) {
      int node = top * Poptrie.CELLS_A_NODE;
      fill(node, 0, directBits, from[top], to[top], inherited[top]);
    }
    return new Poptrie(directBits, Arrays.copyOf(cells, used));
  }

  /** Makes the node at a depth of the keys from..to, all of them longer than the depth. */
  private void fill(int node, int level, int depth, int from, int to, int inherited) {
    long children = paint(level, depth, from, to, inherited);
    int firstAnswer = used;
    long runs = appendRuns(painted[level], children);
    int firstChild = reserve(Long.bitCount(children) * Poptrie.CELLS_A_NODE);
    cells[node] = children;
    cells[node + 1] = runs;
    cells[node + 2] = (long) firstAnswer << 32 | firstChild;
    int child = firstChild;
    for (long rest = children; rest != 0; rest &= rest - 1) {
      int slot = Long.numberOfTrailingZeros(rest);
      fill(
          child,
          level + 1,
          depth + Poptrie.STRIDE,
          childFrom[level][slot],
          childTo[level][slot],
          painted[level][slot]);
      child += Poptrie.CELLS_A_NODE;
    }
  }

  /**
   * Paints the answers of keys that end in this node, in order, so that longer ones go over shorter
   * ones, and notes which keys go deeper. Sorted keys have every shorter one before the deeper ones
   * that it covers.
   */
  private long paint(int level, int depth, int from, int to, int inherited) {
    int[] slots = painted[level];
    Arrays.fill(slots, inherited);
    long children = 0;
    int at = from;
    while (at < to) {
      int slot = keys.slot(at, depth);
      int over = depth + Poptrie.STRIDE - keys.bits(at);
      if (over >= 0) {
        Arrays.fill(slots, slot, slot + (1 << over), keys.answer(at));
        at++;
        continue;
      }
      childFrom[level][slot] = at;
      while (at < to && keys.slot(at, depth) == slot) {
        at++;
      }
      childTo[level][slot] = at;
      children |= 1L << slot;
    }
    return children;
  }

  private long appendRuns(int[] slots, long children) {
    long runs = 0;
    int last = -1;
    for (int slot = 0; slot < SLOTS; slot++) {
      if ((children >>> slot & 1) != 0 || last >= 0 && slots[last] == slots[slot]) {
        continue;
      }
      int place = reserve(1);
      cells[place] = slots[slot];
      runs |= 1L << slot;
      last = slot;
    }
    return runs;
  }

  private int reserve(int count) {
    int first = used;
    used += count;
    if (used > cells.length) {
      cells = Arrays.copyOf(cells, Math.max(used, cells.length * 2));
    }
    return first;
  }
}
