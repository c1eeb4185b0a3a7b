package tenbin.nouns.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentTest {
  @Test
  void every_nanosecond_comes_back() {
    long seed = 64;
    Random random = new Random(seed);
    for (int i = 0; i < 10_000; i++) {
      long nanos = random.nextLong();
      Moment moment = new Moment(nanos, 0);
      assertThat(Moment.of(moment.instant(), 0)).as("seed %d, case %d", seed, i).isEqualTo(moment);
    }
  }

  @Test
  void whole_seconds_have_a_second_of_error() {
    Moment moment = Moment.ofEpochSecond(1);
    assertThat(moment.errorNanos()).isEqualTo(Moment.SECOND);
    assertThat(moment).hasToString("1970-01-01T00:00:01Z");
    assertThat(Moment.ofEpochSecond(-1).epochDay()).isEqualTo(-1);
  }

  @Test
  void what_64_bits_do_not_hold_is_refused() {
    assertThatThrownBy(() -> Moment.of(Instant.parse("9999-12-31T23:59:59Z"), 0))
        .isInstanceOf(DateTimeException.class)
        .hasMessageContaining("9999");
  }

  @Test
  void a_validity_holds_from_its_first_instant_to_before_its_end() {
    Instant from = Instant.parse("2026-01-01T00:00:00Z");
    Instant to = Instant.parse("2026-02-01T00:00:00Z");
    Validity january = new Validity(from, to);
    assertThat(january.holdsAt(from)).isTrue();
    assertThat(january.holdsAt(from.minusNanos(1))).isFalse();
    assertThat(january.holdsAt(to)).isFalse();
    assertThat(january.overlaps(Validity.since(to))).isFalse();
    assertThat(january.overlaps(Validity.since(to.minusNanos(1)))).isTrue();
    assertThat(Validity.ALWAYS.end()).isEmpty();
    assertThatThrownBy(() -> new Validity(to, to)).hasMessageContaining("ends before it begins");
  }
}
