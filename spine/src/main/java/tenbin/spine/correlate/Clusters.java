package tenbin.spine.correlate;

/**
 * Looks in one set's values for the cluster in time that chance explains worst: neighbours within
 * an hour, three, eight and twenty-four, of one kind and of all; and what an artefact ties
 * together, because it came with several of the shared addresses.
 *
 * <p>How many such clusters chance makes a day: the first of its values comes so often a day by
 * chance, and the others must follow within the window (Poisson); times the sets of members, times
 * the ways of looking (Bonferroni), so one threshold holds for every set. An artefact that always
 * came with one address is one piece of evidence with it.
 */
final class Clusters {
  private static final int[] WINDOWS = {3_600, 3 * 3_600, 8 * 3_600, 24 * 3_600};
  private static final int ALL_KINDS = -1;
  private static final double DAY = 86_400;

  /** Neighbours of one kind, of all kinds, tied together. */
  private static final int LOOKS = 3;

  /** Parts of the budget. */
  private static final double OF_NEIGHBOURS = 0.3;

  private static final double OF_MANY_SOURCES = 0.7;

  /** Values close in time: one more member of one of them is coincidence. */
  private static final int WIDER_OF_NEIGHBOURS = 2;

  private final SetValues values;
  private final Background background;
  private final int without;
  private final double ways;
  private Cluster best = Cluster.NONE;

  Clusters(SetValues values, Background background, int without) {
    this.without = without;
    this.values = values;
    this.background = background;
    // Pairs and triples share the budget by halves.
    this.ways = 2 / background.part(values.set()) / OF_NEIGHBOURS;
  }

  Cluster best() {
    for (int from = 0; from < values.size(); from++) {
      if ((without & 1 << from) != 0) {
        continue;
      }
      int all = 1 << from;
      int ofKind = 1 << from;
      for (int to = from + 1; to < values.size(); to++) {
        if ((without & 1 << to) != 0) {
          continue;
        }
        all |= 1 << to;
        judge(all, ALL_KINDS, 0);
        if (values.kind(to) == values.kind(from)) {
          ofKind |= 1 << to;
          judge(ofKind, values.kind(from), 0);
        }
      }
    }
    for (int i = 0; i < values.size(); i++) {
      int tied = values.isArtefact(i) ? values.tiedTo(i) : without;
      if ((tied & without) == 0 && tied != 0) {
        int links = values.links(tied);
        if (links > 1) {
          judge(tied, values.kindOf(tied), links);
        }
        if (values.isOfMany(i)) {
          judgeOfMany(i, tied);
        }
      }
    }
    return best;
  }

  private void judge(int cluster, int kind, int links) {
    int window = 0;
    while (window < WINDOWS.length && WINDOWS[window] < values.span(cluster)) {
      window++;
    }
    int addresses = values.addresses(cluster);
    int artefacts = values.artefacts(cluster);
    boolean few = links > 0 || addresses <= Campaigns.MOST_ADDRESSES;
    if (window == WINDOWS.length || addresses + artefacts < 2 || !few) {
      return;
    }
    // Neighbours are looked for in every window and number; what is tied stands as it is.
    double looks = links > 0 ? LOOKS : (double) WINDOWS.length * LOOKS * (addresses + artefacts);
    double score =
        score(addresses, artefacts, WINDOWS[window], kind)
            - Math.log10(looks)
            + links * SetValues.LINK;
    if (score > best.score()) {
      int least = links > 0 ? 1 : WIDER_OF_NEIGHBOURS;
      best = new Cluster(cluster, addresses, artefacts, WINDOWS[window], least, score);
    }
  }

  /**
   * An artefact that the members saw from more sources than they are: rare by itself, rarer when
   * more than one of the sources is shared as well.
   */
  private void judgeOfMany(int artefact, int tied) {
    int links = values.addresses(tied);
    double link = background.arePeers(values.set()) ? SetValues.LINK_OF_PEERS : SetValues.LINK;
    double sources =
        background.ofManySources(values.sourcesBeyondMembers(artefact), links > 0)
            * background.excess(values.set(), 1);
    double chance = Math.log10(sources / OF_MANY_SOURCES) - Math.max(0, links - 1) * link;
    if (-chance > best.score()) {
      best =
          new Cluster(
              tied, values.addresses(tied), values.artefactsIn(tied), WINDOWS[3], 1, -chance);
    }
  }

  /** The -log10 of how many such clusters a day chance makes, in all sets together. */
  private double score(int addresses, int artefacts, int window, int kind) {
    double near = expected(0, addresses, window, kind);
    double nearArtefacts = expected(1, artefacts, window, kind);
    double most = Double.NEGATIVE_INFINITY;
    if (addresses > 0) {
      most =
          Math.log10(expected(0, addresses, DAY, ALL_KINDS))
              - Chance.atLeast(addresses - 1, near)
              - Chance.atLeast(artefacts, nearArtefacts);
    }
    if (artefacts > 0) {
      double begunByArtefact =
          Math.log10(expected(1, artefacts, DAY, ALL_KINDS))
              - Chance.atLeast(addresses, near)
              - Chance.atLeast(artefacts - 1, nearArtefacts);
      most = Math.max(most, begunByArtefact);
    }
    return -most - Math.log10(ways);
  }

  private double expected(int valueClass, int count, double within, int kind) {
    long set = values.set();
    double own = background.shared(set, valueClass);
    double expected = background.expected(set, valueClass, within, own, count);
    if (kind != ALL_KINDS) {
      expected *= background.shareOfKind(valueClass, kind);
    }
    // Peers share sources every day: what they share of addresses says nothing more.
    return valueClass == 0 && background.arePeers(set) ? Math.max(count, expected) : expected;
  }
}
