package tenbin.proof.generator;

import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;

/** Draws from the distributions that the day is made of. */
final class Draw {
  static final int DAY = 86_400;

  private final RandomGenerator random;

  Draw(RandomGenerator random) {
    this.random = random;
  }

  RandomGenerator random() {
    return random;
  }

  boolean chance(double share) {
    return random.nextDouble() < share;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  int second() {
    return random.nextInt(DAY);
  }

  /** The sums of the weights 1 / rank^exponent, for {@link #rank}. */
  static double[] powerLaw(int ranks, double exponent) {
    double[] sums = new double[ranks];
    double sum = 0;
    for (int i = 0; i < ranks; i++) {
      sum += Math.pow(i + 1, -exponent);
      sums[i] = sum;
    }
    return sums;
  }

  /** A rank from 0, by summed weights. */
  int rank(double[] sums) {
    int at = Arrays.binarySearch(sums, random.nextDouble() * sums[sums.length - 1]);
    return Math.min(sums.length - 1, at < 0 ? -at - 1 : at);
  }

  /** Log-normal with this median: at least 1. */
  int logNormal(double median, double sigma, int most) {
    return Math.clamp(Math.round(median * Math.exp(sigma * random.nextGaussian())), 1, most);
  }

  int exponential(double mean) {
    return (int) (-mean * Math.log(1 - random.nextDouble()));
  }

  /** So many different ranks. */
  int[] distinct(double[] sums, int count) {
    Set<Integer> drawn = new TreeSet<>();
    int tries = 0;
    while (drawn.size() < count) {
      // A steep law would draw the same few for ever: after some tries all are alike.
      drawn.add(tries++ < 50 * count ? rank(sums) : below(sums.length));
    }
    int[] ranks = drawn.stream().mapToInt(Integer::intValue).toArray();
    shuffle(ranks);
    return ranks;
  }

  int[] distinct(int bound, int count) {
    return distinct(powerLaw(bound, 0), count);
  }

  void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int held = values[i];
      values[i] = values[j];
      values[j] = held;
    }
  }
}
