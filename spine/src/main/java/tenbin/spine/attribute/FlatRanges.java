package tenbin.spine.attribute;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/**
 * Nested prefixes as ranges beside each other: each holds from its start to the next one's. Keys
 * that are longer than a limit become one range per block of that many bits, which answers {@link
 * RankedRanges#DEEPER}, and a trie.
 */
final class FlatRanges {
  private final int mostBits;
  private final Deque<Open> open = new ArrayDeque<>();
  private final SortedKeys deeper = new SortedKeys();
  private long[] starts = new long[64];
  private int[] answers = new int[64];
  private int size;

  /** A prefix whose end is not reached yet. */
  private record Open(long last, int answer) {}

  private FlatRanges(int mostBits) {
    this.mostBits = mostBits;
  }

  /**
   * Flattens.
   *
   * @param keys sorted
   * @param mostBits of a key that becomes a range, less than 64
   * @param uncovered what holds where no prefix does
   */
  static FlatRanges of(SortedKeys keys, int mostBits, int uncovered) {
    FlatRanges ranges = new FlatRanges(mostBits);
    ranges.begin(0, -1L, uncovered);
    for (int at = 0; at < keys.size(); at++) {
      ranges.take(keys, at);
    }
    ranges.closeBefore(-1L);
    ranges.deeper.sort();
    return ranges;
  }

  private void take(SortedKeys keys, int at) {
    long high = keys.high(at);
    closeBefore(high);
    int bits = keys.bits(at);
    if (bits <= mostBits) {
      begin(high, high | rest(bits), keys.answer(at));
      return;
    }
    Open around = open.getFirst();
    if (around.answer != RankedRanges.DEEPER) {
      long block = high & ~rest(mostBits);
      deeper.add(block, 0, mostBits, around.answer);
      begin(block, block | rest(mostBits), RankedRanges.DEEPER);
    }
    deeper.add(high, keys.low(at), bits, keys.answer(at));
  }

  /** The bits behind a length. */
  private static long rest(int bits) {
    return bits == 0 ? -1L : -1L >>> bits;
  }

  private void begin(long start, long last, int answer) {
    open.addFirst(new Open(last, answer));
    put(start, answer);
  }

  /** What ends before a place gives way to what lies around it. */
  private void closeBefore(long place) {
    while (Long.compareUnsigned(open.getFirst().last, place) < 0) {
      long next = open.removeFirst().last + 1;
      put(next, open.getFirst().answer);
    }
  }

  private void put(long start, int answer) {
    if (size > 0 && starts[size - 1] == start) {
      size--;
    }
    if (size > 0 && answers[size - 1] == answer && answer != RankedRanges.DEEPER) {
      return;
    }
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, size * 2);
      answers = Arrays.copyOf(answers, size * 2);
    }
    starts[size] = start;
    answers[size++] = answer;
  }

  int size() {
    return size;
  }

  long start(int range) {
    return starts[range];
  }

  int answer(int range) {
    return answers[range];
  }

  /** What the ranges leave to a trie. */
  Poptrie deep() {
    return PoptrieBuilder.build(deeper, Poptrie.STRIDE, Matcher.NONE);
  }
}
