package tenbin.spine.correlate;

/**
 * Looks in one set's values for the cluster in time that chance explains worst: neighbours within
 * an hour, three, eight and twenty-four, of one kind and of all.
 *
 * <p>How many such clusters chance makes a day: the first of its values comes so often a day by
 * chance, and the others must follow within the window (Poisson); times the sets of members, times
 * the ways of looking (Bonferroni), so one threshold holds for every set. An artefact that always
 * came with one address is one piece of evidence with it.
 */
final class Neighbours {
  private static final int[] WINDOWS = {3_600, 3 * 3_600, 8 * 3_600, 24 * 3_600};
  private static final int ALL_KINDS = -1;
  private static final double DAY = 86_400;

  /** Neighbours of one kind, of all kinds. */
  private static final int LOOKS = 2;

  /** Its part of the false findings that are allowed. */
  private static final double PART = 0.2;

  /** Values close in time: one more member of one of them is coincidence. */
  private static final int LEAST_OF_WIDER = 2;

  private final SetValues values;
  private final SetTies ties;
  private final Background background;
  private final int without;
  private final double ways;
  private Cluster best = Cluster.NONE;

  Neighbours(SetValues values, SetTies ties, Background background, int without) {
    this.without = without;
    this.values = values;
    this.ties = ties;
    this.background = background;
    // Pairs and triples share the budget by halves.
    this.ways = 2 / background.part(values.set()) / PART * WINDOWS.length * LOOKS;
  }

  Cluster best() {
    for (int from = 0; from < values.size(); from++) {
      if ((without & 1 << from) == 0) {
        begunBy(from);
      }
    }
    return best;
  }

  private void begunBy(int from) {
    int all = 1 << from;
    int ofKind = 1 << from;
    for (int to = from + 1; to < values.size(); to++) {
      if ((without & 1 << to) == 0) {
        all |= 1 << to;
        judge(all, ALL_KINDS);
        if (values.kind(to) == values.kind(from)) {
          ofKind |= 1 << to;
          judge(ofKind, values.kind(from));
        }
      }
    }
  }

  private void judge(int cluster, int kind) {
    int window = 0;
    while (window < WINDOWS.length && WINDOWS[window] < values.span(cluster)) {
      window++;
    }
    int addresses = ties.addresses(cluster);
    int artefacts = ties.artefacts(cluster);
    int size = addresses + artefacts;
    if (window == WINDOWS.length || size < 2 || addresses > Campaigns.MOST_ADDRESSES) {
      return;
    }
    double score = score(addresses, artefacts, WINDOWS[window], kind) - Math.log10(ways * size);
    if (score > best.score()) {
      best =
          new Cluster(
              cluster, cluster, addresses, artefacts, WINDOWS[window], LEAST_OF_WIDER, score);
    }
  }

  /** The -log10 of how many such clusters a day chance makes in this set. */
  private double score(int addresses, int artefacts, int window, int kind) {
    double near = expected(ValueClass.ADDRESS, addresses, window, kind);
    double nearArtefacts = expected(ValueClass.ARTEFACT, artefacts, window, kind);
    double most = Double.NEGATIVE_INFINITY;
    if (addresses > 0) {
      most =
          Math.log10(expected(ValueClass.ADDRESS, addresses, DAY, ALL_KINDS))
              - Chance.atLeast(addresses - 1, near)
              - Chance.atLeast(artefacts, nearArtefacts);
    }
    if (artefacts > 0) {
      double begunByArtefact =
          Math.log10(expected(ValueClass.ARTEFACT, artefacts, DAY, ALL_KINDS))
              - Chance.atLeast(addresses, near)
              - Chance.atLeast(artefacts - 1, nearArtefacts);
      most = Math.max(most, begunByArtefact);
    }
    return -most;
  }

  private double expected(ValueClass of, int count, double within, int kind) {
    long set = values.set();
    double expected = background.expected(set, of, within, count);
    if (kind != ALL_KINDS) {
      expected *= background.shareOfKind(of, kind);
    }
    // Peers share sources every day: what they share of addresses says nothing more.
    boolean silent = of == ValueClass.ADDRESS && background.peers().areMostly(set);
    return silent ? Math.max(count, expected) : expected;
  }
}
