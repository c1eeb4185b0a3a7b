package tenbin.spine.correlate;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;

/**
 * How many values of one class members share, by pair and by kind, and the masses that explain it.
 */
final class Tally {
  private final int most;
  private final double[] pairs;
  private final double[] ofKind;
  private double triples;
  private double all;
  private int members;
  private Gravity gravity;

  /**
   * Nothing yet.
   *
   * @param most members
   * @param kinds at most
   */
  Tally(int most, int kinds) {
    this.most = most;
    this.pairs = new double[most * most];
    this.ofKind = new double[kinds];
    this.gravity = Gravity.fit(new double[0], new boolean[0], 0);
  }

  /** One more value that a set of two or three shares. */
  void add(int... set) {
    for (int member : set) {
      members = Math.max(members, member + 1);
    }
    if (set.length == 2) {
      pairs[set[0] * most + set[1]]++;
      pairs[set[1] * most + set[0]]++;
    } else {
      triples++;
    }
  }

  /** The value counts once, whatever parts of its members it is told of. */
  void count(int kind) {
    ofKind[kind]++;
    all++;
  }

  void refit() {
    gravity = Gravity.fit(square(), new boolean[members * members], members);
  }

  /** What is shared by pair: square, of the members so far. */
  private double[] square() {
    return compact(pairs, most, members);
  }

  static double[] compact(double[] square, int side, int used) {
    double[] compact = new double[used * used];
    for (int row = 0; row < used; row++) {
      System.arraycopy(square, row * side, compact, row * used, used);
    }
    return compact;
  }

  void halve() {
    halve(pairs);
    halve(ofKind);
    triples /= 2;
    all /= 2;
  }

  private static void halve(double[] counts) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] /= 2;
    }
  }

  /** How many in all. */
  double all() {
    return all;
  }

  double ofKind(int kind) {
    return ofKind[kind];
  }

  /** How many the two of a pair shared; 0 for three. */
  double shared(long set) {
    return MemberSet.size(set) == 2
        ? pairs[MemberSet.member(set, 0) * most + MemberSet.member(set, 1)]
        : 0;
  }

  /** How many a set shares by its members' masses. */
  double byMass(long set) {
    if (MemberSet.size(set) == 2) {
      return gravity.expected(MemberSet.member(set, 0), MemberSet.member(set, 1));
    }
    return (triples + 0.5) * shareOfTriple(set);
  }

  /** What part of all pairs or triples, by mass, a set is. */
  double part(long set) {
    if (MemberSet.size(set) != 2) {
      return shareOfTriple(set);
    }
    double sum = gravity.sum();
    return sum == 0 ? 0 : byMass(set) / sum;
  }

  private double shareOfTriple(long set) {
    double shares = 6;
    for (int member : MemberSet.members(set)) {
      shares *= gravity.share(member);
    }
    return shares / gravity.distinctTriples();
  }

  void write(DataOutputStream out) throws IOException {
    out.writeInt(members);
    out.writeDouble(triples);
    out.writeDouble(all);
    gravity.write(out);
    write(square(), out);
    int kinds = ofKind.length;
    while (kinds > 0 && ofKind[kinds - 1] == 0) {
      kinds--;
    }
    out.writeInt(kinds);
    write(Arrays.copyOf(ofKind, kinds), out);
  }

  private static void write(double[] counts, DataOutputStream out) throws IOException {
    for (double each : counts) {
      out.writeDouble(each);
    }
  }

  void read(DataInputStream in) throws IOException {
    members = in.readInt();
    triples = in.readDouble();
    all = in.readDouble();
    gravity = Gravity.read(in);
    Arrays.fill(pairs, 0);
    for (int a = 0; a < members; a++) {
      for (int b = 0; b < members; b++) {
        pairs[a * most + b] = in.readDouble();
      }
    }
    Arrays.fill(ofKind, 0);
    int kinds = in.readInt();
    for (int i = 0; i < kinds; i++) {
      ofKind[i] = in.readDouble();
    }
  }
}
