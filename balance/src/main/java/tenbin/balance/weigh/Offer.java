package tenbin.balance.weigh;

import java.util.BitSet;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import tenbin.balance.ground.Obligation;

/**
 * A choice of bases for some gates of a linkage group, and what it opens: levels by field, what it
 * obliges to, on whose word. Two offers for different gates combine to the meet of their levels.
 */
final class Offer {
  private final int[] levels;
  private final NavigableSet<String> bases;
  private final NavigableSet<Obligation> obligations;
  private final boolean names;

  /**
   * An offer; it keeps what it is given.
   *
   * @param levels by field, in the group's order
   * @param bases chosen, one a gate; the same one may open several
   * @param obligations of all of them
   * @param names whether one of them names the recipient as the addressee
   */
  Offer(
      int[] levels,
      NavigableSet<String> bases,
      NavigableSet<Obligation> obligations,
      boolean names) {
    this.levels = levels;
    this.bases = bases;
    this.obligations = obligations;
    this.names = names;
  }

  int level(int field) {
    return levels[field];
  }

  /** The levels of the first fields. */
  int[] levels(int first) {
    return java.util.Arrays.copyOf(levels, first);
  }

  NavigableSet<String> bases() {
    return bases;
  }

  NavigableSet<Obligation> obligations() {
    return obligations;
  }

  boolean names() {
    return names;
  }

  Offer and(Offer other, Fields fields) {
    int[] both = new int[levels.length];
    for (int i = 0; i < both.length; i++) {
      both[i] = fields.order(i).meet(levels[i], other.levels[i]);
    }
    return new Offer(
        both,
        union(bases, other.bases),
        union(obligations, other.obligations),
        names || other.names);
  }

  private static <T> NavigableSet<T> union(Set<T> some, Set<T> others) {
    NavigableSet<T> all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  /** Whether nothing is lost when this is taken instead of the other. */
  boolean isAsGoodAs(Offer other, Fields fields) {
    if (other.names && !names || !other.obligations.containsAll(obligations)) {
      return false;
    }
    for (int i = 0; i < levels.length; i++) {
      if (!fields.order(i).isAtOrBelow(other.levels[i], levels[i])) {
        return false;
      }
    }
    return true;
  }

  /** The levels with some fields shut. */
  Offer without(BitSet shut, Fields fields) {
    int[] rest = levels.clone();
    shut.stream().forEach(i -> rest[i] = fields.order(i).least());
    return new Offer(rest, bases, obligations, names);
  }
}
