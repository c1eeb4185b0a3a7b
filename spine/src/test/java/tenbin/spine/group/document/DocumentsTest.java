package tenbin.spine.group.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tenbin.balance.Balance;
import tenbin.balance.Disclosure;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Policy;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.WorkingGroup;
import tenbin.nouns.member.WorkingGroup.Observers;
import tenbin.nouns.time.Validity;
import tenbin.spine.deliver.channel.SettableClock;
import tenbin.spine.group.Gathering;
import tenbin.spine.group.GroupBook;
import tenbin.spine.group.GroupLine;
import tenbin.spine.group.Groups;

/** Documents of groups over either book: versions, who has what, removal, the group's retention. */
abstract class DocumentsTest {
  private static final MemberId AOBA = new MemberId("aoba");
  private static final MemberId BIZEN = new MemberId("bizen");
  private static final MemberId CHIKUMA = new MemberId("chikuma");
  private static final MemberId MINISTRY = new MemberId("ministry");

  /** Takes part in the group and signed nothing. */
  private static final MemberId STRANGER = new MemberId("stranger");

  private static final Document.Terms FOR_THE_GROUP =
      new Document.Terms(Tlp.AMBER, Document.Reach.GROUP);
  private static final Document.Terms TITLE_FOR_ALL =
      new Document.Terms(Tlp.GREEN, Document.Reach.CIRCLE);

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
  private Observers rule = Observers.HEADINGS;

  /** An empty book. */
  abstract DocumentBook book();

  private final Groups groups = new Groups(GroupBook.inMemory(), this::circle, clock);
  private final Documents documents = new Documents(book(), groups);
  private final DocumentSight sight = new DocumentSight(documents, groups.readers());

  private Circle circle() {
    List<Member> members = new ArrayList<>();
    for (MemberId id : List.of(AOBA, BIZEN, CHIKUMA, MINISTRY, STRANGER)) {
      MemberClass kind = id.equals(MINISTRY) ? MemberClass.OBSERVER : MemberClass.COMMITTEE;
      members.add(
          new Member(id, id.text(), id.text(), kind, true, Validity.ALWAYS, List.of(), List.of()));
    }
    WorkingGroup dns =
        new WorkingGroup(
            "dns", "DNS", "DNS部会", "Names", Set.of(AOBA, BIZEN, STRANGER), Period.ofDays(30), rule);
    Agreement agreement =
        new Agreement(
            "membership",
            "Membership",
            EnumSet.of(Purpose.RUN_THE_CIRCLE),
            EnumSet.of(Category.C0, Category.CD),
            Set.of(AOBA, BIZEN, CHIKUMA, MINISTRY),
            Validity.ALWAYS,
            "binder");
    return new Circle("Test", "v1", members, List.of(dns), List.of(agreement), Tlp.AMBER);
  }

  private Plan plan(MemberId member) {
    Request request = new Request(member, Purpose.RUN_THE_CIRCLE, Outlet.PAGE, clock.instant());
    byte[] key = ("the key of only " + member + " and more").getBytes(UTF_8);
    return new Balance(Policy.of(circle())).plan(request, new RecipientKey(key));
  }

  private Gathering group() {
    return groups.find(AOBA, "dns").orElseThrow();
  }

  private static GroupLine.By by(MemberId member) {
    return new GroupLine.By(member, "person:" + member);
  }

  private Documents.Outcome put(
      MemberId member, UUID once, Optional<UUID> follows, String title, Document.Terms terms) {
    Documents.Laid laid = new Documents.Laid(once, follows, title, title + ".txt", terms);
    return documents.put(by(member), group(), laid, ("text of " + title).getBytes(UTF_8));
  }

  private UUID kept(MemberId member, String title, Document.Terms terms) {
    UUID once = UUID.randomUUID();
    assertThat(put(member, once, Optional.empty(), title, terms)).isEqualTo(Documents.Outcome.KEPT);
    return once;
  }

  /** "title" for a title alone, "title: file, file" with the versions, newest first. */
  private List<String> seen(MemberId member, boolean reads) {
    return sight.of(plan(member), group(), reads).stream().map(DocumentsTest::words).toList();
  }

