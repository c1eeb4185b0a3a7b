package tenbin.web.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import tenbin.web.problem.ProblemWriter;

/** How many requests a member's programs may send, whatever the clock does. */
class PaceTest {
  private final MovedClock clock = new MovedClock();
  private final Pace pace = new Pace(clock, new ProblemWriter());

  @Test
  void a_burst_is_let_through_and_then_as_much_as_time_brings() {
    assertThat(taken(Pace.BURST + 50)).isEqualTo(Pace.BURST);
    clock.pass(Duration.ofSeconds(2));
    assertThat(taken(Pace.BURST)).isEqualTo(2 * Pace.PER_SECOND);
    assertThat(pace.takes("hayate")).as("another member's bucket").isTrue();
  }

  @Test
  void nobody_is_locked_out_by_a_clock_that_goes_back() {
    assertThat(taken(10)).isEqualTo(10);
    clock.pass(Duration.ofHours(-1));
    assertThat(taken(Pace.BURST)).as("what was left").isEqualTo(Pace.BURST - 10);
    clock.pass(Duration.ofSeconds(1));
    assertThat(taken(Pace.BURST)).as("filled by the time since").isEqualTo(Pace.PER_SECOND);
  }

  @Test
  void a_clock_that_jumps_ahead_fills_the_bucket_and_no_more() {
    assertThat(taken(Pace.BURST)).isEqualTo(Pace.BURST);
    clock.pass(Duration.ofDays(400));
    assertThat(taken(2 * Pace.BURST)).isEqualTo(Pace.BURST);
  }

  @Test
  void a_lock_of_failed_sign_ins_ends_when_the_clock_goes_back_far() {
    Lockout lockout = new Lockout(clock);
    for (int i = 0; i < Lockout.MOST_PER_LOGIN_AND_ADDRESS; i++) {
      lockout.failed("desk", "192.0.2.1");
    }
    clock.pass(Duration.ofMinutes(-14));
    assertThat(lockout.allows("desk", "192.0.2.1")).isFalse();
    clock.pass(Duration.ofHours(-1));
    assertThat(lockout.allows("desk", "192.0.2.1")).isTrue();
  }

  private int taken(int tries) {
    int taken = 0;
    for (int i = 0; i < tries; i++) {
      taken += pace.takes("aozora") ? 1 : 0;
    }
    return taken;
  }

  /** A clock that a test moves, back too. */
  private static final class MovedClock extends Clock {
    private Instant now = Instant.parse("2026-03-25T06:00:00Z");

    void pass(Duration time) {
      now = now.plus(time);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      throw new UnsupportedOperationException("the hub asks for instants only");
    }
  }
}
