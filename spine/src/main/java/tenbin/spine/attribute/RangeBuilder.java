package tenbin.spine.attribute;

import java.util.Arrays;

/** Makes {@link RankedRanges} of sorted keys. Of two equal prefixes the later one counts. */
final class RangeBuilder {
  /** The last start of all, in signed order: a run is filled up to a power of two with it. */
  private static final long LAST_START = Long.MAX_VALUE & -1L << Integer.SIZE;

  private final int firstBits;
  private final FlatRanges ranges;
  private final long[] words;
  private int[] values = new int[1024];
  private int used;
  private long[] runs = new long[64];
  private int runsUsed;

  private RangeBuilder(int firstBits, FlatRanges ranges) {
    this.firstBits = firstBits;
    this.ranges = ranges;
    this.words = new long[2 << (firstBits - RankedRanges.WORD_BITS)];
  }

  /**
   * Builds.
   *
   * @param keys sorted
   * @param firstBits how many bits choose a slot: 7 to 26; every 64 slots take 16 bytes
   * @param uncovered what a key answers that no prefix covers
   */
  static RankedRanges build(SortedKeys keys, int firstBits, int uncovered) {
    FlatRanges ranges = FlatRanges.of(keys, firstBits + RankedRanges.RUN_BITS, uncovered);
    return new RangeBuilder(firstBits, ranges).build();
  }

  private RankedRanges build() {
    int at = 0;
    for (int word = 0; word < words.length; word += 2) {
      long firstSlot = (long) word << (RankedRanges.WORD_BITS - 1);
      words[word + 1] = (long) used - 1;
      at = fill(word, firstSlot, at);
    }
    return new RankedRanges(
        firstBits,
        words,
        Arrays.copyOf(values, used),
        Arrays.copyOf(runs, runsUsed),
        ranges.deep());
  }

  /** Fills a word's slots from the range on; answers the first range behind them. */
  private int fill(int word, long firstSlot, int from) {
    int at = from;
    for (int bit = 0; bit < Long.SIZE; bit++) {
      int next = at;
      while (next < ranges.size() && slot(next) == firstSlot + bit) {
        next++;
      }
      if (bit == 0 || next > at) {
        put(word, bit, value(at, next));
      } else if (values[used - 1] < RankedRanges.DEEPER) {
        put(word, bit, ranges.answer(at - 1));
      }
      at = next;
    }
    return at;
  }

  private long slot(int range) {
    return ranges.start(range) >>> (Long.SIZE - firstBits);
  }

  /** What a slot says in which these ranges begin; the one before them still holds at its start. */
  private int value(int from, int to) {
    boolean atStart = from < to && ranges.start(from) << firstBits == 0;
    if (to - from <= (atStart ? 1 : 0)) {
      return ranges.answer(to - 1);
    }
    int first = atStart ? from : from - 1;
    int steps = Integer.SIZE - Integer.numberOfLeadingZeros(to - first - 1);
    int place = reserve(1 << steps);
    // A key of ones reaches what fills the run up, so that must answer as the last range does.
    long last = LAST_START | ranges.answer(to - 1) & 0xffff_ffffL;
    Arrays.fill(runs, place, place + (1 << steps), last);
    for (int i = 0; i < to - first; i++) {
      long start = i == 0 ? 0 : ranges.start(first + i) << firstBits;
      runs[place + i] =
          (start ^ Long.MIN_VALUE) & -1L << Integer.SIZE | ranges.answer(first + i) & 0xffff_ffffL;
    }
    return RankedRanges.run(steps, place);
  }

  private int reserve(int count) {
    int place = runsUsed;
    runsUsed += count;
    if (runsUsed > 1 << RankedRanges.PLACE_BITS) {
      throw new IllegalArgumentException("more ranges than a table holds");
    }
    if (runsUsed > runs.length) {
      runs = Arrays.copyOf(runs, Math.max(runsUsed, runs.length * 2));
    }
    return place;
  }

  private void put(int word, int bit, int value) {
    if (used == values.length) {
      values = Arrays.copyOf(values, used * 2);
    }
    values[used++] = value;
    words[word] |= 1L << bit;
  }
}