  private static String words(DocumentSight.Seen seen) {
    return seen.title()
        .map(each -> each.fact(DocumentSight.TITLE))
        .orElseGet(() ->
            seen.versions().getFirst().fact(DocumentSight.TITLE)
                + ": "
                + String.join(
                    ", ",
                    seen.versions().stream().map(each -> each.fact(DocumentSight.FILE)).toList()));
  }

  private Optional<String> bytes(MemberId member, boolean reads, Disclosure version) {
    return sight
        .open(plan(member), group(), reads, version.id())
        .map(open -> new String(open.bytes(), UTF_8));
  }

  private Disclosure newest(MemberId member) {
    return sight.of(plan(member), group(), true).getFirst().versions().getFirst();
  }

  @Test
  void those_who_read_the_group_have_the_files_and_the_circle_the_titles_that_say_so() {
    kept(AOBA, "Inner", FOR_THE_GROUP);
    kept(AOBA, "Charter", TITLE_FOR_ALL);
    assertThat(seen(BIZEN, true)).containsExactly("Charter: Charter.txt", "Inner: Inner.txt");
    assertThat(seen(BIZEN, false)).as("not named by its member").containsExactly("Charter");
    assertThat(seen(CHIKUMA, true)).as("not of the group").containsExactly("Charter");
    assertThat(seen(STRANGER, true)).as("agreed to nothing with the author").isEmpty();
    assertThat(bytes(BIZEN, true, newest(BIZEN))).contains("text of Charter");
    assertThat(bytes(BIZEN, false, newest(BIZEN))).isEmpty();
    assertThat(bytes(CHIKUMA, true, newest(BIZEN))).isEmpty();
    assertThat(bytes(AOBA, true, newest(BIZEN))).as("under another's id").isEmpty();
    assertThat(newest(BIZEN).fact(DocumentSight.MARKING)).isEqualTo("TLP:GREEN");
    assertThat(newest(BIZEN).fact(DocumentSight.PERSON)).isEmpty();
    assertThat(newest(AOBA).fact(DocumentSight.PERSON)).isEqualTo("person:aoba");
  }

  @Test
  void observers_have_what_the_groups_rule_says() {
    kept(AOBA, "Inner", FOR_THE_GROUP);
    kept(AOBA, "Charter", TITLE_FOR_ALL);
    assertThat(seen(MINISTRY, true)).containsExactly("Charter");
    rule = Observers.NOTHING;
    assertThat(seen(MINISTRY, true)).isEmpty();
    rule = Observers.BODIES;
    assertThat(seen(MINISTRY, true)).containsExactly("Charter: Charter.txt", "Inner: Inner.txt");
  }

  @Test
  void a_new_version_keeps_the_old_ones_and_decides_what_the_circle_reads() {
    UUID charter = kept(AOBA, "Charter", TITLE_FOR_ALL);
    UUID second = UUID.randomUUID();
    put(BIZEN, second, Optional.of(charter), "Charter 2", FOR_THE_GROUP);
    assertThat(seen(AOBA, true)).containsExactly("Charter 2: Charter 2.txt, Charter.txt");
    assertThat(seen(CHIKUMA, true)).as("the newest is the group's alone").isEmpty();
    put(BIZEN, UUID.randomUUID(), Optional.of(charter), "Charter 3", TITLE_FOR_ALL);
    assertThat(seen(CHIKUMA, true)).containsExactly("Charter 3");
    put(BIZEN, second, Optional.of(charter), "Charter 2", FOR_THE_GROUP);
    assertThat(seen(AOBA, true)).as("the same form twice").hasSize(1);
    assertThat(put(AOBA, UUID.randomUUID(), Optional.of(UUID.randomUUID()), "x", FOR_THE_GROUP))
        .isEqualTo(Documents.Outcome.NOT_THERE);
  }

