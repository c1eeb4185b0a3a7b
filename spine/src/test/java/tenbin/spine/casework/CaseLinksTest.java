package tenbin.spine.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static tenbin.spine.casework.CaseScene.NOON;
import static tenbin.spine.casework.CaseScene.TERMS;
import static tenbin.spine.casework.CaseScene.finding;
import static tenbin.spine.casework.CaseScene.members;
import static tenbin.spine.casework.CaseScene.plan;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tenbin.balance.Disclosure;
import tenbin.balance.Plan;
import tenbin.nouns.casework.AnswerState;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.casework.talk.CaseTalk;
import tenbin.spine.casework.talk.Cutting;
import tenbin.spine.casework.talk.Voices;

/**
 * Cases that are joined and divided, and what each member has of it; each kind of shelf runs it.
 */
abstract class CaseLinksTest {
  private static final Instant LATER = NOON.plus(Duration.ofHours(1));

  private final CaseBook book = book();
  private final CaseTalk talk =
      new CaseTalk(EntryBook.inMemory(), new Voices(new byte[32]), new Cutting(CaseScene::members));
  private Instant now = NOON;

  abstract CaseBook book();

  private CaseLink.Deed deed() {
    now = now.plusSeconds(60);
    return new CaseLink.Deed("person:office", now);
  }

  private void two() {
    book.put(finding("one", List.of("203.0.113.1"), "aoba", "bizen", "chikuma"), TERMS, NOON);
    book.put(finding("two", List.of("203.0.113.2"), "dewa", "echigo"), TERMS, LATER);
  }

  private List<Disclosure> cases(String member) {
    return book.cases(plan(member));
  }

  private CaseBook.Shared shared(String member, String id) {
    Plan viewer = plan(member);
    return book.shared(viewer, viewer.idOf("case", id)).orElseThrow();
  }

  private List<String> values(String member) {
    return cases(member).getFirst().fact(CaseFacts.VALUES).lines().toList();
  }

  private void answer(String member, AnswerState state) {
    now = now.plusSeconds(60);
    UUID id = cases(member).getFirst().id();
    assertThat(book.answer(plan(member), id, state, "", now)).isPresent();
  }

  private void say(String member, String id, String text) {
    now = now.plusSeconds(60);
    talk.say(
        shared(member, id).circle(),
        new Entry.Author(new MemberId(member), "person:p", now),
        new CaseTalk.Words(UUID.randomUUID(), Entry.Reach.CIRCLE, text));
  }

  private List<String> heard(String member, String id) {
    return talk.page(plan(member), shared(member, id), 0, 99).comments().stream()
        .map(each -> each.fact(CaseTalk.TEXT))
        .toList();
  }

  private Map<String, Set<String>> circles() {
    return book.matrix().stream()
        .collect(
            Collectors.toMap(
                each -> each.finding().id().replaceAll("/.*", ""),
                each ->
                    each.states().keySet().stream()
                        .map(MemberId::text)
                        .collect(Collectors.toCollection(TreeSet::new))));
  }

  @Test
  void joined_cases_are_one_for_all_whom_either_concerned_and_an_old_link_finds_it() {
    two();
    assertThat(book.links().join("two", "one", deed())).isPresent();
    assertThat(circles()).containsOnlyKeys("one");
    assertThat(values("dewa")).containsExactly("203.0.113.1", "203.0.113.2");
    assertThat(shared("dewa", "two").seen().id()).isEqualTo(shared("dewa", "one").seen().id());
    assertThat(cases("aoba")).hasSize(1);
  }

