package tenbin.spine.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class PeerGroupsTest {
  private static final int MEMBERS = 30;

  /** Counts that volumes alone explain: the first member has thirty times the last one's. */
  private static double[] volumes(SplittableRandom random) {
    double[] counts = new double[MEMBERS * MEMBERS];
    for (int a = 0; a < MEMBERS; a++) {
      for (int b = a + 1; b < MEMBERS; b++) {
        double expected = 4_000.0 / ((a + 1) * (b + 1));
        double count = Math.max(0, expected + Math.sqrt(expected) * random.nextGaussian());
        share(counts, a, b, Math.rint(count));
      }
    }
    return counts;
  }

  private static void share(double[] counts, int a, int b, double more) {
    counts[a * MEMBERS + b] += more;
    counts[b * MEMBERS + a] += more;
  }

  @Test
  void volumes_alone_make_no_group_however_large_they_are() {
    for (long seed = 1; seed <= 20; seed++) {
      double[] counts = volumes(new SplittableRandom(seed));
      assertThat(new PeerGroups(counts, MEMBERS).groups()).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void members_that_share_beyond_their_volumes_are_one_group() {
    for (long seed = 1; seed <= 20; seed++) {
      double[] counts = volumes(new SplittableRandom(seed));
      int[] group = {3, 11, 17, 24, 29};
      for (int a : group) {
        for (int b : group) {
          if (a < b) {
            share(counts, a, b, 120);
          }
        }
      }
      assertThat(new PeerGroups(counts, MEMBERS).groups())
          .as("seed %d", seed)
          .singleElement()
          .isEqualTo(group);
    }
  }

  @Test
  void three_that_share_much_are_no_group_yet() {
    double[] counts = volumes(new SplittableRandom(1));
    share(counts, 20, 21, 100);
    share(counts, 20, 22, 100);
    share(counts, 21, 22, 100);
    assertThat(new PeerGroups(counts, MEMBERS).groups()).isEmpty();
  }
}
