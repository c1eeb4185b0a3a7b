package tenbin.desks.routes.declare;

import java.util.List;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;

/**
 * Prefixes of one family in order, all different, each with the closest one around it: what lies
 * around one is found from its neighbour upwards, what lies inside it stands behind it in a row.
 *
 * <p>A search begins at the few that share their first bits with what is asked; it is written for
 * one look at memory a step.
 */
final class Blocks {
  /**
   * A block's high half, low half, and its closest one around with its length: one line of cache.
   */
  private static final int ROW = 3;

  private static final int LENGTH = 0xff;

  private final long[] rows;
  private final int size;
  private final Buckets buckets;
  private final Vicinity vicinity;

  /** Blocks of prefixes in their order, of one family, without doubles. */
  Blocks(List<Prefix> sorted) {
    size = sorted.size();
    rows = new long[ROW * size];
    for (int i = 0; i < size; i++) {
      Prefix each = sorted.get(i);
      rows[ROW * i] = each.first().high();
      rows[ROW * i + 1] = each.first().low();
      rows[ROW * i + 2] = (long) up(i - 1, each) << 32 | each.bits();
    }
    buckets = new Buckets(sorted);
    vicinity = new Vicinity(sorted);
  }

  int size() {
    return size;
  }

  private int bits(int at) {
    return (int) rows[ROW * at + 2] & LENGTH;
  }

  /** The place of exactly this one, -1 where there is none. */
  int exact(Prefix prefix) {
    if (!vicinity.mayHold(prefix)) {
      return -1;
    }
    int at = last(prefix);
    return at >= 0 && bits(at) == prefix.bits() && covers(at, prefix.first()) ? at : -1;
  }

  /** The place of the longest one that is this or lies around it, -1 where there is none. */
  int around(Prefix prefix) {
    return vicinity.mayHold(prefix) ? up(last(prefix), prefix) : -1;
  }

  /** The first place of those inside this one, without itself; they may be none. */
  int behind(Prefix prefix) {
    return last(prefix) + 1;
  }

  /** The last place that stands before a prefix or is it. */
  private int last(Prefix prefix) {
    int bucket = buckets.of(prefix.first());
    int from = buckets.from(bucket);
    int to = buckets.to(bucket) - 1;
    while (from <= to) {
      int middle = from + to >>> 1;
      if (compare(middle, prefix) <= 0) {
        from = middle + 1;
      } else {
        to = middle - 1;
      }
    }
    return to;
  }

  private int compare(int at, Prefix prefix) {
    Address first = prefix.first();
    int byHigh = Long.compareUnsigned(rows[ROW * at], first.high());
    if (byHigh != 0) {
      return byHigh;
    }
    int byLow = Long.compareUnsigned(rows[ROW * at + 1], first.low());
    return byLow != 0 ? byLow : bits(at) - prefix.bits();
  }

  /** From a place on upwards, the first that lies around a prefix or is it. */
  private int up(int from, Prefix prefix) {
    int at = from;
    while (at >= 0 && !(bits(at) <= prefix.bits() && covers(at, prefix.first()))) {
      at = (int) (rows[ROW * at + 2] >> 32);
    }
    return at;
  }

  /** Whether an address lies in the block at a place. */
  private boolean covers(int at, Address address) {
    int length = bits(at);
    long highs = address.high() ^ rows[ROW * at];
    if (length <= 64) {
      return length == 0 || highs >>> 64 - length == 0;
    }
    return highs == 0 && (address.low() ^ rows[ROW * at + 1]) >>> 128 - length == 0;
  }
}
