package tenbin.spine.attribute;

/**
 * A longest-prefix matcher over keys of up to 128 bits, written from the left; immutable, so any
 * thread may ask.
 *
 * <p>The first bits of a key choose a slot. Slots stand 64 in a word; a bit in it says that the
 * answer changes there, so counting bits up to the slot finds the place of its answer [1]. Where
 * longer prefixes lie inside a slot, the answer is the place of a run of ranges, sorted by the 32
 * bits that follow, and the last range that begins at or before the key answers [2]. A step of that
 * search adds or does not add by arithmetic instead of a branch: a branch that is guessed wrong
 * would throw away the reads of the next lookups that a processor has under way. Prefixes longer
 * than slot and run together go to a {@link Poptrie}.
 *
 * <p>[1] M. Degermark, A. Brodnik, S. Carlsson, S. Pink: Small Forwarding Tables for Fast Routing
 * Lookups. SIGCOMM 1997. [2] M. Zec, L. Rizzo, M. Mikuc: DXR: Towards a Billion Routing Lookups per
 * Second in Software. ACM SIGCOMM CCR 42(5), 2012.
 */
final class RankedRanges implements Matcher {
  /** How many bits of a key a run tells apart. */
  static final int RUN_BITS = 32;

  /** Six bits of a slot's number are its place in a word. */
  static final int WORD_BITS = 6;

  /** A slot's value that says: ask the trie. */
  static final int DEEPER = -2;

  /** Bits of a run's value that are its place; the bits before them tell how long it is. */
  static final int PLACE_BITS = 26;

  private static final long ANSWER = 0xffff_ffffL;

  private final int wordShift;
  private final int slotShift;
  private final long[] words;
  private final int[] values;
  private final long[] runs;
  private final Poptrie deep;

  /**
   * Takes what the builder made.
   *
   * @param firstBits how many bits choose a slot, at least 7
   * @param words two longs each: a bit per slot at which the value changes, the first always set;
   *     and the place of the first value less one
   * @param values answers, {@link #DEEPER}, or the length and place of a run
   * @param runs ranges: the first 32 bits begin it, in signed order; the last 32 are its value
   * @param deep knows the keys that {@link #DEEPER} stands for
   */
  RankedRanges(int firstBits, long[] words, int[] values, long[] runs, Poptrie deep) {
    this.slotShift = Long.SIZE - firstBits;
    this.wordShift = slotShift + WORD_BITS;
    this.words = words;
    this.values = values;
    this.runs = runs;
    this.deep = deep;
  }

  /** The value of a run of {@code 1 << steps} ranges, filled up with copies of the last. */
  static int run(int steps, int place) {
    return Integer.MIN_VALUE | steps << PLACE_BITS | place;
  }

  @Override
  public int find(long high, long low) {
    int word = (int) (high >>> wordShift) << 1;
    long changes = words[word] << ~(high >>> slotShift);
    int value = values[(int) words[word + 1] + Long.bitCount(changes)];
    return value >= NONE ? value : inside(value, high, low);
  }

  private int inside(int value, long high, long low) {
    if (value == DEEPER) {
      return deep.find(high, low);
    }
    long key = (high << (Long.SIZE - slotShift) ^ Long.MIN_VALUE) | ANSWER;
    int at = value & ((1 << PLACE_BITS) - 1);
    int half = 1 << (value >>> PLACE_BITS & 31) >> 1;
    for (; half > 0; half >>= 1) {
      at = runs[at + half] <= key ? at + half : at;
    }
    int found = (int) runs[at];
    return found == DEEPER ? deep.find(high, low) : found;
  }

  @Override
  public long bytes() {
    return 8L * words.length + 4L * values.length + 8L * runs.length + deep.bytes();
  }
}
