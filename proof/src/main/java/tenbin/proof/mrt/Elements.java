package tenbin.proof.mrt;

/**
 * What a reading found: counts, and a sum over every prefix and path, in any order.
 *
 * @param announced prefixes of updates
 * @param withdrawn prefixes of updates
 * @param entries of tables
 * @param sum of {@link #mixed} of each
 */
record Elements(long announced, long withdrawn, long entries, long sum) {
  private static final long MIX = 0x9e37_79b9_7f4a_7c15L;

  long count() {
    return announced + withdrawn + entries;
  }

  /**
   * A route as a number.
   *
   * @param high the prefix's first address, IPv4 as IPv4-mapped
   * @param low the same
   * @param bits its length as 128 bits count it
   * @param path the hash of Arrays.hashCode over its segments, each as kind * 65536 + count and
   *     then its numbers; 0 where a route is withdrawn
   */
  static long mixed(long high, long low, int bits, int path) {
    long mixed = (high ^ Long.rotateLeft(low, 17) ^ bits) * MIX;
    return (mixed ^ mixed >>> 31 ^ path) * MIX;
  }
}
