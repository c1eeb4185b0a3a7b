package tenbin.desks.routes.registry;

import java.util.Arrays;

/**
 * AS numbers, each with its place in order: a flat table of open addresses, at most half full.
 * Immutable; any thread.
 */
final class AsnIndex {
  /** Not there. */
  static final int NONE = -1;

  private static final int SPREAD = 0x9e3779b9; // 2^32 by the golden ratio

  private final int[] asns;
  private final int[] table;
  private final int shift;

  private AsnIndex(int[] asns) {
    this.asns = asns;
    int bits = 33 - Integer.numberOfLeadingZeros(Math.max(1, asns.length));
    this.shift = 32 - bits;
    this.table = new int[1 << bits];
    for (int place = 0; place < asns.length; place++) {
      int at = asns[place] * SPREAD >>> shift;
      while (table[at] != 0) {
        at = at + 1 & table.length - 1;
      }
      table[at] = place + 1;
    }
  }

  /** Of numbers in any order, equal ones once. */
  static AsnIndex of(int[] numbers) {
    int[] sorted = numbers.clone();
    Arrays.sort(sorted);
    int count = 0;
    for (int each : sorted) {
      if (count == 0 || sorted[count - 1] != each) {
        sorted[count++] = each;
      }
    }
    return new AsnIndex(Arrays.copyOf(sorted, count));
  }

  /** The place of a number, from 0; NONE where it is not there. */
  int find(int asn) {
    int at = asn * SPREAD >>> shift;
    while (table[at] != 0) {
      if (asns[table[at] - 1] == asn) {
        return table[at] - 1;
      }
      at = at + 1 & table.length - 1;
    }
    return NONE;
  }

  int size() {
    return asns.length;
  }

  int asn(int place) {
    return asns[place];
  }
}
