package tenbin.spine.correlate;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;

/**
 * Members whose sensors the same sources visit again and again: groups in which every two share
 * more than their volumes explain, by far, and a third of them saw most of that too. Katti (IMC
 * 2005) found them to be of four to six and stable for weeks.
 *
 * <p>Every two being peers is not enough: where members are in several groups, four of them may be
 * peers two by two for four different reasons.
 */
final class PeerGroups {
  static final int LEAST = 4;

  /** Of what two of a group share beyond chance, so much a third of it saw as well. */
  private static final double LEAST_WITH_THIRD = 0.5;

  /** In a group, so many of the pairs are peers. */
  private static final double LEAST_PEERS = 0.8;

  private final PeerPairs pairs;
  private final SharedSets sets;

  PeerGroups(PeerPairs pairs, SharedSets sets) {
    this.pairs = pairs;
    this.sets = sets;
  }

  /** The least score of a pair of peers in a group. */
  double score(int... group) {
    double least = Double.POSITIVE_INFINITY;
    for (int i = 0; i < group.length; i++) {
      for (int j = i + 1; j < group.length; j++) {
        boolean peers = pairs.of(group[i]).get(group[j]);
        least = peers ? Math.min(least, pairs.score(group[i], group[j])) : least;
      }
    }
    return least;
  }

  /** The greatest groups, of {@link #LEAST} and more. */
  List<int[]> groups() {
    List<BitSet> found = new ArrayList<>();
    BitSet all = new BitSet();
    all.set(0, pairs.members());
    extend(new BitSet(), all, new BitSet(), found);
    found.removeIf(group -> group.cardinality() < LEAST || !goTogether(group));
    found.sort(
        Comparator.comparingInt((BitSet group) -> -group.cardinality())
            .thenComparing(BitSet::toString));
    return merged(found).stream().map(group -> group.stream().toArray()).toList();
  }

  /** Whether the same sources visit more than two of them. */
  private boolean goTogether(BitSet group) {
    int[] members = group.stream().toArray();
    double[] withThird = sets.withThird(members);
    for (int i = 0; i < members.length; i++) {
      for (int j = i + 1; j < members.length; j++) {
        double beyond = pairs.beyondChance(members[i], members[j]);
        if (withThird[i * members.length + j] < LEAST_WITH_THIRD * beyond) {
          return false;
        }
      }
    }
    return true;
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
        BitSet union = (BitSet) home.clone();
        union.or(clique);
        if (shareOfPeers(union) >= LEAST_PEERS && goTogether(union)) {
          home.or(clique);
        }
      }
    }
    return merged;
  }

  private double shareOfPeers(BitSet group) {
    int peers = 0;
    for (int member : group.stream().toArray()) {
      BitSet near = pairs.of(member);
      near.and(group);
      peers += near.cardinality();
    }
    return peers / (double) (group.cardinality() * (group.cardinality() - 1));
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
    candidates.andNot(pairs.of(pivot(open, done)));
    for (int next = candidates.nextSetBit(0); next >= 0; next = candidates.nextSetBit(next + 1)) {
      BitSet near = pairs.of(next);
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
      BitSet near = pairs.of(each);
      near.and(open);
      if (near.cardinality() > most) {
        most = near.cardinality();
        best = each;
      }
    }
    return best;
  }
}
