package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * What the circle shares by chance, learnt from what it shares: for addresses and for artefacts how
 * many values a day two or three members have in common, by member and by kind. It reaches the
 * detectors as a table that they only read.
 */
final class Background {
  static final int CLASSES = 2;

  /** That one of a handful of sources is shared too: one of a hundred each. */
  private static final double LINKED_BY_CHANCE = 0.05;

  private static final int DAY = 86_400;
  private static final int HOUR = 3_600;

  private final int most;
  private final int kinds;
  private final double[][] pairs = new double[CLASSES][];
  private final double[][] ofKind = new double[CLASSES][];
  private final double[] triples = new double[CLASSES];
  private final double[] all = new double[CLASSES];
  private final Gravity[] gravity = new Gravity[CLASSES];
  private final boolean[] peers;
  private boolean peersKnown;
  private int members;
  private double kindsSeen;
  private double loud;
  private double loudOfMany;
  private double loudOfMore;
  private double ofFew;
  private long first = Long.MAX_VALUE;
  private long last;

  Background(int most) {
    this.most = most;
    this.peers = new boolean[most * most];
    this.kinds = Numbering.MOST_KINDS;
    for (int c = 0; c < CLASSES; c++) {
      pairs[c] = new double[most * most];
      ofKind[c] = new double[kinds];
    }
    refit();
  }

  static int classOf(ValueType type) {
    return type.isArtefact() ? 1 : 0;
  }

  /** One more rare value that two or three members share. */
  void add(SharedValue shared) {
    int c = classOf(shared.type());
    int[] set = MemberSet.members(shared.members());
    for (int member : set) {
      members = Math.max(members, member + 1);
    }
    if (set.length == 2) {
      pairs[c][set[0] * most + set[1]]++;
      pairs[c][set[1] * most + set[0]]++;
    } else {
      triples[c]++;
    }
    if (shared.members() == shared.all()) {
      ofKind[c][shared.kind()]++;
      all[c]++;
      ofFew += c == 1 && shared.companions() < set.length ? 1 : 0;
    }
    first = Math.min(first, shared.first());
    last = Math.max(last, shared.first());
  }

  /**
   * An artefact that few members saw, and loudly: no campaign that hides, so it shows from how many
   * sources ordinary artefacts come.
   */
  void hear(SharedValue artefact) {
    loud += artefact.again() ? 0 : 1;
    boolean many = artefact.companions() > MemberSet.size(artefact.members());
    loudOfMany = Math.min(loud, loudOfMany + (many ? 1 : 0));
    boolean more = artefact.companions() > MemberSet.size(artefact.members()) + 1;
    loudOfMore = Math.min(loudOfMany, loudOfMore + (more ? 1 : 0));
  }

  /**
   * How many artefacts a day chance makes, in the whole circle, that two or three members see from
   * so many sources more than they are members: as often as the loud ones do.
   *
   * @param linked whether one of the sources is shared too, as it must be where there are fewer
   *     sources than members
   */
  double ofManySources(int more, boolean linked) {
    double quiet = linked ? ofFew + LINKED_BY_CHANCE * (all[1] - ofFew) : all[1];
    double many = quiet * DAY / seconds() * (loudOfMany + 0.5) / (loud + 1);
    return many * Math.pow((loudOfMore + 1) / (loudOfMany + 2), more - 1.0);
  }

  /**
   * How many times more of a class a set shared, in what is remembered, than its masses explain.
   */
  double excess(long set, int c) {
    return Math.max(1, shared(set, c) / Math.max(1, byMass(set, c)));
  }

  /**
   * A set's part of the false findings that are allowed: half is divided evenly, half by how much
   * the sets share. So neither small nor large contributors are out of reach.
   */
  double part(long set) {
    boolean pair = MemberSet.size(set) == 2;
    double even = 1 / (pair ? countOfPairs() : countOfTriples());
    double byShare = 0;
    double all = gravity[0].sum(members);
    if (pair && all > 0) {
      byShare = gravity[0].expected(MemberSet.member(set, 0), MemberSet.member(set, 1)) / all;
    } else if (!pair) {
      byShare = 6 * shares(set, 0) * triplesAreDistinct(0);
    }
    return (even + Math.min(1, byShare)) / 2;
  }

  private double shares(long set, int c) {
    double shares = 1;
    for (int member : MemberSet.members(set)) {
      shares *= gravity[c].share(member);
    }
    return shares;
  }

  /** Fits the masses anew, and lets half of what is older than a day go. */
  void refit() {
    if (last - first > 2L * DAY) {
      halve();
    }
    kindsSeen = 0;
    for (int kind = 0; kind < kinds; kind++) {
      kindsSeen += ofKind[0][kind] + ofKind[1][kind] > 0 ? 1 : 0;
    }
    for (int c = 0; c < CLASSES; c++) {
      double[] counts = compact(pairs[c], most, members);
      gravity[c] = Gravity.fit(counts, new boolean[members * members], members);
    }
  }

