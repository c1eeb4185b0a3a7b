package tenbin.balance.weigh;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.When;

/** What was weighed before is the answer exactly as long as weighing anew would give it. */
class RememberedTest {
  private static final int WORLDS = 4_000;
  private static final int QUESTIONS = 25;
  private static final long SEED = 20_261_122;

  /** Moments on which worlds hang, and a nanosecond to either side. */
  private static final List<Instant> BORDERS =
      List.of(
          Instant.MIN,
          Instant.parse("2026-05-01T00:00:00Z"),
          Instant.parse("2026-07-01T00:00:00Z"),
          World.NOW,
          World.NOW.minusSeconds(1),
          World.NOW.plusSeconds(1));

  private static Instant time(Random random) {
    if (random.nextInt(3) == 0) {
      Instant border = BORDERS.get(random.nextInt(BORDERS.size()));
      return border.equals(Instant.MIN) ? border : border.plusNanos(random.nextInt(3) - 1);
    }
    return World.NOW.minusSeconds(random.nextInt(1_200)).plusNanos(random.nextInt(2));
  }

  @Test
  void the_answer_is_that_of_the_weigher_at_any_time_asked_in_any_order() {
    Random random = new Random(SEED);
    long changed = 0;
    for (int i = 0; i < WORLDS; i++) {
      World world = new World(SEED + i);
      Dressed dressed = new Dressed(SEED + i);
      PolicySet policy = new PolicySet(dressed.with(world.parts()));
      Weigher weigher = new Weigher(policy);
      Remembered remembered = new Remembered(policy);
      Question question = i % 2 == 0 ? world.question() : dressed.of(world.question());
      Weighing before = weigher.weigh(question);
      for (int turn = 0; turn < QUESTIONS; turn++) {
        Instant at = time(random);
        When when = new When(at, random.nextInt(8) == 0 ? time(random) : at);
        Weighing anew = weigher.weigh(question.asOf(when));
        assertThat(remembered.weigh(question.asOf(when)))
            .as("seed %d, %s", SEED + i, when)
            .isEqualTo(anew);
        changed += anew.equals(before) ? 0 : 1;
        before = anew;
      }
    }
    assertThat(changed).as("answers that changed with time").isGreaterThan(WORLDS);
  }
}
