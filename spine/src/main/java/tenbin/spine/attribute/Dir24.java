package tenbin.spine.attribute;

import java.util.Arrays;

/**
 * A longest-prefix matcher for many prefixes of IPv4, after DIR-24-8-BASIC [1]: one entry per /24,
 * and 256 more where something longer lies inside. 64 MB buy that nearly every lookup is a single
 * read, which a processor overlaps with the next ones; measured beside {@link Poptrie} over a
 * million prefixes that is worth a factor of two to three.
 *
 * <p>[1] P. Gupta, S. Lin, N. McKeown: Routing Lookups in Hardware at Memory Access Speeds. INFOCOM
 * 1998.
 */
final class Dir24 implements Matcher {
  private static final int BLOCK = 256;

  /** An answer from -1 up, or below that the number of a block. */
  private final int[] first;

  private final int[] blocks;

  private Dir24(int[] first, int[] blocks) {
    this.first = first;
    this.blocks = blocks;
  }

  /** Takes sorted keys of at most 32 bits. */
  static Dir24 of(SortedKeys keys) {
    int[] first = new int[1 << 24];
    int[] blocks = new int[0];
    int used = 0;
    Arrays.fill(first, NONE);
    for (int at = 0; at < keys.size(); at++) {
      int bits = keys.bits(at);
      int top = keys.top(at, 24);
      if (bits <= 24) {
        Arrays.fill(first, top, top + (1 << (24 - bits)), keys.answer(at));
        continue;
      }
      if (first[top] >= NONE) {
        if (used == blocks.length) {
          blocks = Arrays.copyOf(blocks, Math.max(BLOCK, used * 2));
        }
        Arrays.fill(blocks, used, used + BLOCK, first[top]);
        first[top] = encode(used / BLOCK);
        used += BLOCK;
      }
      int from = encode(first[top]) * BLOCK + (keys.top(at, 32) & (BLOCK - 1));
      Arrays.fill(blocks, from, from + (1 << (32 - bits)), keys.answer(at));
    }
    return new Dir24(first, Arrays.copyOf(blocks, used));
  }

  /** A block's number as something below every answer. The same function decodes. */
  private static int encode(int block) {
    return NONE - 1 - block;
  }

  @Override
  public int find(long high, long low) {
    int found = first[(int) (high >>> 40)];
    return found >= NONE ? found : blocks[encode(found) * BLOCK + ((int) (high >>> 32) & 255)];
  }

  @Override
  public long bytes() {
    return 4L * first.length + 4L * blocks.length;
  }
}
