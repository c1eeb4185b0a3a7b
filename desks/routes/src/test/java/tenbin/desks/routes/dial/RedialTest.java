package tenbin.desks.routes.dial;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

/** When a client dials again. */
class RedialTest {
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
  private static final Duration MOST = Duration.ofSeconds(100);

  private static List<Double> pauses(RandomGenerator random, int times) {
    Redial redial = new Redial(random);
    List<Double> all = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      all.add(Duration.between(NOW, redial.failed(NOW, MOST)).toMillis() / 1_000.0);
    }
    return all;
  }

  @Test
  void it_waits_twice_as_long_each_time_up_to_its_limit() {
    assertThat(pauses(() -> 0, 9))
        .containsExactly(1.0, 2.0, 4.0, 8.0, 16.0, 32.0, 64.0, 100.0, 100.0);
  }

  @Test
  void chance_shortens_a_pause_by_a_quarter_at_most_and_two_clients_differ() {
    long seed = new Random().nextLong();
    List<Double> some = pauses(new SplittableRandom(seed), 1_000);
    for (int i = 0; i < some.size(); i++) {
      double whole = Math.min(100.0, Math.pow(2, Math.min(i, 20)));
      assertThat(some.get(i)).as("seed %d, pause %d", seed, i).isBetween(whole * 0.749, whole);
    }
    assertThat(some.stream().distinct().count()).as("seed %d", seed).isGreaterThan(900);
    assertThat(some).isNotEqualTo(pauses(new SplittableRandom(seed + 1), 1_000));
  }

  @Test
  void a_connection_that_was_of_use_begins_anew() {
    Redial redial = new Redial(() -> 0);
    for (int i = 0; i < 5; i++) {
      redial.failed(NOW, MOST);
    }
    redial.useful();
    assertThat(redial.failed(NOW, MOST)).isEqualTo(NOW.plusSeconds(1));
    assertThat(redial.failed(NOW, Duration.ofMillis(10)))
        .as("a shorter limit")
        .isEqualTo(NOW.plusMillis(10));
  }
}
