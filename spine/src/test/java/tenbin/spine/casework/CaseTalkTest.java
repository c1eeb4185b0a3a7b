package tenbin.spine.casework;

import static org.assertj.core.api.Assertions.assertThat;
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
import tenbin.balance.Disclosure;
import tenbin.balance.Plan;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.casework.talk.CaseTalk;
import tenbin.spine.casework.talk.Cutting;
import tenbin.spine.casework.talk.Hand;
import tenbin.spine.casework.talk.Voices;

/** What is said in a case, and who reads it; each kind of book runs it. */
abstract class CaseTalkTest {
  private final CaseBook cases = CaseBook.inMemory();
  private final EntryBook book = book();
  private final CaseTalk talk =
      new CaseTalk(book, new Voices(new byte[32]), new Cutting(CaseScene::members));
  private final Hand hand = new Hand(book);
  private final String caseId = "talk-" + UUID.randomUUID();

  abstract EntryBook book();

  @BeforeEach
  void open_a_case() {
    cases.put(finding(caseId, List.of("203.0.113.9"), "aoba", "bizen", "fuji"), TERMS, NOON);
  }

  private CaseBook.Shared shared(Plan viewer) {
    return cases.shared(viewer, viewer.idOf("case", caseId)).orElseThrow();
  }

  private boolean say(String member, Entry.Reach reach, Instant at, String text) {
    return say(member, UUID.randomUUID(), reach, at, text);
  }

  private boolean say(String member, UUID once, Entry.Reach reach, Instant at, String text) {
    Entry.Author author = new Entry.Author(new MemberId(member), "person:p@" + member, at);
    return talk.say(shared(plan(member)).circle(), author, new CaseTalk.Words(once, reach, text));
  }

  private List<String> texts(Plan viewer, int skip, int most) {
    return read(viewer, skip, most).stream().map(each -> each.fact(CaseTalk.TEXT)).toList();
  }

  private List<Disclosure> read(Plan viewer, int skip, int most) {
    return talk.page(viewer, shared(viewer), skip, most).comments();
  }

  @Test
  void the_circle_reads_what_is_said_to_it_newest_first_and_nobody_learns_by_whom() {
    say("aoba", Entry.Reach.CIRCLE, NOON, "first");
    say("fuji", Entry.Reach.CIRCLE, NOON.plusSeconds(60), "second");
    assertThat(texts(plan("bizen"), 0, 9)).containsExactly("second", "first");
    assertThat(texts(plan("bizen"), 1, 9)).containsExactly("first");
    assertThat(read(plan("bizen"), 0, 9).toString()).doesNotContain("aoba", "fuji");
    assertThat(read(plan("bizen"), 0, 9))
        .allSatisfy(each -> {
          assertThat(each.fact(CaseNames.MEMBER)).isEmpty();
          assertThat(each.fact(CaseTalk.PERSON)).isEmpty();
        });
  }

  @Test
  void a_member_speaks_by_one_sign_in_a_case_to_all_and_by_its_name_to_those_whom_it_lets_know() {
    say("fuji", Entry.Reach.CIRCLE, NOON, "one");
    say("fuji", Entry.Reach.CIRCLE, NOON.plusSeconds(60), "two");
    say("bizen", Entry.Reach.CIRCLE, NOON.plusSeconds(90), "three");
    List<String> signs =
        read(plan("aoba"), 0, 9).stream().map(each -> each.fact(CaseTalk.VOICE)).toList();
    assertThat(signs.get(1)).isEqualTo(signs.get(2)).isNotEqualTo(signs.get(0));
    assertThat(read(plan("bizen"), 0, 9))
        .last()
        .extracting(each -> each.fact(CaseTalk.VOICE))
        .isEqualTo(signs.get(2));
    assertThat(read(open("aoba", "aoba", "fuji"), 0, 9))
        .extracting(each -> each.fact(CaseNames.MEMBER))
        .containsExactly("", "fuji", "fuji");
  }

  @Test
  void what_is_for_ones_own_organisation_is_read_and_counted_by_nobody_else() {
    say("aoba", Entry.Reach.OWN, NOON, "it was our printer");
    assertThat(texts(plan("aoba"), 0, 9)).containsExactly("it was our printer");
    assertThat(read(plan("aoba"), 0, 9).getFirst().fact(CaseTalk.PERSON))
        .isEqualTo("person:p@aoba");
    assertThat(talk.page(plan("bizen"), shared(plan("bizen")), 0, 9).all()).isZero();
  }

  @Test
  void others_read_no_names_of_members_and_no_ways_to_reach_a_person() {
    String text = "Chikuma has it too, ask taro@aoba.example or 03-1234-5678, our 10.1.2.3";
    say("aoba", Entry.Reach.CIRCLE, NOON, text);
    assertThat(texts(plan("bizen"), 0, 9).getFirst())
        .doesNotContainIgnoringCase("chikuma")
        .doesNotContain("taro", "aoba", "1234", "10.1.2.3")
        .contains("has it too, ask");
    assertThat(texts(plan("aoba"), 0, 9)).containsExactly(text);
    assertThat(texts(open("bizen", "aoba", "bizen"), 0, 9).getFirst())
        .as("a name that the reader knows stays")
        .doesNotContainIgnoringCase("chikuma");
  }

  @Test
  void the_same_sent_twice_is_one_comment() {
    UUID once = UUID.randomUUID();
    say("aoba", once, Entry.Reach.CIRCLE, NOON, "once");
    say("aoba", once, Entry.Reach.CIRCLE, NOON.plusSeconds(5), "once");
    assertThat(texts(plan("aoba"), 0, 9)).containsExactly("once");
  }

  @Test
  void a_reader_goes_on_behind_the_comment_that_it_had_last_by_its_own_id() {
    for (int i = 0; i < 7; i++) {
      say(i % 2 == 0 ? "aoba" : "fuji", Entry.Reach.CIRCLE, NOON.plusSeconds(60L * i), "c" + i);
    }
    UUID last = read(plan("bizen"), 0, 3).getLast().id();
    int place = talk.placeAfter(plan("bizen"), shared(plan("bizen")), last);
    assertThat(texts(plan("bizen"), place, 2)).containsExactly("c3", "c2");
    assertThat(talk.placeAfter(plan("aoba"), shared(plan("aoba")), last)).as("not its id").isZero();
  }

  @Test
  void a_hand_over_is_known_to_the_own_organisation_alone() {
    Entry.Author author = new Entry.Author(new MemberId("aoba"), "person:p@aoba", NOON);
    CaseCircle circle = shared(plan("aoba")).circle();
    hand.over(circle, author, UUID.randomUUID(), "desk@aoba", "please call the customer");
    Entry.Author later = new Entry.Author(author.member(), author.person(), NOON.plusSeconds(9));
    hand.over(circle, later, UUID.randomUUID(), "", "");
    assertThat(hand.of(plan("aoba"), circle))
        .extracting(each -> each.fact(Hand.TO))
        .containsExactly("", "desk@aoba");
    assertThat(hand.of(plan("bizen"), shared(plan("bizen")).circle())).isEmpty();
  }
}
