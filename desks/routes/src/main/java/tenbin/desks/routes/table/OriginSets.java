package tenbin.desks.routes.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Origins that are AS_SETs (RFC 4271 section 9.2.2.2), each kept once under a number above every AS
 * number. Few are left in use (RFC 9774).
 */
final class OriginSets {
  /** The first number behind those of ASes. */
  static final long FIRST = 1L << 32;

  /** Every set that was too many or too large. It has no members. */
  static final long OTHER = FIRST;

  /** Ten thousand times what tables show now. */
  static final int MOST = 100_000;

  /** One segment of a path holds no more. */
  static final int MOST_MEMBERS = 255;

  private final Map<List<Integer>, Integer> numbers = new HashMap<>();
  private final List<int[]> sets = new ArrayList<>();
  private long refused;

  OriginSets() {
    sets.add(new int[0]);
  }

  /**
   * The number of a set of AS numbers, in any order and repeated or not; of one alone, the AS
   * number itself.
   */
  long number(IntStream members) {
    int[] sorted = members.limit(MOST_MEMBERS + 1L).sorted().distinct().toArray();
    if (sorted.length == 1) {
      return sorted[0] & 0xffff_ffffL;
    }
    List<Integer> key = Arrays.stream(sorted).boxed().toList();
    Integer known = numbers.get(key);
    if (known != null) {
      return FIRST + known;
    }
    if (sorted.length == 0 || sorted.length > MOST_MEMBERS || sets.size() > MOST) {
      refused++;
      return OTHER;
    }
    numbers.put(key, sets.size());
    sets.add(sorted);
    return FIRST + sets.size() - 1;
  }

  /** The members, sorted as signed numbers are; of an AS number itself alone. */
  int[] members(long origin) {
    return origin < FIRST ? new int[] {(int) origin} : sets.get((int) (origin - FIRST)).clone();
  }

  boolean isKnown(long origin) {
    return origin >= 0 && origin < FIRST + sets.size();
  }

  /** How many there are, {@link #OTHER} with them. */
  int size() {
    return sets.size();
  }

  long refused() {
    return refused;
  }
}
