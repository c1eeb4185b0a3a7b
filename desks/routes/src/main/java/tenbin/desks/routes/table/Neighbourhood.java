package tenbin.desks.routes.table;

import java.util.Optional;
import tenbin.nouns.net.Prefix;

/**
 * What lies around and inside a prefix. IPv4 and IPv6 are two spaces, as they are in routing,
 * though both stand in one order of addresses.
 */
final class Neighbourhood {
  private static final int V4_BITS = 96;
  private static final long V4_BEHIND = 0x1_0000L << 32;

  private final Rows rows;
  private final PrefixIndex index;
  private final SortedRows sorted;

  /** How many prefixes of each length there are, so that lengths without any cost no look. */
  private final int[] lengths4 = new int[129];

  private final int[] lengths6 = new int[129];

  Neighbourhood(Rows rows, PrefixIndex index, SortedRows sorted) {
    this.rows = rows;
    this.index = index;
    this.sorted = sorted;
  }

  private boolean isV4(int row) {
    return rows.high(row) == 0 && rows.low(row) >>> 32 == 0xffff && rows.bits(row) >= V4_BITS;
  }

  /** A prefix comes, one more, or goes, one less. */
  void count(int row, int change) {
    (isV4(row) ? lengths4 : lengths6)[rows.bits(row)] += change;
  }

  /** The longest prefix that is really around this one. */
  Optional<Prefix> around(Prefix prefix) {
    int[] lengths = prefix.isV4() ? lengths4 : lengths6;
    int least = prefix.isV4() ? V4_BITS : 0;
    long high = prefix.first().high();
    long low = prefix.first().low();
    for (int bits = prefix.bits() - 1; bits >= least; bits--) {
      if (lengths[bits] > 0) {
        int row = index.find(high & highMask(bits), low & lowMask(bits), bits);
        if (row != Rows.NONE) {
          return Optional.of(rows.prefix(row));
        }
      }
    }
    return Optional.empty();
  }

  private static long highMask(int bits) {
    return bits >= 64 ? -1L : bits == 0 ? 0 : -1L << 64 - bits;
  }

  private static long lowMask(int bits) {
    return bits <= 64 ? 0 : bits >= 128 ? -1L : -1L << 128 - bits;
  }

  /** Where the first row stands that is equal to the prefix or lies in it. */
  long firstInside(Prefix prefix) {
    long place = sorted.ceiling(prefix.first().high(), prefix.first().low(), prefix.bits());
    return checked(prefix, place);
  }

  /** Where the next one stands; {@link SortedRows#end} where none is. */
  long nextInside(Prefix prefix, long place) {
    return checked(prefix, sorted.after(place));
  }

  private long checked(Prefix prefix, long from) {
    long place = from;
    if (place != sorted.end() && !prefix.isV4() && isV4(sorted.row(place))) {
      place = sorted.ceiling(0, V4_BEHIND, 0);
    }
    if (place == sorted.end() || !isInside(prefix, sorted.row(place))) {
      return sorted.end();
    }
    return place;
  }

  private boolean isInside(Prefix prefix, int row) {
    int bits = prefix.bits();
    return rows.bits(row) >= bits
        && (rows.high(row) & highMask(bits)) == prefix.first().high()
        && (rows.low(row) & lowMask(bits)) == prefix.first().low();
  }
}
