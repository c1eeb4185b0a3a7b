package tenbin.spine.correlate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * Which pairs of members share more than their volumes explain, by far.
 *
 * <p>Volumes are fitted (by {@link Gravity}) to the pairs that are no peers; peers are the pairs
 * that stand out; so it goes in rounds. It begins with a fit that half of a member's pairs can be
 * peers without moving: in a small circle with many groups most pairs of a member may be.
 */
final class PeerPairs {
  /** A round sets aside the pairs it found. */
  private static final int ROUNDS = 4;

  /** Peers share at least so many times what chance explains: masses fit to some percent only. */
  private static final double LEAST_EXCESS = 1.1;

  /** False pairs that we allow, of all. */
  private static final double MOST_FALSE = 1;

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
  PeerPairs(double[] counts, int members) {
    this.counts = counts;
    this.members = members;
    this.peers = new boolean[members * members];
    this.gravity = Gravity.robust(counts, members);
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
    double needed = Math.log10(members * (members - 1) / 2.0 / MOST_FALSE);
    for (int a = 0; a < members; a++) {
      for (int b = a + 1; b < members; b++) {
        boolean peer = score(a, b) >= needed && excess(a, b) >= LEAST_EXCESS;
        peers[a * members + b] = peer;
        peers[b * members + a] = peer;
      }
    }
  }

  int members() {
    return members;
  }

  /** Which pairs are peers: square, symmetric. */
  boolean[] square() {
    return peers.clone();
  }

  private double excess(int a, int b) {
    return counts[a * members + b] / (gravity.expected(a, b) + 1);
  }

  /** How many values the two share that chance does not explain. */
  double beyondChance(int a, int b) {
    return Math.max(0, counts[a * members + b] - gravity.expected(a, b));
  }

  /** The -log10 of chance for a pair, its scatter taken into account. */
  double score(int a, int b) {
    double count = counts[a * members + b] / unrest;
    return Chance.atLeast((int) count, (gravity.expected(a, b) + 0.5) / unrest);
  }

  BitSet of(int member) {
    BitSet near = new BitSet();
    for (int other = 0; other < members; other++) {
      if (peers[member * members + other]) {
        near.set(other);
      }
    }
    return near;
  }
}
