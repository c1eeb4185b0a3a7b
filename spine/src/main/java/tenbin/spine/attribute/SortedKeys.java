package tenbin.spine.attribute;

import java.util.Arrays;

/** Prefixes in flat arrays, sorted so that a shorter one stands before all that it covers. */
final class SortedKeys {
  private long[] highs = new long[64];
  private long[] lows = new long[64];
  private byte[] lengths = new byte[64];
  private int[] values = new int[64];
  private int size;
  private int[] order = new int[0];

  void add(long high, long low, int bits, int answer) {
    if (size == highs.length) {
      int more = size * 2;
      highs = Arrays.copyOf(highs, more);
      lows = Arrays.copyOf(lows, more);
      lengths = Arrays.copyOf(lengths, more);
      values = Arrays.copyOf(values, more);
    }
    highs[size] = high;
    lows[size] = low;
    lengths[size] = (byte) bits;
    values[size] = answer;
    size++;
  }

  int size() {
    return size;
  }

  long high(int at) {
    return highs[order[at]];
  }

  long low(int at) {
    return lows[order[at]];
  }

  /** The first bits of a prefix. */
  int top(int at, int bits) {
    return (int) (highs[order[at]] >>> (Long.SIZE - bits));
  }

  int bits(int at) {
    return lengths[order[at]] & 0xff;
  }

  int answer(int at) {
    return values[order[at]];
  }

  int slot(int at, int depth) {
    int key = order[at];
    return Poptrie.slot(highs[key], lows[key], depth);
  }

  /** A stable merge sort of positions: of equal prefixes the later one stays behind. */
  void sort() {
    int[] from = new int[size];
    Arrays.setAll(from, i -> i);
    int[] to = new int[size];
    for (int width = 1; width < size; width *= 2) {
      for (int start = 0; start < size; start += 2 * width) {
        int middle = Math.min(start + width, size);
        merge(from, to, start, middle, Math.min(middle + width, size));
      }
      int[] swap = from;
      from = to;
      to = swap;
    }
    order = from;
  }

  private void merge(int[] from, int[] to, int start, int middle, int end) {
    int left = start;
    int right = middle;
    for (int at = start; at < end; at++) {
      boolean takeLeft = left < middle && (right >= end || compare(from[left], from[right]) <= 0);
      to[at] = takeLeft ? from[left++] : from[right++];
    }
  }

  private int compare(int one, int other) {
    int byHigh = Long.compareUnsigned(highs[one], highs[other]);
    if (byHigh != 0) {
      return byHigh;
    }
    int byLow = Long.compareUnsigned(lows[one], lows[other]);
    return byLow != 0 ? byLow : Integer.compare(lengths[one] & 0xff, lengths[other] & 0xff);
  }
}
