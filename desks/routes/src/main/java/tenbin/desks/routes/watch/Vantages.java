package tenbin.desks.routes.watch;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A set of vantage points, by their numbers. */
final class Vantages {
  private long[] bits = new long[1];
  private int now;
  private int most;

  boolean has(int vantage) {
    int word = vantage >> 6;
    return word < bits.length && (bits[word] >>> vantage & 1) != 0;
  }

  /** Puts it in; whether it was not. */
  boolean add(int vantage) {
    if (has(vantage)) {
      return false;
    }
    int word = vantage >> 6;
    if (word >= bits.length) {
      bits = Arrays.copyOf(bits, word + 1);
    }
    bits[word] |= 1L << vantage;
    now++;
    most = Math.max(most, now);
    return true;
  }

  /** Takes it out; whether it was in. */
  boolean remove(int vantage) {
    if (!has(vantage)) {
      return false;
    }
    bits[vantage >> 6] &= ~(1L << vantage);
    now--;
    return true;
  }

  /** How many are in it. */
  int now() {
    return now;
  }

  /** How many were, at most. */
  int most() {
    return most;
  }

  void each(IntConsumer vantage) {
    for (int word = 0; word < bits.length; word++) {
      for (long left = bits[word]; left != 0; left &= left - 1) {
        vantage.accept(word << 6 | Long.numberOfTrailingZeros(left));
      }
    }
  }
}
