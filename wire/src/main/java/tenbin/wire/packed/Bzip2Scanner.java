package tenbin.wire.packed;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.Callable;

/**
 * Finds the blocks of a bzip2 file: each begins with 48 bits of pi, at any bit, and behind the last
 * of a stream come 48 bits of its square root. Chance gives such bits once in some 30 TB.
 */
final class Bzip2Scanner {
  /** In front of a block. */
  static final long BLOCK = 0x3141_5926_5359L;

  /** Behind the last block of a stream. */
  static final long END = 0x1772_4538_5090L;

  private static final int MARK_BITS = 48;
  private static final int SUM_BITS = 32;
  private static final long MASK = (1L << MARK_BITS) - 1;

  /** "BZh" and a digit. */
  private static final int HEADER_BITS = 32;

  /** The two octets in the middle that a mark has where it begins at one of the eight bits. */
  private static final boolean[] PERHAPS = perhaps();

  private static final long NONE = -1;

  private final BitWindow window;
  private final Deque<Callable<Bzip2Part>> found = new ArrayDeque<>();
  private long last;
  private long block = NONE;
  private long sum = NONE;
  private long streamEnd;
  private int combined;
  private boolean isBegun;
  private boolean isWhole = true;
  private boolean isOver;

  Bzip2Scanner(InputStream in) {
    this.window = new BitWindow(in);
  }

  private static boolean[] perhaps() {
    boolean[] perhaps = new boolean[1 << 16];
    for (int shift = 0; shift < 8; shift++) {
      perhaps[(int) (BLOCK >>> 16 - shift) & 0xffff] = true;
      perhaps[(int) (END >>> 16 - shift) & 0xffff] = true;
    }
    return perhaps;
  }

  /** The next block, or word of damage, in the order of the file; none at its end. */
  Optional<Callable<Bzip2Part>> next() throws IOException {
    while (found.isEmpty() && !isOver) {
      long from = window.end();
      isOver = !window.isFilled();
      for (long octet = from; octet < window.end(); octet++) {
        last = last << 8 | window.octet(octet);
        if (PERHAPS[(int) (last >>> 16) & 0xffff]) {
          look(octet);
        }
      }
      after();
    }
    return Optional.ofNullable(found.poll());
  }

  private void look(long octet) {
    for (int shift = 7; shift >= 0; shift--) {
      long mark = last >>> shift & MASK;
      if (mark == BLOCK || mark == END) {
        long at = 8 * (octet + 1) - shift - MARK_BITS;
        closeBlock(at);
        closeStream();
        if (mark == BLOCK) {
          openBlock(at);
        } else {
          sum = at + MARK_BITS;
        }
      }
    }
  }

  private void openBlock(long at) {
    if (!isBegun && at > streamEnd + HEADER_BITS) {
      damage(streamEnd, "no block where one begins", PackedDamage.Rest.FOLLOWS);
    }
    isBegun = true;
    block = at;
  }

  private void closeBlock(long at) {
    if (block != NONE) {
      Bzip2Block whole = window.block(block, at);
      combined = Integer.rotateLeft(combined, 1) ^ whole.sum();
      found.add(whole);
      block = NONE;
    }
  }

  /** Compares what the blocks of a stream say with what it says itself. */
  private void closeStream() {
    if (sum == NONE || 8 * window.end() < sum + SUM_BITS) {
      return;
    }
    if (isWhole && (int) window.bits(sum, SUM_BITS) != combined) {
      damage(sum, "the check sum is wrong", PackedDamage.Rest.FOLLOWS);
    }
    streamEnd = sum + SUM_BITS + 7 & -8;
    sum = NONE;
    combined = 0;
    isBegun = false;
    isWhole = true;
  }

  private void damage(long bit, String why, PackedDamage.Rest rest) {
    isWhole = false;
    Bzip2Part part = Bzip2Part.damaged(bit, why, rest);
    found.add(() -> part);
  }

  /** What is seen only between two fillings: a block without an end, the end of the file. */
  private void after() {
    closeStream();
    if (isOver) {
      over();
    } else if (block != NONE && window.end() - (block >>> 3) > BitWindow.MOST_BLOCK) {
      damage(block, "a block without an end", PackedDamage.Rest.FOLLOWS);
      block = NONE;
    }
    long needed = block != NONE ? block : sum != NONE ? sum : 8 * window.end();
    window.drop(needed >>> 3);
  }

  private void over() {
    if (block != NONE) {
      damage(block, "breaks off inside a block", PackedDamage.Rest.LOST);
    } else if (sum != NONE) {
      damage(sum, "breaks off before its check sum", PackedDamage.Rest.LOST);
    } else if (streamEnd == 0) {
      damage(0, "no block", PackedDamage.Rest.LOST);
    } else if (8 * window.end() != streamEnd) {
      damage(streamEnd, "octets behind the end that are no bzip2", PackedDamage.Rest.LOST);
    }
  }
}