  @Test
  void what_is_removed_leaves_its_trace_and_no_bytes() {
    UUID charter = kept(AOBA, "Charter", TITLE_FOR_ALL);
    put(BIZEN, UUID.randomUUID(), Optional.of(charter), "Charter 2", TITLE_FOR_ALL);
    Disclosure before = newest(AOBA);
    UUID shown = UUID.fromString(before.fact(DocumentSight.DOCUMENT));
    assertThat(sight.find(plan(AOBA), group(), true, shown)).contains(charter);
    assertThat(sight.find(plan(CHIKUMA), group(), true, shown)).isEmpty();
    assertThat(documents.remove(by(CHIKUMA), group(), charter, "x")).isFalse();
    assertThat(documents.remove(by(BIZEN), group(), charter, "wrong paper")).isTrue();
    assertThat(documents.remove(by(BIZEN), group(), charter, "again")).isFalse();
    Disclosure after = newest(AOBA);
    assertThat(after.fact(DocumentSight.WHY)).isEqualTo("wrong paper");
    assertThat(after.fact(DocumentSight.REMOVED_BY)).isEqualTo("bizen");
    assertThat(after.fact(DocumentSight.FILE)).isEmpty();
    assertThat(bytes(AOBA, true, before)).isEmpty();
    assertThat(seen(CHIKUMA, true)).isEmpty();
    assertThat(put(AOBA, UUID.randomUUID(), Optional.of(charter), "x", FOR_THE_GROUP))
        .isEqualTo(Documents.Outcome.NOT_THERE);
  }

  @Test
  void versions_go_when_their_group_keeps_nothing_so_old() {
    UUID charter = kept(AOBA, "Charter", FOR_THE_GROUP);
    clock.pass(Duration.ofDays(20));
    put(AOBA, UUID.randomUUID(), Optional.of(charter), "Charter 2", FOR_THE_GROUP);
    clock.pass(Duration.ofDays(11));
    assertThat(seen(BIZEN, true)).containsExactly("Charter 2: Charter 2.txt");
    assertThat(documents.forget(true)).isEqualTo(1);
    assertThat(documents.forget(false)).isEqualTo(1);
    assertThat(documents.forget(true)).isZero();
    assertThat(put(AOBA, UUID.randomUUID(), Optional.of(charter), "Charter 3", FOR_THE_GROUP))
        .as("the first one is gone, the document is not")
        .isEqualTo(Documents.Outcome.KEPT);
  }

  @Test
  void what_is_no_document_of_a_group_is_refused_and_nothing_is_kept() {
    byte[] text = "text".getBytes(UTF_8);
    for (String name : List.of("page.html", "mail.eml", "night.log", "paper.pdf", "run.exe")) {
      Documents.Laid laid =
          new Documents.Laid(UUID.randomUUID(), Optional.empty(), "x", name, FOR_THE_GROUP);
      assertThat(documents.put(by(AOBA), group(), laid, text))
          .as(name)
          .isEqualTo(Documents.Outcome.WRONG_TYPE);
    }
    Documents.Laid empty =
        new Documents.Laid(UUID.randomUUID(), Optional.empty(), "x", "x.txt", FOR_THE_GROUP);
    assertThat(documents.put(by(AOBA), group(), empty, new byte[0]))
        .isEqualTo(Documents.Outcome.WRONG_SIZE);
    assertThat(documents.put(by(CHIKUMA), group(), empty, text))
        .isEqualTo(Documents.Outcome.NOT_THERE);
    Stream.of("", "x".repeat(121))
        .map(title -> put(AOBA, UUID.randomUUID(), Optional.empty(), title, FOR_THE_GROUP))
        .forEach(each -> assertThat(each).isEqualTo(Documents.Outcome.WRONG_TERMS));
    Document.Terms red = new Document.Terms(Tlp.RED, Document.Reach.GROUP);
    assertThat(put(AOBA, UUID.randomUUID(), Optional.empty(), "x", red))
        .as("for people named one by one")
        .isEqualTo(Documents.Outcome.WRONG_TERMS);
    assertThat(seen(AOBA, true)).isEmpty();
  }

  @Test
  void one_member_lays_as_much_as_it_may_and_keeps_no_other_from_it() {
    for (int i = 0; i < Documents.MOST_OF_ONE; i++) {
      kept(AOBA, "d" + i, FOR_THE_GROUP);
    }
    assertThat(put(AOBA, UUID.randomUUID(), Optional.empty(), "more", FOR_THE_GROUP))
        .isEqualTo(Documents.Outcome.TOO_MANY);
    kept(BIZEN, "mine", FOR_THE_GROUP);
  }
}
