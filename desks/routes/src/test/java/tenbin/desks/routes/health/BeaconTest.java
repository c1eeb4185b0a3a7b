package tenbin.desks.routes.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BeaconTest {
  private static final int ROUTERS = 4;

  private final Feeds feeds =
      new Feeds(ROUTERS, new Beacon(Feeds.BEACON, Duration.ofHours(2))).begin(50);

  /** Rounds of two hours, in which the beacon comes and goes at those below a number. */
  private void rounds(int count, int below) {
    for (int round = 0; round < count; round++) {
      for (int i = 0; i < below; i++) {
        if (feeds.table.isSeen(Feeds.BEACON) && round % 2 == 1) {
          feeds.withdraw(i, Feeds.BEACON);
        } else {
          feeds.announce(i, Feeds.BEACON);
        }
      }
      feeds.pass(120, () -> feeds.chat(ROUTERS));
    }
  }

  @Test
  void who_misses_a_beacon_that_others_hear_is_dead_whatever_else_it_says() {
    rounds(6, ROUTERS);
    assertThat(feeds.of(3).state()).isEqualTo(HealthState.HEALTHY);
    rounds(3, 3);
    assertThat(feeds.of(3).state()).isEqualTo(HealthState.SILENT);
    assertThat(feeds.of(3).reason()).isEqualTo(Reason.BEACON_MISSED);
    assertThat(feeds.of(2).state()).isEqualTo(HealthState.HEALTHY);
    rounds(1, ROUTERS);
    assertThat(feeds.of(3).state()).isEqualTo(HealthState.HEALTHY);
  }

  @Test
  void a_beacon_that_nobody_hears_is_dead_itself() {
    rounds(6, ROUTERS);
    rounds(4, 0);
    for (int i = 0; i < ROUTERS; i++) {
      assertThat(feeds.of(i).state()).isEqualTo(HealthState.HEALTHY);
    }
  }

  @Test
  void who_never_heard_a_beacon_is_not_expected_to() {
    rounds(9, 3);
    assertThat(feeds.of(3).state()).isEqualTo(HealthState.HEALTHY);
  }

  @Test
  void a_beacon_of_every_second_is_none() {
    assertThatThrownBy(() -> new Beacon(Feeds.BEACON, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
