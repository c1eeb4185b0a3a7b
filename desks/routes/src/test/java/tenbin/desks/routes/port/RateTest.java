package tenbin.desks.routes.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

/** How many messages are too many. */
class RateTest {
  private Instant now = Instant.parse("2026-01-01T00:00:00Z");
  private final Rate rate = new Rate(100, 3);

  private int taken(int messages) {
    int taken = 0;
    for (int i = 0; i < messages; i++) {
      taken += rate.count(now).isEmpty() ? 1 : 0;
    }
    return taken;
  }

  @Test
  void ten_seconds_may_be_lively() {
    assertThat(taken(1_000)).isEqualTo(1_000);
    assertThat(rate.count(now)).hasValue("1001 in ten seconds");
    now = now.plusSeconds(10);
    assertThat(rate.count(now)).isEmpty();
  }

  @Test
  void ten_minutes_may_have_three_such_stretches_and_then_anew() {
    for (int i = 0; i < 3; i++) {
      assertThat(taken(1_000)).isEqualTo(1_000);
      now = now.plusSeconds(60);
    }
    assertThat(rate.count(now)).hasValue("3001 in ten minutes");
    now = now.plusSeconds(420);
    assertThat(taken(1_000)).isEqualTo(1_000);
  }

  @Test
  void what_is_steady_is_never_too_much() {
    for (int second = 0; second < 10_000; second++) {
      assertThat(taken(5)).isEqualTo(5);
      now = now.plusSeconds(1);
    }
  }
}