  private void halve() {
    loud /= 2;
    loudOfMany /= 2;
    loudOfMore /= 2;
    ofFew /= 2;
    for (int c = 0; c < CLASSES; c++) {
      scale(pairs[c]);
      scale(ofKind[c]);
      triples[c] /= 2;
      all[c] /= 2;
    }
    first += (last - first) / 2;
  }

  private static void scale(double[] counts) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] /= 2;
    }
  }

  static double[] compact(double[] square, int side, int used) {
    double[] compact = new double[used * used];
    for (int row = 0; row < used; row++) {
      System.arraycopy(square, row * side, compact, row * used, used);
    }
    return compact;
  }

  /** Tells which pairs are peers: square, symmetric, of the members so far. */
  void peers(boolean[] found, int side) {
    Arrays.fill(peers, false);
    for (int a = 0; a < side; a++) {
      System.arraycopy(found, a * side, peers, a * most, side);
    }
    peersKnown = true;
  }

  /** Whether every two of a set are peers, who share sources day by day. */
  boolean arePeers(long set) {
    int size = MemberSet.size(set);
    for (int i = 0; i < size; i++) {
      for (int j = i + 1; j < size; j++) {
        if (!peers[MemberSet.member(set, i) * most + MemberSet.member(set, j)]) {
          return false;
        }
      }
    }
    return true;
  }

  /** Whether enough has been seen to say what chance does, and who is whose peer. */
  boolean isKnown() {
    return peersKnown && last - first >= HOUR;
  }

  private double seconds() {
    return Math.max(HOUR, last - first);
  }

  /**
   * How many values of a class the members of a set share by chance in a time.
   *
   * @param own how many of the class the set shared in all, in the time that is remembered
   * @param now how many of them are under test and must not speak for themselves
   */
  double expected(long set, int c, double within, double own, int now) {
    double byMass = byMass(set, c);
    double byPast = Math.max(0, own - now);
    return Math.max(byMass, byPast) * within / seconds();
  }

  private double byMass(long set, int c) {
    int a = MemberSet.member(set, 0);
    int b = MemberSet.member(set, 1);
    if (Math.max(a, b) >= members) {
      return 0;
    }
    // Half a value more than was seen, over all sets: nothing is impossible.
    if (MemberSet.size(set) == 2) {
      return gravity[c].expected(a, b) + 0.5 / countOfPairs();
    }
    return 6 * (triples[c] + 0.5) * shares(set, c) * triplesAreDistinct(c) + 0.5 / countOfTriples();
  }

  /** Three draws by share are three different members only so often. */
  private double triplesAreDistinct(int c) {
    double squares = 0;
    double cubes = 0;
    for (int a = 0; a < members; a++) {
      double share = gravity[c].share(a);
      squares += share * share;
      cubes += share * share * share;
    }
    return 1 / Math.max(0.05, 1 - 3 * squares + 2 * cubes);
  }

  double countOfPairs() {
    return Math.max(1, members * (members - 1) / 2.0);
  }

  double countOfTriples() {
    return Math.max(1, countOfPairs() * (members - 2) / 3.0);
  }

  /** What part of a class's shared values is of a kind. */
  double shareOfKind(int c, int kind) {
    return (ofKind[c][kind] + 0.5) / (all[c] + 0.5 * Math.max(1, kindsSeen));
  }

  double kindsSeen() {
    return Math.max(1, kindsSeen);
  }

  /** How many values of a class the two shared, in the time that is remembered. */
  double shared(long set, int c) {
    return MemberSet.size(set) == 2
        ? pairs[c][MemberSet.member(set, 0) * most + MemberSet.member(set, 1)]
        : 0;
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(members);
    out.writeLong(first);
    out.writeLong(last);
    out.writeDouble(kindsSeen);
    out.writeDouble(loud);
    out.writeDouble(loudOfMany);
    out.writeDouble(loudOfMore);
    out.writeDouble(ofFew);
    out.writeBoolean(peersKnown);
    for (boolean each : peers) {
      out.writeBoolean(each);
    }
    for (int c = 0; c < CLASSES; c++) {
      out.writeDouble(triples[c]);
      out.writeDouble(all[c]);
      gravity[c].write(out);
      for (double each : pairs[c]) {
        out.writeDouble(each);
      }
      for (double each : ofKind[c]) {
        out.writeDouble(each);
      }
    }
  }

  void read(DataInputStream in) throws IOException {
    members = in.readInt();
    first = in.readLong();
    last = in.readLong();
    kindsSeen = in.readDouble();
    loud = in.readDouble();
    loudOfMany = in.readDouble();
    loudOfMore = in.readDouble();
    ofFew = in.readDouble();
    peersKnown = in.readBoolean();
    for (int i = 0; i < peers.length; i++) {
      peers[i] = in.readBoolean();
    }
    for (int c = 0; c < CLASSES; c++) {
      triples[c] = in.readDouble();
      all[c] = in.readDouble();
      gravity[c] = Gravity.read(in);
      for (int i = 0; i < pairs[c].length; i++) {
        pairs[c][i] = in.readDouble();
      }
      for (int i = 0; i < kinds; i++) {
        ofKind[c][i] = in.readDouble();
      }
    }
  }
}
