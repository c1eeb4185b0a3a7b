package tenbin.desks.routes.detect;

import tenbin.desks.routes.registry.Relation;

/**
 * What two ASes are to each other, kept for those that were asked for lately: paths share most of
 * their links. One place a hash, compared whole. For one thread.
 */
final class NeighbourMemo {
  /** A full table has half a million links, and nearly all paths are made of a tenth of them. */
  private static final int PLACE_BITS = 16;

  private static final long SPREAD = 0x9e37_79b9_7f4a_7c15L; // 2^64 by the golden ratio

  private final Neighbourhood neighbours;

  /** Both numbers; 0 and 0 are never beside each other. */
  private final long[] pairs = new long[1 << PLACE_BITS];

  private final Relation[] relations = new Relation[1 << PLACE_BITS];

  NeighbourMemo(Neighbourhood neighbours) {
    this.neighbours = neighbours;
  }

  /** What b is to a; they differ. */
  Relation of(int a, int b) {
    long pair = (long) a << 32 | Integer.toUnsignedLong(b);
    int place = (int) (pair * SPREAD >>> Long.SIZE - PLACE_BITS);
    if (pairs[place] == pair) {
      return relations[place];
    }
    Relation relation = neighbours.of(a, b);
    pairs[place] = pair;
    relations[place] = relation;
    return relation;
  }
}
