package tenbin.spine.collect.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tenbin.nouns.casework.AnswerState;

class WordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "seen|SEEN",
        "Seen.|SEEN",
        "確認しました。|SEEN",
        "checking|CHECKING",
        "調査中です。|CHECKING",
        "Affected|AFFECTED",
        "影響あり|AFFECTED",
        "not affected|NOT_AFFECTED",
        "Not affected, none of ours|NOT_AFFECTED",
        "影響なしです|NOT_AFFECTED",
        "FIXED!|FIXED",
        "・対応済み|FIXED",
        "ｆｉｘｅｄ|FIXED",
        "対応済みでした。ありがとう|FIXED"
      })
  void state_word_alone_in_its_clause_counts(String line, AnswerState state) {
    assertThat(StateWords.in("お世話になっております。\n\n" + line + "\nRegards")).contains(state);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "not fixed yet",
        "affected customers: none",
        "seen nothing",
        "we have not seen it",
        "fixed? no",
        "影響ありません",
        "未対応",
        "seen\nfixed",
        "",
        "seen / checking / fixed",
        "affectedness",
        "I fixed"
      })
  void anything_less_clear_is_left_to_a_person(String text) {
    assertThat(StateWords.in(text)).isEmpty();
  }

  @Test
  void quotes_signatures_and_headings_are_left_out() {
    assertThat(Unquoted.of("fixed\r\n\r\n> seen\r\n>> checking\r\nthanks\r\n-- \r\nN.N.\r\nseen"))
        .isEqualTo("fixed\n\nthanks");
    assertThat(Unquoted.of("ok\nOn 2026-03-24, Circle <tenbin@hub.example> wrote:\nseen"))
        .isEqualTo("ok");
    assertThat(
            Unquoted.of("ok\nOn Tue, 24 Mar 2026 at 07:00, Circle\n<t@hub.example> wrote:\nseen"))
        .isEqualTo("ok");
    assertThat(Unquoted.of("はい\n2026年3月24日 輪 さんは書きました:\nseen")).isEqualTo("はい");
    assertThat(Unquoted.of("ok\n-----Original Message-----\nseen")).isEqualTo("ok");
    assertThat(Unquoted.of("ok\n________________________________\nFrom: x\nseen")).isEqualTo("ok");
    assertThat(Unquoted.of("")).isEmpty();
    assertThat(Unquoted.of("x".repeat(100_000) + "\n" + "y\n".repeat(9_000)))
        .hasSizeLessThanOrEqualTo(4_000);
  }
}
