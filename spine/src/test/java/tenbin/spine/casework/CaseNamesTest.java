package tenbin.spine.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.casework.CaseScene.NOON;
import static tenbin.spine.casework.CaseScene.TERMS;
import static tenbin.spine.casework.CaseScene.finding;
import static tenbin.spine.casework.CaseScene.open;

import java.util.List;
import org.junit.jupiter.api.Test;
import tenbin.balance.Plan;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.MemberId;

/** Who is named to whom in a case: by the two members' own agreement and nothing else. */
final class CaseNamesTest {
  private static final List<String> VALUES = List.of("203.0.113.9");
  private final CaseBook book = CaseBook.inMemory();

  private CaseBook.Shared shared(Plan viewer) {
    return book.shared(viewer, book.cases(viewer).getFirst().id()).orElseThrow();
  }

  private void answer(String member, AnswerState state) {
    Plan plan = open(member, "aoba", "fuji");
    assertThat(book.answer(plan, book.cases(plan).getFirst().id(), state, "our note", NOON))
        .isPresent();
  }

  @Test
  void nobody_is_named_where_nobody_agreed_to_names() {
    book.put(finding("f1", VALUES, "aoba", "bizen"), TERMS, NOON);
    assertThat(shared(CaseScene.plan("aoba")).named()).isEmpty();
    assertThat(CaseNames.wouldName(new MemberId("bizen"), Tlp.AMBER, CaseScene.plan("aoba")))
        .isFalse();
  }

  @Test
  void whoever_agreed_to_names_is_named_with_its_state_and_without_its_note() {
    book.put(finding("f1", VALUES, "aoba", "bizen", "fuji"), TERMS, NOON);
    answer("fuji", AnswerState.CHECKING);
    CaseBook.Shared seen = shared(open("aoba", "aoba", "fuji"));
    assertThat(seen.named()).hasSize(1);
    assertThat(seen.named().getFirst().fact(CaseNames.MEMBER)).isEqualTo("fuji");
    assertThat(seen.named().getFirst().fact(CaseNames.ANSWER)).isEqualTo("checking");
    assertThat(seen.named().getFirst().facts().toString()).doesNotContain("our note");
    assertThat(shared(open("bizen", "aoba", "fuji")).named()).isEmpty();
  }

  @Test
  void a_band_counts_only_those_who_are_not_named_so_nobody_is_left_by_subtracting() {
    book.put(
        finding("f1", VALUES, "aoba", "bizen", "chikuma", "dewa", "echigo", "fuji"), TERMS, NOON);
    assertThat(shared(CaseScene.plan("aoba")).seen().fact(CaseFacts.OTHERS))
        .isEqualTo("silent: 3 or more");
    assertThat(shared(open("aoba", "aoba", "fuji")).seen().fact(CaseFacts.OTHERS))
        .as("five are concerned beside the named one")
        .isEqualTo("silent: 3 or more");
    assertThat(shared(open("aoba", "aoba", "fuji", "echigo")).seen().fact(CaseFacts.OTHERS))
        .as("four are not enough")
        .isEmpty();
  }

  @Test
  void a_members_own_answers_are_its_timeline_and_nobody_elses() {
    book.put(finding("f1", VALUES, "aoba", "fuji"), TERMS, NOON);
    answer("aoba", AnswerState.SEEN);
    answer("aoba", AnswerState.FIXED);
    answer("fuji", AnswerState.AFFECTED);
    assertThat(shared(open("aoba", "aoba", "fuji")).own())
        .extracting(each -> each.fact(CaseDeeds.WORD))
        .containsExactly("seen", "fixed");
  }
}
