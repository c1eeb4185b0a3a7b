package tenbin.spine.casework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tenbin.spine.casework.CaseScene.NOON;
import static tenbin.spine.casework.CaseScene.TERMS;
import static tenbin.spine.casework.CaseScene.finding;
import static tenbin.spine.casework.CaseScene.open;
import static tenbin.spine.casework.CaseScene.plan;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenbin.balance.Plan;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.casework.method.Adoption;
import tenbin.spine.casework.method.CaseDefence;
import tenbin.spine.casework.talk.Cutting;

/** Countermeasures of a case, and who adopted them. */
final class CaseDefenceTest {
  private final CaseBook cases = CaseBook.inMemory();
  private final CaseDefence defence =
      new CaseDefence(EntryBook.inMemory(), new Cutting(CaseScene::members));
  private Instant now = NOON;

  @BeforeEach
  void open_a_case() {
    cases.put(
        finding("d1", List.of("203.0.113.9"), "aoba", "bizen", "chikuma", "dewa", "echigo", "fuji"),
        TERMS,
        NOON);
    defence.propose(
        shared(plan("bizen")).circle(), author("bizen"), UUID.randomUUID(), "M1037", "drop 53/udp");
  }

  private CaseBook.Shared shared(Plan viewer) {
    return cases.shared(viewer, viewer.idOf("case", "d1")).orElseThrow();
  }

  private Entry.Author author(String member) {
    now = now.plusSeconds(60);
    return new Entry.Author(new MemberId(member), "person:p@" + member, now);
  }

  private void adopt(String member, String state, String since) {
    Plan viewer = plan(member);
    Adoption adoption = Adoption.tryParse(state, "all", since).orElseThrow();
    UUID shown = only(viewer).measure().id();
    assertThat(
            defence.adopt(
                viewer, shared(viewer), author(member), UUID.randomUUID(), shown, adoption))
        .contains(true);
  }

  private CaseDefence.Measure only(Plan viewer) {
    List<CaseDefence.Measure> all = defence.of(viewer, shared(viewer));
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  @Test
  void a_member_sees_its_own_last_word_and_since_when() {
    adopt("aoba", "planned", "2026-05-01");
    adopt("aoba", "done", "2026-04-01");
    assertThat(only(plan("aoba")).measure().fact(CaseDefence.OWN_STATE)).isEqualTo("done");
    assertThat(only(plan("aoba")).measure().fact(CaseDefence.OWN_SINCE)).isEqualTo("2026-04-01");
    assertThat(only(plan("fuji")).measure().fact(CaseDefence.OWN_STATE)).isEmpty();
  }

  @Test
  void the_others_are_named_only_where_they_let_it_be_known() {
    adopt("fuji", "done", "2026-04-01");
    adopt("bizen", "declined", "2026-04-02");
    assertThat(only(plan("aoba")).named()).isEmpty();
    List<tenbin.balance.Disclosure> named = only(open("aoba", "aoba", "fuji")).named();
    assertThat(named).hasSize(1);
    assertThat(named.getFirst().fact(CaseNames.MEMBER)).isEqualTo("fuji");
    assertThat(named.getFirst().fact(CaseDefence.ADOPTION)).isEqualTo("done");
    assertThat(named.getFirst().fact(CaseDefence.SINCE)).isEqualTo("2026-04-01");
  }

  @Test
  void of_the_rest_a_state_is_told_where_three_of_five_share_it_and_never_of_fewer() {
    adopt("bizen", "done", "2026-04-01");
    adopt("chikuma", "done", "2026-04-01");
    assertThat(only(plan("aoba")).measure().fact(CaseDefence.OTHERS)).isEmpty();
    adopt("dewa", "done", "2026-04-01");
    assertThat(only(plan("aoba")).measure().fact(CaseDefence.OTHERS)).isEqualTo("done: 3 or more");
    assertThat(only(open("aoba", "aoba", "dewa")).measure().fact(CaseDefence.OTHERS))
        .as("one of the three is named: two are left")
        .isEmpty();
  }

  @Test
  void a_countermeasure_is_known_by_the_readers_own_id_and_has_words() {
    UUID ofBizen = only(plan("bizen")).measure().id();
    Plan aoba = plan("aoba");
    Adoption done = Adoption.tryParse("done", "all", "2026-04-01").orElseThrow();
    assertThat(defence.adopt(aoba, shared(aoba), author("aoba"), UUID.randomUUID(), ofBizen, done))
        .isEmpty();
    CaseCircle circle = shared(aoba).circle();
    assertThatThrownBy(
            () -> defence.propose(circle, author("aoba"), UUID.randomUUID(), "T1110", "x"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Adoption.tryParse("done", "all", "soon")).isEmpty();
    assertThat(Adoption.tryParse("so so", "all", "2026-04-01")).isEmpty();
  }
}
