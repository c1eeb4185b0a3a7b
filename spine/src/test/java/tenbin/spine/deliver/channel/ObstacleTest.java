package tenbin.spine.deliver.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.spine.deliver.channel.Obstacle.Cause;

class ObstacleTest {
  @ParameterizedTest
  @EnumSource(value = Cause.class, mode = EnumSource.Mode.EXCLUDE, names = "OTHER")
  void every_cause_has_its_own_words_in_both_languages_with_the_detail_in_them(Cause cause) {
    Obstacle obstacle = new Obstacle(cause, "detail 17");
    String en = obstacle.in(Locale.ENGLISH);
    String ja = obstacle.in(Locale.JAPANESE);
    assertThat(en).isNotEqualTo(ja).contains("detail 17").doesNotContain("{}");
    assertThat(ja).contains("detail 17").doesNotContain("{}");
    assertThat(ja.codePoints().anyMatch(c -> c > 0x2fff)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(Cause.class)
  void what_is_stored_is_read_again(Cause cause) {
    Obstacle obstacle = new Obstacle(cause, "a: b");
    assertThat(Obstacle.of(obstacle.text())).isEqualTo(obstacle);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "the receiver answered with status 500", "TLS with x failed: y"})
  void words_from_before_are_kept_as_they_are(String words) {
    assertThat(Obstacle.of(words).in(Locale.JAPANESE)).isEqualTo(words);
  }
}
