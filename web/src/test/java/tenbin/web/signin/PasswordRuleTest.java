package tenbin.web.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRuleTest {
  private static final PasswordRule RULE =
      new PasswordRule(
          () -> List.of("Kaede circle", "aozora", "Aozora Net", "青空ネット", "hayate-telecom"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "password1234",
        "P@ssw0rd1234",
        "letmein-letmein",
        "iloveyou1234",
        "qwertyuiop12",
        "1qaz2wsx3edc",
        "123456789012",
        "aaaaaaaaaaaaaaaaaaaaaaaa",
        "abcabcabcabc",
        "2026-11-22-2026",
        "            ",
        "aozora-tenbin-2026",
        "Aozora.Net.2026",
        "tenbin-tenbin-tenbin",
        "hayate.telecom",
        "kaede-circle-1",
        "ren.tanaka.2026",
        "tanaka@aozora",
        "青空ネット青空ネット",
        "青空ネット天秤青空ネット"
      })
  void what_is_usual_or_made_of_names_rows_and_repetitions_is_refused(String password) {
    assertThatThrownBy(() -> RULE.check("ren.tanaka@aozora", password))
        .isInstanceOf(IllegalArgumentException.class);
    if (password.length() >= PasswordRule.LEAST) {
      assertThatThrownBy(() -> RULE.check("ren.tanaka@aozora", password))
          .isInstanceOf(PasswordRule.Guessable.class)
          .hasMessageNotContainingAny("aozora", "tanaka");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "correct horse battery",
        "a password of one's own",
        "xkq9vTz2mmLp",
        "灯台と羊と三角定規の夜明け",
        "quite another lighthouse"
      })
  void words_that_do_not_belong_together_and_random_ones_are_taken(String password) {
    assertThatCode(() -> RULE.check("ren.tanaka@aozora", password)).doesNotThrowAnyException();
  }

  @Test
  void bounds_are_told() {
    assertThatThrownBy(() -> RULE.check("ren", "x8Kq2vT"))
        .hasMessageContaining("12")
        .isNotInstanceOf(PasswordRule.Guessable.class);
    String most = "correct horse battery ".repeat(12).substring(0, PasswordRule.MOST);
    assertThat(most).hasSize(PasswordRule.MOST);
    assertThatCode(() -> RULE.check("ren", most)).doesNotThrowAnyException();
    assertThatThrownBy(() -> RULE.check("ren", most + "x")).hasMessageContaining("256");
  }
}
