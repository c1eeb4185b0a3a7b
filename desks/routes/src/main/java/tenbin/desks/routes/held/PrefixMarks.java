package tenbin.desks.routes.held;

import java.util.function.Consumer;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.Family;

/**
 * A set of prefixes, each with the generation in which it was put last; 18 octets a slot, at most
 * three of four taken. For one thread.
 */
final class PrefixMarks {
  /** Generations are counted from 0 to here. */
  static final int GENERATIONS = 128;

  private static final int LEAST = 64;

  private long[] highs = new long[LEAST];
  private long[] lows = new long[LEAST];

  /** 0 where nothing is; else one more than the length, and the generation above it. */
  private short[] marks = new short[LEAST];

  private int size;

  int size() {
    return size;
  }

  private static int length(short mark) {
    return (mark & 0xff) - 1;
  }

  private static int generation(short mark) {
    return mark >>> 8 & 0x7f;
  }

  private int home(long high, long low, int bits) {
    long mixed = (high * 0x9e37_79b9_7f4a_7c15L ^ low) * 0xc2b2_ae3d_27d4_eb4fL + bits;
    mixed ^= mixed >>> 29;
    mixed *= 0x9e37_79b9_7f4a_7c15L;
    return (int) (mixed >>> 33) & marks.length - 1;
  }

  /** Where the prefix is, or the free slot where it would be. */
  private int slot(long high, long low, int bits) {
    int at = home(high, low, bits);
    while (marks[at] != 0 && (highs[at] != high || lows[at] != low || length(marks[at]) != bits)) {
      at = at + 1 & marks.length - 1;
    }
    return at;
  }

  void put(Prefix prefix, int generation) {
    put(prefix.first().high(), prefix.first().low(), prefix.bits(), generation);
  }

  private void put(long high, long low, int bits, int generation) {
    int at = slot(high, low, bits);
    if (marks[at] == 0) {
      if (size + 1 > marks.length / 4 * 3) {
        resize(marks.length * 2, (mark, each) -> true);
        at = slot(high, low, bits);
      }
      size++;
      highs[at] = high;
      lows[at] = low;
    }
    marks[at] = (short) (bits + 1 | generation << 8);
  }

  /** Takes it out; whether it was there. */
  boolean remove(Prefix prefix) {
    int hole = slot(prefix.first().high(), prefix.first().low(), prefix.bits());
    if (marks[hole] == 0) {
      return false;
    }
    size--;
    int mask = marks.length - 1;
    int at = hole;
    while (true) {
      at = at + 1 & mask;
      if (marks[at] == 0) {
        break;
      }
      int home = home(highs[at], lows[at], length(marks[at]));
      if ((at - home & mask) >= (at - hole & mask)) {
        move(at, hole);
        hole = at;
      }
    }
    marks[hole] = 0;
    return true;
  }

  private void move(int from, int to) {
    highs[to] = highs[from];
    lows[to] = lows[from];
    marks[to] = marks[from];
  }

  /** Takes out those of one family that are not of a generation, and tells each. */
  void sweep(Family family, int generation, Consumer<Prefix> gone) {
    resize(
        marks.length,
        (mark, prefix) -> {
          boolean stays =
              prefix.isV4() != (family == Family.IPV4) || generation(mark) == generation;
          if (!stays) {
            gone.accept(prefix);
          }
          return stays;
        });
  }

  void clear() {
    highs = new long[LEAST];
    lows = new long[LEAST];
    marks = new short[LEAST];
    size = 0;
  }

  private interface Kept {
    boolean test(short mark, Prefix prefix);
  }

  private void resize(int slots, Kept kept) {
    long[] oldHighs = highs;
    long[] oldLows = lows;
    short[] old = marks;
    highs = new long[slots];
    lows = new long[slots];
    marks = new short[slots];
    size = 0;
    for (int i = 0; i < old.length; i++) {
      if (old[i] != 0) {
        int bits = length(old[i]);
        Prefix prefix = new Prefix(new Address(oldHighs[i], oldLows[i]), bits);
        if (kept.test(old[i], prefix)) {
          put(oldHighs[i], oldLows[i], bits, generation(old[i]));
        }
      }
    }
  }
}
