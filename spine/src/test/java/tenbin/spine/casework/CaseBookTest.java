package tenbin.spine.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tenbin.spine.casework.CaseScene.DEADLINE;
import static tenbin.spine.casework.CaseScene.NOON;
import static tenbin.spine.casework.CaseScene.TERMS;
import static tenbin.spine.casework.CaseScene.finding;
import static tenbin.spine.casework.CaseScene.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tenbin.balance.Disclosure;
import tenbin.balance.Item;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.member.MemberId;

/** What every case book does; each kind of shelf runs it. */
abstract class CaseBookTest {
  private static final List<String> VALUES = List.of("203.0.113.9", "http://bad.example/x");
  private final CaseBook book = book();

  abstract CaseBook book();

  private Disclosure only(String member) {
    List<Disclosure> cases = book.cases(plan(member));
    assertThat(cases).hasSize(1);
    return cases.getFirst();
  }

  @Test
  void only_the_members_concerned_see_a_case() {
    book.put(finding("f1", VALUES, "aoba", "bizen"), TERMS, NOON);
    assertThat(only("aoba").fact(CaseFacts.VALUES)).contains("203.0.113.9", "bad.example");
    assertThat(only("bizen").fact(CaseFacts.SEEN_BY)).isEqualTo("YOU_AND_OTHERS");
    assertThat(book.cases(plan("chikuma"))).isEmpty();
  }

  @Test
  void nothing_that_a_member_gets_names_another_or_tells_who_answered() {
    book.put(finding("f1", VALUES, "aoba", "bizen"), TERMS, NOON);
    List<Item.Fact> before = only("aoba").facts();
    answer("bizen", AnswerState.AFFECTED, "ours is hit", NOON.plusSeconds(60));
    assertThat(only("aoba").facts()).isEqualTo(before);
    assertThat(before.toString()).doesNotContain("bizen", "analyst");
    assertThat(only("aoba").id()).isNotEqualTo(only("bizen").id());
  }

  @Test
  void two_worlds_that_differ_in_the_other_member_look_the_same() {
    book.put(finding("f1", VALUES, "aoba", "bizen"), TERMS, NOON);
    CaseBook other = CaseBook.inMemory();
    other.put(finding("f1", VALUES, "aoba", "fuji"), TERMS, NOON);
    Disclosure there = other.cases(plan("aoba")).getFirst();
    assertThat(there.facts()).isEqualTo(only("aoba").facts());
    assertThat(there.id()).isEqualTo(only("aoba").id());
  }

  @Test
  void whoever_signed_nothing_shows_and_sees_nothing() {
    book.put(finding("f1", VALUES, "aoba", "outsider"), TERMS, NOON);
    assertThat(book.cases(plan("aoba"))).isEmpty();
    assertThat(book.cases(plan("outsider"))).isEmpty();
    assertThat(book.matrix()).hasSize(1);
  }

  @Test
  void an_answer_is_kept_with_its_history_and_the_same_twice_is_one() {
    book.put(finding("f1", VALUES, "aoba", "bizen"), TERMS, NOON);
    assertThat(only("aoba").fact(CaseFacts.ANSWER)).isEqualTo("silent");
    answer("aoba", AnswerState.SEEN, "", NOON.plusSeconds(10));
    answer("aoba", AnswerState.SEEN, "", NOON.plusSeconds(20));
    answer("aoba", AnswerState.AFFECTED, "two hosts", NOON.plusSeconds(30));
    assertThat(only("aoba").fact(CaseFacts.ANSWER)).isEqualTo("affected");
    assertThat(only("aoba").fact(CaseFacts.NOTE)).isEqualTo("two hosts");
    CaseMatrix matrix = book.matrix().getFirst();
    assertThat(matrix.states())
        .containsEntry(new MemberId("aoba"), AnswerState.AFFECTED)
        .containsEntry(new MemberId("bizen"), AnswerState.SILENT);
    assertThat(matrix.history())
        .extracting(Answer::state)
        .containsExactly(AnswerState.SEEN, AnswerState.AFFECTED);
    assertThat(matrix.history().getFirst().at()).isEqualTo(NOON.plusSeconds(10));
  }

