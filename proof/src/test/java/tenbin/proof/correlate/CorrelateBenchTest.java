package tenbin.proof.correlate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import tenbin.proof.generator.CircleParameters;
import tenbin.proof.generator.Day;
import tenbin.proof.generator.DayGenerator;
import tenbin.proof.generator.Planted;

/**
 * A tenth of the usual day, which teaches a tenth of the background; the whole one is {@code tenbin
 * bench correlate}.
 */
final class CorrelateBenchTest {
  private static final long SEED = 1;

  private final Day day =
      DayGenerator.day(CircleParameters.USUAL.scaled(0.1), new SplittableRandom(SEED));

  @Test
  void planted_groups_are_found_and_few_others() {
    Replay replay = new Replay(day);
    Score groups = Score.of(day, Planted.Sort.PEER_GROUP, replay.findings());
    Score campaigns = Score.of(day, Planted.Sort.CAMPAIGN, replay.findings());
    assertThat(groups.recall()).isGreaterThanOrEqualTo(0.95);
    assertThat(groups.precision()).isGreaterThanOrEqualTo(0.9);
    assertThat(campaigns.recall()).isGreaterThanOrEqualTo(0.9);
    assertThat(groups.plus(campaigns).precision()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void in_a_circle_of_twenty_most_members_are_peers_and_groups_are_found_all_the_same() {
    CircleParameters twenty = CircleParameters.USUAL.with(Map.of("members", 20.0)).scaled(0.1);
    Day small = DayGenerator.day(twenty, new SplittableRandom(SEED));
    Replay replay = new Replay(small);
    Score groups = Score.of(small, Planted.Sort.PEER_GROUP, replay.findings());
    Score campaigns = Score.of(small, Planted.Sort.CAMPAIGN, replay.findings());
    assertThat(groups.recall()).isGreaterThanOrEqualTo(0.7);
    assertThat(groups.precision()).isEqualTo(1);
    assertThat(campaigns.recall()).isGreaterThanOrEqualTo(0.9);
    assertThat(groups.plus(campaigns).precision()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void the_naive_rule_is_wrong_more_often_than_right() {
    NaiveRule naive = new NaiveRule(day);
    assertThat(naive.precision()).isBetween(0.05, 0.5);
    assertThat(naive.recall(day.planted().size())).isGreaterThan(0.9);
  }
}
