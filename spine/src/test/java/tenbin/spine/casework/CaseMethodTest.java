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
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tenbin.balance.Disclosure;
import tenbin.balance.Plan;
import tenbin.nouns.member.MemberId;
import tenbin.spine.casework.entry.Entry;
import tenbin.spine.casework.entry.EntryBook;
import tenbin.spine.casework.method.CaseMethod;
import tenbin.spine.casework.method.Catalogue;
import tenbin.spine.casework.talk.Cutting;

/** Papers that the members of a case write together. */
final class CaseMethodTest {
  private final CaseBook cases = CaseBook.inMemory();
  private final EntryBook book = EntryBook.inMemory();
  private final CaseMethod method = new CaseMethod(book, new Cutting(CaseScene::members));
  private Instant now = NOON;

  @BeforeEach
  void open_a_case() {
    cases.put(finding("m1", List.of("203.0.113.9"), "aoba", "bizen", "fuji"), TERMS, NOON);
  }

  private CaseBook.Shared shared(Plan viewer) {
    return cases.shared(viewer, viewer.idOf("case", "m1")).orElseThrow();
  }

  private CaseMethod.Outcome write(String member, String technique, String base, String text) {
    now = now.plusSeconds(60);
    Plan viewer = plan(member);
    Entry.Author author = new Entry.Author(new MemberId(member), "person:p@" + member, now);
    return method.write(
        viewer,
        shared(viewer),
        author,
        new CaseMethod.Draft(UUID.randomUUID(), technique, base, text));
  }

  private List<Disclosure> papers(Plan viewer) {
    return method.papers(viewer, shared(viewer));
  }

  private String id(String member) {
    return papers(plan(member)).getFirst().id().toString();
  }

  @Test
  void members_write_on_from_each_others_versions_and_every_version_is_kept() {
    assertThat(write("aoba", "T1498.002", "", "DNS reflection"))
        .isEqualTo(new CaseMethod.Outcome.Written());
    assertThat(write("bizen", "T1498.002", id("bizen"), "DNS and NTP reflection"))
        .isEqualTo(new CaseMethod.Outcome.Written());
    assertThat(papers(plan("fuji")))
        .extracting(each -> each.fact(CaseMethod.TEXT))
        .containsExactly("DNS and NTP reflection");
    assertThat(method.history(plan("fuji"), shared(plan("fuji")), "T1498.002"))
        .extracting(each -> each.fact(CaseMethod.TEXT))
        .containsExactly("DNS and NTP reflection", "DNS reflection");
  }

  @Test
  void whoever_wrote_while_another_did_is_told_what_stands_and_replaces_nothing() {
    write("aoba", "T1190", "", "first");
    String seen = id("fuji");
    write("bizen", "T1190", id("bizen"), "second");
    CaseMethod.Outcome outcome = write("fuji", "T1190", seen, "from the first");
    assertThat(outcome).isInstanceOf(CaseMethod.Outcome.Between.class);
    if (outcome instanceof CaseMethod.Outcome.Between(var stands)) {
      assertThat(stands.orElseThrow().fact(CaseMethod.TEXT)).isEqualTo("second");
    }
    assertThat(papers(plan("aoba")).getFirst().fact(CaseMethod.TEXT)).isEqualTo("second");
    assertThat(write("fuji", "T1190", id("fuji"), "both"))
        .isEqualTo(new CaseMethod.Outcome.Written());
    assertThat(write("aoba", "T1190", "", "again from nothing"))
        .isInstanceOf(CaseMethod.Outcome.Between.class);
  }

  @Test
  void of_versions_of_one_moment_the_one_that_goes_on_from_the_others_stands() {
    Entry.Author author = new Entry.Author(new MemberId("aoba"), "person:p", NOON);
    List<UUID> ids = java.util.stream.Stream.generate(UUID::randomUUID).limit(20).toList();
    for (int i = 0; i < ids.size(); i++) {
      book.add(entry(ids.get(i), author, i == 0 ? null : ids.get(i - 1), "version " + i));
    }
    assertThat(papers(plan("bizen")))
        .extracting(each -> each.fact(CaseMethod.TEXT))
        .containsExactly("version 19");
  }

  @Test
  void an_author_is_named_to_those_whom_it_lets_know_and_its_person_to_its_own() {
    write("fuji", CaseMethod.SUMMARY, "", "they guess passwords, Bizen saw it first");
    Disclosure there = papers(open("aoba", "aoba", "fuji")).getFirst();
    assertThat(there.fact(CaseNames.MEMBER)).isEqualTo("fuji");
    assertThat(there.fact(CaseMethod.TEXT)).doesNotContain("Bizen");
    assertThat(papers(plan("aoba")).getFirst().facts().toString()).doesNotContain("fuji");
    assertThat(papers(plan("fuji")).getFirst().fact(CaseMethod.PERSON)).isEqualTo("person:p@fuji");
  }

  @Test
  void what_rests_on_words_that_a_reader_may_not_have_is_not_there_and_it_goes_on_from_before() {
    cases.put(finding("m1", List.of("203.0.113.9"), "aoba"), TERMS, NOON);
    Entry.Author aoba = new Entry.Author(new MemberId("aoba"), "person:p", NOON);
    Entry.Author stranger =
        new Entry.Author(new MemberId("genkai"), "person:p", NOON.plusSeconds(1));
    UUID first = UUID.randomUUID();
    UUID second = UUID.randomUUID();
    book.add(entry(first, aoba, null, "first"));
    book.add(entry(second, stranger, first, "not to be read"));
    book.add(
        entry(
            UUID.randomUUID(),
            new Entry.Author(aoba.member(), aoba.person(), NOON.plusSeconds(2)),
            second,
            "rests on what is not to be read"));
    assertThat(papers(plan("bizen")))
        .extracting(each -> each.fact(CaseMethod.TEXT))
        .containsExactly("first");
    assertThat(write("bizen", "T1110", id("bizen"), "on from the first"))
        .as("nothing tells of what came between")
        .isEqualTo(new CaseMethod.Outcome.Written());
  }

  private static Entry entry(
      UUID id, Entry.Author author, @org.jspecify.annotations.Nullable UUID parent, String text) {
    return new Entry(
        id,
        "m1",
        Entry.Kind.METHOD,
        Entry.Reach.CIRCLE,
        author,
        "T1110",
        java.util.Optional.ofNullable(parent),
        text);
  }

  @Test
  void a_paper_without_text_is_taken_out_and_its_versions_stay() {
    write("aoba", "T1046", "", "scans");
    write("aoba", "T1046", id("aoba"), "");
    assertThat(papers(plan("aoba"))).isEmpty();
    assertThat(method.history(plan("aoba"), shared(plan("aoba")), "T1046")).hasSize(2);
  }

  @Test
  void every_term_has_an_id_of_its_kind_and_both_names() {
    for (Catalogue each : List.of(Catalogue.TECHNIQUES, Catalogue.MITIGATIONS)) {
      assertThat(each.all())
          .hasSizeGreaterThan(30)
          .allSatisfy(term -> {
            assertThat(each.isId(term.id())).as(term.id()).isTrue();
            assertThat(term.english()).isNotBlank();
            assertThat(term.japanese()).isNotBlank();
          });
    }
    assertThat(Catalogue.TECHNIQUES.find("T1498.002").orElseThrow().name(Locale.JAPANESE))
        .isEqualTo("リフレクション・増幅");
    assertThatThrownBy(() -> new CaseMethod.Draft(UUID.randomUUID(), "M1037", "", "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
