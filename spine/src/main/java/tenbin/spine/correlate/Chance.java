package tenbin.spine.correlate;

/** Tails of distributions, as -log10 of the probability: precise where the numbers are tiny. */
final class Chance {
  private static final double LN10 = Math.log(10);
  private static final double SMALLEST = 1e-12;

  private Chance() {}

  /** The -log10 of the chance that a Poisson variable of this mean is at least k. */
  static double atLeast(int k, double mean) {
    if (k <= 0) {
      return 0;
    }
    double rate = Math.max(mean, SMALLEST);
    if (k <= rate) {
      return 0;
    }
    // The first term, then the falling series after it: converges because k > mean.
    double log = k * Math.log(rate) - rate - logFactorial(k);
    double sum = 1;
    double term = 1;
    for (int i = k + 1; term > sum * 1e-12; i++) {
      term *= rate / i;
      sum += term;
    }
    return Math.max(0, -(log + Math.log(sum)) / LN10);
  }

  /**
   * Two independent pieces of evidence as one: Fisher's method for two, in closed form (the chance
   * that a product of two uniform variables is at most q is q (1 - ln q)).
   */
  static double both(double one, double other) {
    if (one == 0 || other == 0) {
      return one + other;
    }
    double sum = one + other;
    return Math.max(0, sum - Math.log10(1 + sum * LN10));
  }

  private static double logFactorial(int k) {
    if (k < 20) {
      double log = 0;
      for (int i = 2; i <= k; i++) {
        log += Math.log(i);
      }
      return log;
    }
    // Stirling's series, good to 1e-8 from 20 on.
    double x = k + 1.0;
    return (x - 0.5) * Math.log(x) - x + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * x);
  }
}
