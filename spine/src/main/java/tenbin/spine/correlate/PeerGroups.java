package tenbin.spine.correlate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Members whose sensors the same sources visit again and again: groups in which every two share
 * more than their volumes explain, by far. Katti (IMC 2005) found them to be of four to six and
 * stable for weeks.
 *
 * <p>Volumes are fitted (by {@link Gravity}) to the pairs that are no peers; peers are the pairs
 * that stand out; so it goes in rounds until nothing changes.
 */
final class PeerGroups {
  static final int LEAST = 4;

  /** A round sets aside the pairs it found; three are enough unless most pairs are peers. */
  private static final int ROUNDS = 4;

  /** Peers share at least so many times what chance explains; below it, it is a taste in kinds. */
  private static final double LEAST_EXCESS = 1.25;

  private final double[] counts;
  private final int members;
  private final boolean[] peers;
  private Gravity gravity;
  private double unrest = 1;

  /**
   * Looks at counts of shared values.
   *
   * @param counts per pair, square, symmetric
   */
  PeerGroups(double[] counts, int members) {
    this.counts = counts;
    this.members = members;
    this.peers = new boolean[members * members];
    this.gravity = Gravity.fit(counts, peers, members);
    for (int round = 0; round < ROUNDS; round++) {
      unrest = unrest();
      mark();
      gravity = Gravity.fit(counts, peers, members);
    }
  }

  /**
   * How much more than Poisson the ordinary pairs scatter: the median of squared residuals over its
   * value for a normal one (0.455), at least 1.
   */
  private double unrest() {
    List<Double> squares = new ArrayList<>();
    for (int a = 0; a < members; a++) {
      for (int b = a + 1; b < members; b++) {
        double expected = gravity.expected(a, b);
        if (!peers[a * members + b] && expected >= 1) {
          double residual = counts[a * members + b] - expected;
          squares.add(residual * residual / expected);
        }
      }
    }
    if (squares.size() < members) {
      return Math.max(1, unrest);
    }
    squares.sort(null);
    return Math.max(1, squares.get(squares.size() / 2) / 0.455);
  }

  private void mark() {
    double needed = Math.log10(members * (members - 1) / 2.0 / Campaigns.BUDGET);
    for (int a = 0; a < members; a++) {
      for (int b = a + 1; b < members; b++) {
        boolean peer = score(a, b) >= needed && excess(a, b) >= LEAST_EXCESS;
        peers[a * members + b] = peer;
        peers[b * members + a] = peer;
      }
    }
  }

  /** Which pairs are peers: square, symmetric. */
  boolean[] peers() {
    return peers.clone();
  }

  private double excess(int a, int b) {
    return counts[a * members + b] / (gravity.expected(a, b) + 1);
  }

  /** The -log10 of chance for a pair, its scatter taken into account. */
  private double score(int a, int b) {
    double count = counts[a * members + b] / unrest;
    return Chance.atLeast((int) count, (gravity.expected(a, b) + 0.5) / unrest);
  }

  /** The least pair's score in a group. */
  double score(int[] group) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < group.length; i++) {
      for (int j = i + 1; j < group.length; j++) {
        least = Math.min(least, score(group[i], group[j]));
      }
    }
    return least;
  }

  /** The greatest groups in which every two are peers, of {@link #LEAST} and more. */
  List<int[]> groups() {
    List<BitSet> found = new ArrayList<>();
    BitSet all = new BitSet();
    all.set(0, members);
    extend(new BitSet(), all, new BitSet(), found);
    found.removeIf(group -> group.cardinality() < LEAST);
    found.sort(
        java.util.Comparator.comparingInt((BitSet group) -> -group.cardinality())
            .thenComparing(BitSet::toString));
    List<BitSet> merged = merged(found);
    return merged.stream().map(group -> group.stream().toArray()).toList();
  }

  /** Two that differ in few members are one group with a gap: the union, where most are peers. */
  private List<BitSet> merged(List<BitSet> cliques) {
    List<BitSet> merged = new ArrayList<>();
    for (BitSet clique : cliques) {
      BitSet home = null;
      for (BitSet group : merged) {
        BitSet common = (BitSet) group.clone();
        common.and(clique);
        if (common.cardinality() >= clique.cardinality() - 1) {
          home = group;
          break;
        }
      }
      if (home == null) {
        merged.add((BitSet) clique.clone());
      } else {
        home.or(clique);
      }
    }
    return merged;
  }

  /** Bron and Kerbosch's search with a pivot (CACM 1973, algorithm 457). */
  private void extend(BitSet clique, BitSet open, BitSet done, List<BitSet> found) {
    if (open.isEmpty()) {
      if (done.isEmpty()) {
        found.add((BitSet) clique.clone());
      }
      return;
    }
    BitSet candidates = (BitSet) open.clone();
    candidates.andNot(peersOf(pivot(open, done)));
    for (int next = candidates.nextSetBit(0); next >= 0; next = candidates.nextSetBit(next + 1)) {
      BitSet near = peersOf(next);
      BitSet openNear = (BitSet) open.clone();
      openNear.and(near);
      BitSet doneNear = (BitSet) done.clone();
      doneNear.and(near);
      clique.set(next);
      extend(clique, openNear, doneNear, found);
      clique.clear(next);
      open.clear(next);
      done.set(next);
    }
  }

  private int pivot(BitSet open, BitSet done) {
    BitSet either = (BitSet) open.clone();
    either.or(done);
    int best = either.nextSetBit(0);
    int most = -1;
    for (int each = best; each >= 0; each = either.nextSetBit(each + 1)) {
      BitSet near = peersOf(each);
      near.and(open);
      if (near.cardinality() > most) {
        most = near.cardinality();
        best = each;
      }
    }
    return best;
  }

  private BitSet peersOf(int member) {
    BitSet near = new BitSet();
    for (int other = 0; other < members; other++) {
      if (peers[member * members + other]) {
        near.set(other);
      }
    }
    return near;
  }
}
