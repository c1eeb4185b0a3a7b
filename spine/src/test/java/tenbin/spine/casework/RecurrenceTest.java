package tenbin.spine.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.casework.CaseScene.NOON;
import static tenbin.spine.casework.CaseScene.TERMS;
import static tenbin.spine.casework.CaseScene.finding;
import static tenbin.spine.casework.CaseScene.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenbin.balance.Plan;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.observation.Kind;
import tenbin.nouns.observation.Rsit;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.casework.method.Adoption;
import tenbin.spine.casework.method.CaseDefence;
import tenbin.spine.casework.method.CaseMethod;
import tenbin.spine.casework.method.Recurrence;
import tenbin.spine.casework.talk.Cutting;
import tenbin.spine.correlate.Finding;

/** Where the same cause struck before, and whose lesson was not applied. */
final class RecurrenceTest {
  private static final List<String> VALUES = List.of("203.0.113.9");
  private static final String[] ALL = {"aoba", "bizen", "chikuma", "dewa", "echigo", "fuji"};
  private static final Instant BEFORE = NOON.minus(Duration.ofDays(90));

  private final CaseBook cases = CaseBook.inMemory();
  private final EntryBook book = EntryBook.inMemory();
  private final Cutting cutting = new Cutting(CaseScene::members);
  private final CaseMethod method = new CaseMethod(book, cutting);
  private final CaseDefence defence = new CaseDefence(book, cutting);
  private final Recurrence recurrence = new Recurrence(cases, method, defence);
  private Instant now = BEFORE;

  @BeforeEach
  void open_the_case_of_today() {
    cases.put(finding("today", VALUES, ALL), TERMS, NOON);
  }

  private CaseBook.Shared shared(Plan viewer, String id) {
    return cases.shared(viewer, viewer.idOf("case", id)).orElseThrow();
  }

  private List<Recurrence.Earlier> earlier(String member) {
    return recurrence.of(plan(member), shared(plan(member), "today"));
  }

  private Entry.Author author(String member) {
    now = now.plusSeconds(60);
    return new Entry.Author(new MemberId(member), "person:p@" + member, now);
  }

  private void propose(String member, String caseId) {
    CaseCircle circle = shared(plan(member), caseId).circle();
    defence.propose(circle, author(member), UUID.randomUUID(), "M1051", "update the firmware");
  }

  private void done(String member, String caseId) {
    Plan viewer = plan(member);
    CaseBook.Shared then = shared(viewer, caseId);
    UUID measure = defence.of(viewer, then).getFirst().measure().id();
    Adoption adoption = Adoption.tryParse("done", "all", "2026-01-10").orElseThrow();
    defence.adopt(viewer, then, author(member), UUID.randomUUID(), measure, adoption);
  }

  @Test
  void the_same_family_and_class_before_is_found_and_its_lesson_is_open_until_it_is_done() {
    cases.put(finding("then", VALUES, ALL), TERMS, BEFORE);
    propose("bizen", "then");
    Recurrence.Earlier found = earlier("aoba").getFirst();
    assertThat(found.causes())
        .containsExactlyInAnyOrder(Recurrence.Cause.FAMILY, Recurrence.Cause.CLASS);
    assertThat(found.lessons()).hasSize(1).noneMatch(Recurrence.Lesson::isApplied);
    done("aoba", "then");
    assertThat(earlier("aoba").getFirst().lessons()).allMatch(Recurrence.Lesson::isApplied);
    assertThat(earlier("fuji").getFirst().lessons()).noneMatch(Recurrence.Lesson::isApplied);
  }

  @Test
  void that_others_left_it_open_is_told_of_three_of_five_and_never_of_fewer() {
    cases.put(finding("then", VALUES, ALL), TERMS, BEFORE);
    propose("bizen", "then");
    assertThat(open("aoba")).isEqualTo("3 or more");
    done("bizen", "then");
    done("chikuma", "then");
    assertThat(open("aoba")).isEqualTo("3 or more");
    done("dewa", "then");
    assertThat(open("aoba")).as("two are left").isEmpty();
  }

  private String open(String member) {
    return earlier(member).getFirst().lessons().getFirst().others().fact(Recurrence.OTHERS_OPEN);
  }

  @Test
  void a_case_that_did_not_concern_the_member_is_not_looked_at() {
    cases.put(finding("then", VALUES, "bizen", "fuji"), TERMS, BEFORE);
    assertThat(earlier("aoba")).isEmpty();
    assertThat(earlier("fuji")).hasSize(1);
  }

  @Test
  void a_later_case_and_one_of_another_cause_are_not_the_same_again() {
    cases.put(finding("later", VALUES, ALL), TERMS, NOON.plusSeconds(1));
    cases.put(other("other"), TERMS, BEFORE);
    assertThat(earlier("aoba")).isEmpty();
  }

  private static Finding other(String id) {
    Finding like = finding(id, VALUES, "aoba", "bizen");
    return new Finding(
        id,
        like.detector(),
        new Kind(Rsit.SCANNER, "ssh", "else"),
        like.members(),
        like.values(),
        like.from(),
        like.to(),
        like.sightings(),
        like.score(),
        like.why());
  }

  @Test
  void a_technique_that_people_wrote_into_both_makes_them_the_same() {
    cases.put(other("other"), TERMS, BEFORE);
    for (String id : List.of("other", "today")) {
      Plan viewer = plan("bizen");
      method.write(
          viewer,
          shared(viewer, id),
          author("bizen"),
          new CaseMethod.Draft(UUID.randomUUID(), "T1110.001", "", "guesses"));
    }
    assertThat(earlier("aoba")).hasSize(1);
    assertThat(earlier("aoba").getFirst().causes()).containsExactly(Recurrence.Cause.METHOD);
    assertThat(earlier("aoba").getFirst().techniques()).containsExactly("T1110.001");
  }
}
