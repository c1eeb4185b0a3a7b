package tenbin.spine.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * A circle as small as the demo's, whose members bring one report each, hours after what they saw:
 * scanners that pass by two or three of them, and perhaps a group that the same scanners visit.
 */
final class CircleOfSevenTest {
  private static final int MEMBERS = 7;
  private static final int HOUR = 3_600;
  private static final int PASSERS_BY = 140;
  private static final int SCANNERS = 100;

  /** What a member's sensor saw. */
  private record Hit(int member, int address, int second) {}

  private static List<Hit> passersBy(SplittableRandom random) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < PASSERS_BY; i++) {
      int second = random.nextInt(23 * HOUR);
      int first = random.nextInt(MEMBERS);
      int step = 1 + random.nextInt(MEMBERS / 2);
      int visits = i % 8 == 0 ? 3 : 2;
      for (int visit = 0; visit < visits; visit++) {
        int member = (first + visit * step) % MEMBERS;
        hits.add(new Hit(member, 1_000 + i, second + random.nextInt(1_800)));
      }
    }
    return hits;
  }

  private static List<Hit> visited(SplittableRandom random, int... group) {
    List<Hit> hits = new ArrayList<>();
    for (int i = 0; i < SCANNERS; i++) {
      int begins = HOUR + i * 800;
      for (int member : group) {
        hits.add(new Hit(member, 5_000 + i, begins + random.nextInt(900)));
        hits.add(new Hit(member, 5_000 + i, begins + 900 + random.nextInt(900)));
      }
    }
    return hits;
  }

  /** The reports come in a quarter of an hour apart; then time goes by. */
  private static List<Finding> found(List<Hit> hits) {
    Scene scene = new Scene();
    ShardedCorrelator correlator = new ShardedCorrelator();
    hits.sort(Comparator.comparingInt(Hit::second));
    for (int member = 0; member < MEMBERS; member++) {
      int received = 26 * HOUR + member * 900;
      for (Hit hit : hits) {
        if (hit.member == member) {
          var seen = Scene.honeypotHit(hit.address, hit.second, Scene.BRUTE_FORCE, "");
          correlator.take(scene.sighted(member, seen, received));
        }
      }
    }
    for (int later = 1; later <= 40; later++) {
      correlator.take(scene.honeypot(0, 9_000, 28 * HOUR + later * 900));
    }
    return correlator.drain();
  }

  @Test
  void four_that_the_same_scanners_visit_are_one_group_and_nothing_else_is_told() {
    for (long seed = 1; seed <= 20; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      List<Hit> hits = passersBy(random);
      hits.addAll(visited(random, 2, 3, 4, 5));
      assertThat(found(hits))
          .as("seed %d", seed)
          .singleElement()
          .satisfies(each ->
              assertThat(each.members())
                  .containsExactlyInAnyOrder(
                      Scene.member(2), Scene.member(3), Scene.member(4), Scene.member(5)));
    }
  }

  @Test
  void what_passes_by_is_told_of_nobody() {
    for (long seed = 1; seed <= 20; seed++) {
      assertThat(found(passersBy(new SplittableRandom(seed)))).as("seed %d", seed).isEmpty();
    }
  }
}
