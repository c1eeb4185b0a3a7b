package tenbin.spine.correlate;

/**
 * Looks in one set's values for what artefacts tie together: addresses that came with one artefact,
 * and artefacts of more sources than they need. What else of the same kind lies near is evidence
 * beside it.
 *
 * <p>A tie is as rare as {@link Ordinary} learnt it to be, and addresses that come with an artefact
 * are counted apart, so that peers, who share addresses every day, can be told from a campaign.
 */
final class TiedTogether {
  private static final double DAY = 86_400;

  /** Company is looked for within so many seconds of a value that is tied. */
  private static final int NEAR = 8 * 3_600;

  /** Their parts of the false findings that are allowed. */
  private static final double OF_TIES = 0.3;

  private static final double OF_MANY_SOURCES = 0.5;

  /** With what is near and without it. */
  private static final int LOOKS = 2;

  private final SetValues values;
  private final SetTies ties;
  private final Background background;
  private final int without;
  private Cluster best = Cluster.NONE;

  TiedTogether(SetValues values, SetTies ties, Background background, int without) {
    this.values = values;
    this.ties = ties;
    this.background = background;
    this.without = without;
  }

  Cluster best() {
    int done = without;
    for (int i = 0; i < values.size(); i++) {
      if ((done & 1 << i) == 0 && ties.companions(i) > 0) {
        int tied = ties.tiedTo(i);
        if ((tied & without) == 0) {
          judge(tied);
        }
        done |= tied;
      }
    }
    return best;
  }

  private void judge(int tied) {
    int addresses = ties.addresses(tied);
    double tie = ties(tied, addresses);
    if (addresses > 1) {
      double first =
          background.expected(values.set(), ValueClass.ADDRESS_WITH_ARTEFACT, DAY, addresses);
      double ways = 2 / background.part(values.set()) / OF_TIES;
      offer(tied, tie - Math.log10(first * ways));
    }
    for (int rest = tied; rest != 0; rest &= rest - 1) {
      int value = Integer.numberOfTrailingZeros(rest);
      int more = ties.sourcesBeyondNeeded(value, tied);
      if (more > 0) {
        double sources =
            background.ofManySources(more, ties.linked(value, tied) > 0)
                * background.excess(values.set());
        offer(tied, tie - Math.log10(sources / OF_MANY_SOURCES));
      }
    }
  }

  /** The -log10 of the chance that so many addresses follow the first, and are tied to it. */
  private double ties(int tied, int addresses) {
    if (addresses < 2) {
      return 0;
    }
    double within = Math.max(3_600, values.span(tied));
    double near =
        background.expected(values.set(), ValueClass.ADDRESS_WITH_ARTEFACT, within, addresses);
    return Chance.atLeast(addresses - 1, near)
        - (addresses - 1) * Math.log10(background.ordinary().tie());
  }

  private void offer(int tied, double score) {
    int company = company(tied);
    double alone = score - Math.log10(LOOKS);
    double together = alone + rarity(company);
    double most = Math.max(alone, together);
    if (most > best.score()) {
      int choice = together > alone ? tied | company : tied;
      int addresses = ties.addresses(choice);
      best = new Cluster(choice, tied, addresses, ties.artefactsIn(choice), (int) DAY, 1, most);
    }
  }

  /** What else of one kind with the tied lies near. */
  private int company(int tied) {
    int company = 0;
    int kind = values.kindOf(tied);
    int first = Integer.numberOfTrailingZeros(tied);
    int last = 31 - Integer.numberOfLeadingZeros(tied);
    for (int i = 0; i < values.size(); i++) {
      boolean near =
          values.first(i) >= values.first(last) - NEAR
              && values.first(i) <= values.first(first) + NEAR;
      if (((tied | without) & 1 << i) == 0 && near && values.kind(i) == kind) {
        company |= 1 << i;
      }
    }
    return company;
  }

  /** The -log10 of the chance that so much of one kind lies near. */
  private double rarity(int company) {
    int addresses = ties.addresses(company);
    if (addresses > Campaigns.MOST_ADDRESSES || company == 0) {
      return 0;
    }
    int kind = values.kindOf(company);
    return Chance.atLeast(addresses, near(ValueClass.ADDRESS, addresses, kind));
  }

  private double near(ValueClass of, int count, int kind) {
    long set = values.set();
    double near =
        background.expected(set, of, 2.0 * NEAR, count) * background.shareOfKind(of, kind);
    return background.peers().areMostly(set) ? Math.max(count, near) : near;
  }
}
