package tenbin.spine.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
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

  private static List<int[]> groups(double[] counts, SharedSets sets) {
    return new PeerGroups(new PeerPairs(counts, MEMBERS), sets).groups();
  }

  /** Sources that visit all of a group. */
  private static void visit(double[] counts, SharedSets sets, int sources, int... group) {
    for (int a : group) {
      for (int b : group) {
        if (a < b) {
          share(counts, a, b, sources);
        }
      }
    }
    for (int i = 0; i < sources; i++) {
      sets.add(MemberSet.of(group));
    }
  }

  @Test
  void volumes_alone_make_no_group_however_large_they_are() {
    for (long seed = 1; seed <= 20; seed++) {
      double[] counts = volumes(new SplittableRandom(seed));
      assertThat(groups(counts, new SharedSets())).as("seed %d", seed).isEmpty();
    }
  }

  @Test
  void members_that_share_beyond_their_volumes_are_one_group() {
    for (long seed = 1; seed <= 20; seed++) {
      double[] counts = volumes(new SplittableRandom(seed));
      SharedSets sets = new SharedSets();
      int[] group = {3, 11, 17, 24, 29};
      visit(counts, sets, 120, group);
      assertThat(groups(counts, sets)).as("seed %d", seed).singleElement().isEqualTo(group);
    }
  }

  @Test
  void members_most_of_whose_pairs_are_peers_are_found_all_the_same() {
    for (long seed = 1; seed <= 20; seed++) {
      double[] counts = volumes(new SplittableRandom(seed));
      SharedSets sets = new SharedSets();
      int[][] planted = {
        {20, 1, 2, 3, 4, 5},
        {20, 6, 7, 8, 9, 10},
        {20, 11, 12, 13, 14, 15},
        {2, 6, 11, 16, 17, 18},
        {3, 7, 12, 21, 22, 23},
      };
      for (int[] group : planted) {
        Arrays.sort(group);
        visit(counts, sets, 900, group);
      }
      assertThat(groups(counts, sets))
          .as("seed %d", seed)
          .usingElementComparator(Arrays::compare)
          .containsExactlyInAnyOrder(planted);
    }
  }

  @Test
  void four_that_are_peers_two_by_two_but_not_together_are_no_group() {
    double[] counts = volumes(new SplittableRandom(1));
    SharedSets sets = new SharedSets();
    int[] four = {12, 17, 20, 25};
    for (int a : four) {
      for (int b : four) {
        if (a < b) {
          share(counts, a, b, 120);
        }
      }
    }
    assertThat(new PeerPairs(counts, MEMBERS).of(12).stream()).contains(17, 20, 25);
    assertThat(groups(counts, sets)).isEmpty();
  }

  @Test
  void three_that_share_much_are_no_group_yet() {
    double[] counts = volumes(new SplittableRandom(1));
    SharedSets sets = new SharedSets();
    visit(counts, sets, 100, 20, 21, 22);
    assertThat(groups(counts, sets)).isEmpty();
  }
}
