package tenbin.wire.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormulasTest {
  private static final String LETTERS = "=+-@'\t\r\n\uFF1D\uFF0B\uFF0D\uFF20 a1.\"";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1+1",
        "-1+1",
        "@SUM(A1)",
        "\t=1+1",
        "\r=1+1",
        "\n=1+1",
        "\uFF1D1+1",
        "\uFF0B1+1",
        "\uFF0D1+1",
        "\uFF20SUM(A1)"
      })
  void what_a_spreadsheet_would_run_begins_with_an_apostrophe(String value) {
    assertThat(Formulas.disarmed(value)).isEqualTo("'" + value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "+81.3", "1=1", "a", "198.51.100.7", "3@4"})
  void numbers_and_words_stay(String value) {
    assertThat(Formulas.disarmed(value)).isEqualTo(value);
  }

  @Test
  void taking_one_apostrophe_away_gives_the_original_of_whatever_was_exported() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 50_000; i++) {
      StringBuilder value = new StringBuilder();
      for (int n = random.nextInt(6); n > 0; n--) {
        value.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
      }
      assertThat(Formulas.original(Formulas.disarmed(value.toString())))
          .as("seed %s", seed)
          .isEqualTo(value.toString());
    }
  }
}
