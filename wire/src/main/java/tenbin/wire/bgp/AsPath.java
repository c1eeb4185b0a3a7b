package tenbin.wire.bgp;

import java.util.Arrays;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * The ASes that a route went through, the nearest first (RFC 4271 section 4.3, 5065, 6793): its
 * segments, each as its kind and count and then its numbers.
 */
public final class AsPath {
  /** A route of one's own. */
  public static final AsPath EMPTY = new AsPath(new int[0]);

  private static final int SET = 1;
  private static final int SEQUENCE = 2;
  private static final int CONFED_SEQUENCE = 3;
  private static final int CONFED_SET = 4;
  private static final int MOST_ONE = 255;
  private static final int KIND_SHIFT = 16;
  private static final int COUNT = 0xffff;

  private final int[] words;

  /** 0 until somebody asks; who asks at the same time finds the same. */
  private int hash;

  private AsPath(int[] words) {
    this.words = words;
  }

  /**
   * A sequence of ASes.
   *
   * @param asns unsigned, the nearest first, at most 255
   */
  public static AsPath of(int... asns) {
    if (asns.length > MOST_ONE) {
      throw new IllegalArgumentException(asns.length + " ASes in one segment");
    }
    int[] words = new int[1 + asns.length];
    words[0] = SEQUENCE << KIND_SHIFT | asns.length;
    System.arraycopy(asns, 0, words, 1, asns.length);
    return asns.length == 0 ? EMPTY : new AsPath(words);
  }

  /** The path that all that is left says. */
  public static AsPath read(Octets in, AsWidth width) throws Malformed {
    int only = width == AsWidth.FOUR && in.left() > 2 ? in.peek(1) : 0;
    return only > 0 && in.left() == 2 + 4 * only ? sequence(in) : segments(in, width);
  }

  /** One segment of numbers of four octets: as nearly every path is. */
  private static AsPath sequence(Octets in) throws Malformed {
    int kind = in.u8();
    int[] words = new int[1 + in.u8()];
    check(in, kind);
    words[0] = kind << KIND_SHIFT | words.length - 1;
    in.fill(words, 1);
    return new AsPath(words);
  }

  private static void check(Octets in, int kind) throws Malformed {
    if (kind < SET || kind > CONFED_SET) {
      throw new Malformed(in.at(), "AS path segment of kind " + kind);
    }
  }

  private static AsPath segments(Octets in, AsWidth width) throws Malformed {
    // The fewest octets that a word takes are those of one number or of one segment's head.
    int[] words = new int[in.left() / 2];
    int size = 0;
    while (in.hasMore()) {
      int kind = in.u8();
      int count = in.u8();
      check(in, kind);
      words[size++] = kind << KIND_SHIFT | count;
      for (int i = 0; i < count; i++) {
        if (size == words.length) {
          throw new Malformed(in.at(), "AS path segment of " + count);
        }
        words[size++] = width.read(in);
      }
    }
    return size == 0 ? EMPTY : new AsPath(Arrays.copyOf(words, size));
  }

  /** How many ASes it counts as: a set one, a confederation none (RFC 4271 section 9.1.2.2). */
  public int length() {
    int length = 0;
    for (int at = 0; at < words.length; at += 1 + count(at)) {
      length += weight(at, count(at));
    }
    return length;
  }

  /** How many numbers it is kept in: one for each AS and one for each segment. */
  public int words() {
    return words.length;
  }

  private int count(int at) {
    return words[at] & COUNT;
  }

  private int weight(int at, int count) {
    return switch (words[at] >>> KIND_SHIFT) {
      case SEQUENCE -> count;
      case SET -> 1;
      default -> 0;
    };
  }

  /** Those who originated it: the last AS, or all of a set at its end; empty for one's own. */
  public IntStream origins() {
    int last = -1;
    for (int at = 0; at < words.length; at += 1 + count(at)) {
      last = count(at) == 0 ? last : at;
    }
    if (last < 0) {
      return IntStream.empty();
    }
    int end = last + 1 + count(last);
    int kind = words[last] >>> KIND_SHIFT;
    boolean set = kind == SET || kind == CONFED_SET;
    return Arrays.stream(words, set ? last + 1 : end - 1, end);
  }

  /**
   * The ASes one by one as the route went through them, the nearest first: repetitions are one,
   * sets and confederations are left out.
   */
  public int[] hops() {
    int[] hops = new int[words.length];
    int size = 0;
    for (int at = 0; at < words.length; at += 1 + count(at)) {
      if (words[at] >>> KIND_SHIFT == SEQUENCE) {
        for (int i = at + 1; i <= at + count(at); i++) {
          if (size == 0 || hops[size - 1] != words[i]) {
            hops[size++] = words[i];
          }
        }
      }
    }
    return Arrays.copyOf(hops, size);
  }