  @Test
  void undone_every_case_is_what_it_was_and_what_was_answered_meanwhile_counts() {
    two();
    CaseLink link = book.links().join("two", "one", deed()).orElseThrow();
    answer("dewa", AnswerState.FIXED);
    answer("aoba", AnswerState.CHECKING);
    assertThat(book.links().undo(link.id(), deed())).isTrue();
    assertThat(book.links().undo(link.id(), deed())).as("twice").isFalse();
    assertThat(circles())
        .containsEntry("one", Set.of("aoba", "bizen", "chikuma"))
        .containsEntry("two", Set.of("dewa", "echigo"));
    assertThat(values("dewa")).containsExactly("203.0.113.2");
    assertThat(cases("dewa").getFirst().fact(CaseFacts.ANSWER)).isEqualTo("fixed");
    assertThat(cases("aoba").getFirst().fact(CaseFacts.ANSWER)).isEqualTo("checking");
    assertThat(book.links().all()).hasSize(1).noneMatch(CaseLink::stands);
  }

  @Test
  void what_was_said_before_stays_with_those_who_were_there_and_what_is_said_then_is_for_all() {
    two();
    say("aoba", "one", "before, in one");
    say("dewa", "two", "before, in two");
    CaseLink link = book.links().join("two", "one", deed()).orElseThrow();
    say("bizen", "one", "together");
    say("echigo", "one", "together too");
    assertThat(heard("aoba", "one")).containsExactly("together too", "together", "before, in one");
    assertThat(heard("dewa", "one")).containsExactly("together too", "together", "before, in two");
    book.links().undo(link.id(), deed());
    assertThat(heard("echigo", "two"))
        .as("of those who are still in its circle")
        .containsExactly("together too", "before, in two");
    assertThat(heard("aoba", "one")).contains("together", "before, in one");
  }

  @Test
  void a_divided_case_is_two_and_nobody_of_the_one_sees_the_other() {
    two();
    answer("aoba", AnswerState.SEEN);
    CaseLink link = book.links().split("one", members("aoba"), deed()).orElseThrow();
    assertThat(circles())
        .containsEntry("one", Set.of("bizen", "chikuma"))
        .containsEntry("split", Set.of("aoba"));
    assertThat(cases("aoba")).hasSize(1);
    assertThat(cases("aoba").getFirst().fact(CaseFacts.ANSWER)).isEqualTo("seen");
    assertThat(cases("aoba").getFirst().fact(CaseFacts.SEEN_BY)).isEqualTo("ONLY_YOU");
    assertThat(shared("aoba", "one").seen().id()).isEqualTo(cases("aoba").getFirst().id());
    answer("aoba", AnswerState.FIXED);
    assertThat(book.links().undo(link.id(), deed())).isTrue();
    assertThat(circles()).containsEntry("one", Set.of("aoba", "bizen", "chikuma"));
    assertThat(cases("aoba").getFirst().fact(CaseFacts.ANSWER)).isEqualTo("fixed");
  }

  @Test
  void what_makes_no_sense_is_refused_and_changes_nothing() {
    two();
    assertThat(book.links().join("one", "one", deed())).isEmpty();
    assertThat(book.links().join("one", "never", deed())).isEmpty();
    assertThat(book.links().split("one", members("aoba", "bizen", "chikuma"), deed())).isEmpty();
    assertThat(book.links().split("one", members("dewa"), deed())).isEmpty();
    assertThat(book.links().split("one", Set.of(), deed())).isEmpty();
    CaseLink link = book.links().join("two", "one", deed()).orElseThrow();
    assertThat(book.links().join("one", "two", deed())).as("gone into the other").isEmpty();
    assertThat(book.links().split("one", members("aoba"), deed())).as("joined").isEmpty();
    assertThat(book.links().all()).containsExactly(link);
  }

  @Test
  void a_case_that_grows_while_it_is_joined_grows_in_the_one_that_it_went_into() {
    two();
    book.links().join("two", "one", deed());
    book.put(finding("two", List.of("203.0.113.3"), "fuji"), TERMS, LATER);
    assertThat(values("fuji")).contains("203.0.113.1", "203.0.113.3");
    assertThat(circles()).containsOnlyKeys("one");
  }
}
