package tenbin.spine.deliver.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @ParameterizedTest
  @CsvSource({
    "daily 07 Asia/Tokyo, 2026-03-24T06:00:00Z, 2026-03-24T22:00:00Z",
    "daily 07 Asia/Tokyo, 2026-03-24T22:00:00Z, 2026-03-25T22:00:00Z",
    "daily 02 Europe/Berlin, 2026-03-28T12:00:00Z, 2026-03-29T01:00:00Z",
    "daily 02 Europe/Berlin, 2026-03-29T01:00:00Z, 2026-03-30T00:00:00Z",
    "hourly, 2026-03-24T06:00:00Z, 2026-03-24T07:00:00Z",
    "hourly, 2026-03-24T06:59:59Z, 2026-03-24T07:00:00Z",
    "at-once, 2026-03-24T06:00:00Z, 2026-03-24T06:00:10Z",
    "rows 100, 2026-03-24T06:00:00Z, 2026-03-24T06:01:00Z"
  })
  void next_look_is_after_this_one_and_the_text_reads_back(String text, Instant now, Instant next) {
    Schedule schedule = Schedule.parse(text);
    assertThat(schedule.next(now)).isEqualTo(next);
    assertThat(schedule).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "daily",
        "daily 24 UTC",
        "daily x UTC",
        "daily 7 Nowhere",
        "rows 0",
        "rows -1",
        "rows 99999999999",
        "weekly",
        "at-once 3"
      })
  void anything_else_is_refused(String text) {
    assertThatThrownBy(() -> Schedule.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("\"" + text + "\"");
  }

  @Test
  void waits_double_up_to_the_longest_and_half_of_each_is_sure() {
    Random random = new Random(7);
    Backoff backoff = new Backoff(Duration.ofSeconds(10), Duration.ofSeconds(60), 5);
    long[] whole = {10, 20, 40, 60, 60, 60};
    for (int failures = 1; failures <= whole.length; failures++) {
      for (int i = 0; i < 100; i++) {
        long millis = backoff.after(failures, random).toMillis();
        assertThat(millis).isBetween(whole[failures - 1] * 500, whole[failures - 1] * 1000);
      }
    }
    assertThat(backoff.after(1_000_000, random)).isPositive();
  }
}
