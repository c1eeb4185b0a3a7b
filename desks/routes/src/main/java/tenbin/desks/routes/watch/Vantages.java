package tenbin.desks.routes.watch;

import java.util.Arrays;
import java.util.function.IntConsumer;

/** A set of vantage points, by their numbers; the first 64 without an array. */
final class Vantages {
  private static final long[] NONE = {};

  private long first;
  private long[] others = NONE;
  private int now;
  private int most;

  private long word(int index) {
    return index == 0 ? first : index <= others.length ? others[index - 1] : 0;
  }

  private void flip(int vantage) {
    int index = vantage >> 6;
    if (index == 0) {
      first ^= 1L << vantage;
      return;
    }
    if (index > others.length) {
      others = Arrays.copyOf(others, index);
    }
    others[index - 1] ^= 1L << vantage;
  }

  boolean has(int vantage) {
    return (word(vantage >> 6) >>> vantage & 1) != 0;
  }

  /** Puts it in; whether it was not. */
  boolean add(int vantage) {
    if (has(vantage)) {
      return false;
    }
    flip(vantage);
    now++;
    most = Math.max(most, now);
    return true;
  }

  /** Takes it out; whether it was in. */
  boolean remove(int vantage) {
    if (!has(vantage)) {
      return false;
    }
    flip(vantage);
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
    for (int index = 0; index <= others.length; index++) {
      for (long left = word(index); left != 0; left &= left - 1) {
        vantage.accept(index << 6 | Long.numberOfTrailingZeros(left));
      }
    }
  }
}
