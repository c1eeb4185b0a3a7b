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
  private double total;
  private double distinctTriples;

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
    gravity.sumUp();
    return gravity;
  }

  /**
   * Fits masses that a part of each member's pairs does not move, however large it is: what a
   * member shares with most others, in the lower third of its pairs.
   */
  static Gravity robust(double[] counts, int members) {
    boolean[] none = new boolean[members * members];
    Gravity gravity = new Gravity(members);
    // From below: what few share much more than others do is a group first, and volume only then.
    java.util.Arrays.fill(gravity.mass, Math.sqrt(Math.max(1, lowerThird(counts))));
    for (int round = 0; round < ROUNDS; round++) {
      for (int a = 0; a < members; a++) {
        double low = gravity.lowerThird(counts, a);
        gravity.mass[a] = low > 0 ? low : gravity.fitted(counts, none, a);
      }
    }
    gravity.sumUp();
    return gravity;
  }

  private static double lowerThird(double[] counts) {
    double[] sorted = counts.clone();
    java.util.Arrays.sort(sorted);
    return sorted.length == 0 ? 0 : sorted[(sorted.length - 1) / 3];
  }

  private double lowerThird(double[] counts, int a) {
    double[] ratios = new double[members];
    int size = 0;
    for (int b = 0; b < members; b++) {
      if (b != a && mass[b] > 0) {
        ratios[size++] = counts[a * members + b] / mass[b];
      }
    }
    java.util.Arrays.sort(ratios, 0, size);
    return size == 0 ? 0 : ratios[(size - 1) / 3];
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

  /** Sums that are asked for more often than the masses change. */
  private void sumUp() {
    total = 0;
    for (double each : mass) {
      total += each;
    }
    double squares = 0;
    double cubes = 0;
    for (int a = 0; a < members; a++) {
      squares += share(a) * share(a);
      cubes += share(a) * share(a) * share(a);
    }
    distinctTriples = Math.max(0.05, 1 - 3 * squares + 2 * cubes);
  }

  /** How many values all pairs share by chance. */
  double sum() {
    double squares = 0;
    for (double each : mass) {
      squares += each * each;
    }
    return (total * total - squares) / 2;
  }

  /** A member's share of the mass of all. */
  double share(int a) {
    return total == 0 || a >= members ? 0 : mass[a] / total;
  }

  /** How often three draws by share are three different members. */
  double distinctTriples() {
    return distinctTriples;
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
    gravity.sumUp();
    return gravity;
  }
}
