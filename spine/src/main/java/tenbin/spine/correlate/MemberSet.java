package tenbin.spine.correlate;

import java.util.Arrays;

/**
 * A small set of members' indexes in one number: six places of ten bits, rising, each index plus
 * one; 0 is the empty set. So a set is a key.
 */
final class MemberSet {
  static final int MOST = 6;

  /** Indexes are below this. */
  static final int MEMBERS = 1_023;

  private static final int BITS = 10;

  private MemberSet() {}

  /** The set of rising indexes. */
  static long of(int... members) {
    int[] rising = members.clone();
    Arrays.sort(rising);
    long set = 0;
    for (int i = rising.length - 1; i >= 0; i--) {
      set = set << BITS | rising[i] + 1;
    }
    return set;
  }

  static int size(long set) {
    return (Long.SIZE - Long.numberOfLeadingZeros(set) + BITS - 1) / BITS;
  }

  /** The index at a place. */
  static int member(long set, int place) {
    return (int) (set >>> place * BITS & MEMBERS) - 1;
  }

  static int[] members(long set) {
    int[] members = new int[size(set)];
    for (int i = 0; i < members.length; i++) {
      members[i] = member(set, i);
    }
    return members;
  }

  /** The members of either, as many as there is room for. */
  static long union(long one, long other) {
    if (one == other) {
      return one;
    }
    java.util.TreeSet<Integer> all = new java.util.TreeSet<>();
    for (int member : members(one)) {
      all.add(member);
    }
    for (int member : members(other)) {
      all.add(member);
    }
    return of(all.stream().mapToInt(Integer::intValue).limit(MOST).toArray());
  }
}