  /** Whether something is so of any AS of its sequences; asked the nearest first, unsigned. */
  public boolean anyMatch(IntPredicate so) {
    for (int at = 0; at < words.length; at += 1 + count(at)) {
      for (int i = at + 1; words[at] >>> KIND_SHIFT == SEQUENCE && i <= at + count(at); i++) {
        if (so.test(words[i])) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether an AS is the nearest of it. */
  public boolean isNearest(long asn) {
    return words.length > 1 && words[0] >>> KIND_SHIFT == SEQUENCE && words[1] == (int) asn;
  }

  /** Whether a set stands at its end: who originated it is not told (RFC 9774). */
  public boolean endsInSet() {
    return words.length > 0 && words[last()] >>> KIND_SHIFT != SEQUENCE;
  }

  /** How often the last AS of its last sequence stands there; 0 where a set is at its end. */
  public int repeatedAtEnd() {
    if (words.length == 0 || endsInSet() || count(last()) == 0) {
      return 0;
    }
    int first = last() + 1;
    int end = last() + count(last());
    int at = end;
    while (at > first && words[at - 1] == words[end]) {
      at--;
    }
    return end - at + 1;
  }

  /** Where the last segment that is not empty begins; 0 where all are. */
  private int last() {
    int last = 0;
    for (int at = 0; at < words.length; at += 1 + count(at)) {
      last = count(at) == 0 ? last : at;
    }
    return last;
  }

  /**
   * With the numbers of four octets that went around speakers of two: as many of this path's first
   * ones as the other is shorter, then the other (RFC 6793 section 4.2.3). A longer one is none.
   */
  public AsPath mergedWith(AsPath wide) {
    int missing = length() - wide.length();
    if (missing < 0) {
      return this;
    }
    int[] merged = new int[words.length + wide.words.length + 1];
    int size = 0;
    for (int at = 0; at < words.length && missing > 0; at += 1 + count(at)) {
      int kind = words[at] >>> KIND_SHIFT;
      int kept = kind == SEQUENCE ? Math.min(count(at), missing) : count(at);
      merged[size] = kind << KIND_SHIFT | kept;
      System.arraycopy(words, at + 1, merged, size + 1, kept);
      size += 1 + kept;
      missing -= weight(at, kept);
    }
    System.arraycopy(wide.words, 0, merged, size, wide.words.length);
    return new AsPath(Arrays.copyOf(merged, size + wide.words.length)).joined();
  }

  /** Two sequences beside each other are one. */
  private AsPath joined() {
    int[] out = new int[words.length];
    int size = 0;
    int open = -1;
    for (int at = 0; at < words.length; at += 1 + count(at)) {
      boolean same =
          open >= 0
              && words[at] >>> KIND_SHIFT == SEQUENCE
              && out[open] >>> KIND_SHIFT == SEQUENCE
              && (out[open] & COUNT) + count(at) <= MOST_ONE;
      if (same) {
        out[open] += count(at);
      } else {
        open = size;
        out[size++] = words[at];
      }
      System.arraycopy(words, at + 1, out, size, count(at));
      size += count(at);
    }
    return new AsPath(Arrays.copyOf(out, size));
  }

  /** As {@link #hops}, with 0 (RFC 7607) in place of each set. */
  public int[] hopsAndSets() {
    int[] hops = new int[words.length];
    int size = 0;
    for (int at = 0; at < words.length; at += 1 + count(at)) {
      boolean set = words[at] >>> KIND_SHIFT != SEQUENCE;
      for (int i = 1; i <= (set ? 1 : count(at)); i++) {
        int hop = set ? 0 : words[at + i];
        if (size == 0 || hops[size - 1] != hop) {
          hops[size++] = hop;
        }
      }
    }
    return Arrays.copyOf(hops, size);
  }

  /** As an AS_PATH with numbers of four octets; {@link #read} makes the same of it. */
  public byte[] octets() {
    int segments = 0;
    for (int at = 0; at < words.length; at += 1 + count(at)) {
      segments++;
    }
    java.nio.ByteBuffer out =
        java.nio.ByteBuffer.allocate(Integer.BYTES * (words.length - segments) + 2 * segments);
    for (int at = 0; at < words.length; at += 1 + count(at)) {
      out.put((byte) (words[at] >>> KIND_SHIFT)).put((byte) count(at));
      for (int i = at + 1; i <= at + count(at); i++) {
        out.putInt(words[i]);
      }
    }
    return out.array();
  }

  @Override
  public boolean equals(Object other) {
    return this == other || other instanceof AsPath path && Arrays.equals(words, path.words);
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Arrays.hashCode(words);
    }
    return hash;
  }

  /** "64496 64497 {64498,64499}": sets in braces, confederations in brackets. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(words.length * 7);
    for (int at = 0; at < words.length; at += 1 + count(at)) {
      if (at > 0) {
        text.append(' ');
      }
      write(at, text);
    }
    return text.toString();
  }

  private void write(int at, StringBuilder text) {
    int kind = words[at] >>> KIND_SHIFT;
    String around =
        switch (kind) {
          case SET -> "{,}";
          case CONFED_SEQUENCE -> "( )";
          case CONFED_SET -> "[,]";
          default -> "";
        };
    char between = around.isEmpty() ? ' ' : around.charAt(1);
    if (!around.isEmpty()) {
      text.append(around.charAt(0));
    }
    for (int i = 1; i <= count(at); i++) {
      if (i > 1) {
        text.append(between);
      }
      text.append(words[at + i] & 0xffff_ffffL);
    }
    if (!around.isEmpty()) {
      text.append(around.charAt(2));
    }
  }
}
