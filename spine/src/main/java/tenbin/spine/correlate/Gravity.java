package tenbin.spine.correlate;

/**
 * What chance makes of members' volumes: each member has a mass, and two members share values by
 * the product of their masses. Masses are fitted so that every member's own total is met, over the
 * pairs that are not set aside.
 */
final class Gravity {
  private static final int ROUNDS = 30;

  private final int members;
  private final double[] mass;

  private Gravity(int members) {
    this.members = members;
    this.mass = new double[members];
  }

  /**
   * Fits masses to counts of pairs.
   *
   * @param counts square, symmetric, row by row
   * @param aside pairs that are no chance, in the same order; not fitted
   */
  static Gravity fit(double[] counts, boolean[] aside, int members) {
    Gravity gravity = new Gravity(members);
    double total = 0;
    for (double count : counts) {
      total += count;
    }
    java.util.Arrays.fill(gravity.mass, Math.sqrt(total) / Math.max(1, members));
    for (int round = 0; round < ROUNDS; round++) {
      for (int a = 0; a < members; a++) {
        gravity.mass[a] = gravity.fitted(counts, aside, a);
      }
    }
    return gravity;
  }

  private double fitted(double[] counts, boolean[] aside, int a) {
    double degree = 0;
    double pull = 0;
    for (int b = 0; b < members; b++) {
      if (b != a && !aside[a * members + b]) {
        degree += counts[a * members + b];
        pull += mass[b];
      }
    }
    return pull == 0 ? 0 : degree / pull;
  }

  /** How many values the two share by chance. */
  double expected(int a, int b) {
    return a < members && b < members ? mass[a] * mass[b] : 0;
  }

  /** How many values all pairs of so many members share by chance. */
  double sum(int of) {
    double sum = 0;
    double squares = 0;
    for (int a = 0; a < Math.min(of, members); a++) {
      sum += mass[a];
      squares += mass[a] * mass[a];
    }
    return (sum * sum - squares) / 2;
  }

  /** A member's share of the mass of all. */
  double share(int a) {
    double sum = 0;
    for (double each : mass) {
      sum += each;
    }
    return sum == 0 || a >= members ? 0 : mass[a] / sum;
  }

  void write(java.io.DataOutputStream out) throws java.io.IOException {
    out.writeInt(members);
    for (double each : mass) {
      out.writeDouble(each);
    }
  }

  static Gravity read(java.io.DataInputStream in) throws java.io.IOException {
    Gravity gravity = new Gravity(in.readInt());
    for (int a = 0; a < gravity.members; a++) {
      gravity.mass[a] = in.readDouble();
    }
    return gravity;
  }
}