  @Test
  void a_case_is_answered_only_under_the_id_that_the_member_was_shown() {
    book.put(finding("f1", VALUES, "aoba", "bizen"), TERMS, NOON);
    UUID ofBizen = only("bizen").id();
    assertThat(book.answer(plan("aoba"), ofBizen, AnswerState.SEEN, "", NOON)).isEmpty();
    assertThat(book.matrix().getFirst().history()).isEmpty();
    assertThatThrownBy(() -> answer("aoba", AnswerState.SILENT, "", NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_finding_that_grows_stays_one_case_and_keeps_answers_and_deadline() {
    book.put(finding("f1", VALUES, "aoba", "bizen"), TERMS, NOON);
    answer("aoba", AnswerState.CHECKING, "", NOON.plusSeconds(10));
    Instant later = NOON.plusSeconds(3_600);
    book.put(finding("f1", List.of("203.0.113.10"), "bizen", "chikuma"), TERMS, later);
    book.put(finding("f1", List.of("203.0.113.10"), "bizen", "chikuma"), TERMS, later);
    assertThat(book.matrix()).hasSize(1);
    assertThat(only("chikuma").fact(CaseFacts.VALUES).lines()).hasSize(3);
    assertThat(only("aoba").fact(CaseFacts.ANSWER)).isEqualTo("checking");
    assertThat(book.matrix().getFirst().deadline()).isEqualTo(DEADLINE);
  }

  @Test
  void others_answers_are_told_only_of_many_and_only_where_three_say_the_same() {
    book.put(finding("few", VALUES, "aoba", "bizen", "chikuma", "dewa"), TERMS, NOON);
    assertThat(only("aoba").fact(CaseFacts.OTHERS)).isEmpty();
    book.put(finding("few", VALUES, "aoba", "echigo", "fuji"), TERMS, NOON);
    assertThat(only("aoba").fact(CaseFacts.OTHERS)).isEqualTo("silent: 3 or more");
    answer("bizen", AnswerState.FIXED, "", NOON.plusSeconds(1));
    answer("chikuma", AnswerState.FIXED, "", NOON.plusSeconds(2));
    assertThat(only("aoba").fact(CaseFacts.OTHERS)).isEqualTo("silent: 3 or more");
    answer("dewa", AnswerState.FIXED, "", NOON.plusSeconds(3));
    assertThat(only("aoba").fact(CaseFacts.OTHERS)).isEqualTo("fixed: 3 or more");
  }

  @Test
  void the_deadline_tells_date_hour_and_zone() {
    book.put(finding("f1", VALUES, "aoba", "bizen"), TERMS, NOON);
    assertThat(only("aoba").fact(CaseFacts.DEADLINE))
        .isEqualTo("2026-03-26T21:00:00+09:00[Asia/Tokyo]");
    assertThat(only("aoba").fact(CaseFacts.FROM)).isEqualTo("2026-03-24T10:00:00Z");
  }

  @Test
  void reminders_come_at_half_time_at_the_deadline_and_a_day_later_once_each() {
    book.put(finding("f1", VALUES, "aoba", "bizen", "chikuma"), TERMS, NOON);
    answer("aoba", AnswerState.NOT_AFFECTED, "", NOON.plusSeconds(1));
    answer("bizen", AnswerState.CHECKING, "", NOON.plusSeconds(1));
    assertThat(book.due(NOON.plus(Duration.ofHours(23)))).isEmpty();
    Instant halfway = NOON.plus(Duration.ofHours(24));
    assertThat(book.due(halfway)).extracting(Reminder::member).containsExactly(id("chikuma"));
    book.due(halfway).forEach(reminder -> book.reminded(reminder, halfway));
    assertThat(book.due(halfway)).isEmpty();
    Instant due = NOON.plus(Duration.ofDays(2));
    assertThat(book.due(due))
        .extracting(Reminder::member)
        .containsExactly(id("bizen"), id("chikuma"));
    book.due(due).forEach(reminder -> book.reminded(reminder, due));
    assertThat(book.due(NOON.plus(Duration.ofHours(71)))).isEmpty();
    assertThat(book.due(NOON.plus(Duration.ofDays(3))))
        .extracting(Reminder::step)
        .containsExactly(Reminder.Step.OVERDUE, Reminder.Step.OVERDUE);
  }

  private static MemberId id(String member) {
    return new MemberId(member);
  }

  private void answer(String member, AnswerState state, String note, Instant at) {
    assertThat(book.answer(plan(member), only(member).id(), state, note, at)).isPresent();
  }
}
