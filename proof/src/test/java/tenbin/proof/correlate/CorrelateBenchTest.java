package tenbin.proof.correlate;

import static org.assertj.core.api.Assertions.assertThat;

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
    assertThat(campaigns.recall()).isGreaterThanOrEqualTo(0.75);
    assertThat(campaigns.precision()).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void the_naive_rule_is_wrong_more_often_than_right() {
    NaiveRule naive = new NaiveRule(day);
    assertThat(naive.precision()).isBetween(0.05, 0.5);
    assertThat(naive.recall(day.planted().size())).isGreaterThan(0.9);
  }
}
