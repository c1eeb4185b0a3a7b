package tenbin.spine.group;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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

/** Groups over either book: who sees that they are there, who reads what of their minutes. */
abstract class GroupsTest {
  private static final MemberId AOBA = new MemberId("aoba");
  private static final MemberId BIZEN = new MemberId("bizen");
  private static final MemberId CHIKUMA = new MemberId("chikuma");
  private static final MemberId MINISTRY = new MemberId("ministry");
  private static final MemberId OFFICE = new MemberId("office");

  /** Signed nothing. */
  private static final MemberId OUTSIDER = new MemberId("outsider");

  private static final List<MemberId> ALL =
      List.of(AOBA, BIZEN, CHIKUMA, MINISTRY, OFFICE, OUTSIDER);
  private static final LocalDate DAY = LocalDate.of(2026, 3, 20);

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
  private Observers rule = Observers.HEADINGS;

  /** An empty book. */
  abstract GroupBook book();

  private final GroupBook book = book();
  private final Groups groups = new Groups(book, () -> circle(rule), clock);
  private final GroupSight sight = new GroupSight(groups);

  private static Circle circle(Observers rule) {
    List<Member> members = new ArrayList<>();
    for (MemberId id : ALL) {
      MemberClass kind =
          id.equals(MINISTRY)
              ? MemberClass.OBSERVER
              : id.equals(OFFICE) ? MemberClass.SECRETARIAT : MemberClass.COMMITTEE;
      members.add(
          new Member(id, id.text(), id.text(), kind, true, Validity.ALWAYS, List.of(), List.of()));
    }
    WorkingGroup dns =
        new WorkingGroup(
            "dns", "DNS", "DNS部会", "Names", Set.of(AOBA, BIZEN), Period.ofDays(30), rule);
    Agreement agreement =
        new Agreement(
            "membership",
            "Membership",
            EnumSet.of(Purpose.RUN_THE_CIRCLE),
            EnumSet.of(Category.C0, Category.CD),
            Set.of(AOBA, BIZEN, CHIKUMA, MINISTRY, OFFICE),
            Validity.ALWAYS,
            "binder");
    return new Circle("Test", "v1", members, List.of(dns), List.of(agreement), Tlp.AMBER);
  }

  private Plan plan(MemberId member) {
    Request request = new Request(member, Purpose.RUN_THE_CIRCLE, Outlet.PAGE, clock.instant());
    byte[] key = ("the key of only " + member + " and more").getBytes(StandardCharsets.UTF_8);
    return new Balance(Policy.of(circle(rule))).plan(request, new RecipientKey(key));
  }

  private static GroupLine.By by(MemberId member) {
    return new GroupLine.By(member, "person:" + member);
  }

  private Gathering group(MemberId member, String id) {
    return groups.find(member, id).orElseThrow();
  }

  private String opened() {
    Instant until = clock.instant().plus(Duration.ofDays(20));
    return groups.open(
        by(AOBA), UUID.randomUUID(), new GroupLine.Opened("Firmware", "One router", until));
  }

  private boolean minute(MemberId member, String group, String heading) {
    return groups.minute(
        by(member),
        group(member, group),
        UUID.randomUUID(),
        new GroupLine.Minuted(DAY, heading, "body of " + heading));
  }

  /** What somebody reads of a group: "heading" or "heading+body". */
  private List<String> read(MemberId member, String id) {
    return groups.find(member, id).stream()
        .flatMap(group -> sight.minutes(plan(member), group, 0, 9).stream())
        .map(seen ->
            seen.heading().fact(GroupSight.HEADING)
                + seen.body().map(body -> "+" + body.fact(GroupSight.BODY)).orElse(""))
        .toList();
  }

  private Set<MemberId> whoSees(String id) {
    return ALL.stream()
        .filter(each ->
            groups
                .find(each, id)
                .filter(group -> sight.group(plan(each), group).isPresent())
                .isPresent())
        .collect(Collectors.toSet());
  }

  @Test
  void headings_of_a_working_group_go_to_the_circle_and_bodies_to_its_members() {
    assertThat(minute(AOBA, "dns", "First")).isTrue();
    assertThat(minute(CHIKUMA, "dns", "Of a stranger")).isFalse();
    assertThat(read(AOBA, "dns")).containsExactly("First+body of First");
    assertThat(read(BIZEN, "dns")).containsExactly("First+body of First");
    assertThat(read(CHIKUMA, "dns")).containsExactly("First");
    assertThat(read(OFFICE, "dns")).containsExactly("First");
    assertThat(read(OUTSIDER, "dns")).as("who agreed to nothing").isEmpty();
    assertThat(sight.count(plan(OUTSIDER), group(OUTSIDER, "dns"))).as("nor how many").isZero();
  }

  @Test
  void observers_read_what_the_groups_rule_says() {
    minute(AOBA, "dns", "First");
    assertThat(read(MINISTRY, "dns")).containsExactly("First");
    rule = Observers.NOTHING;
    assertThat(read(MINISTRY, "dns")).isEmpty();
    assertThat(sight.count(plan(MINISTRY), group(MINISTRY, "dns"))).isZero();
    assertThat(read(CHIKUMA, "dns")).containsExactly("First");
    rule = Observers.BODIES;
    assertThat(read(MINISTRY, "dns")).containsExactly("First+body of First");
    assertThat(read(CHIKUMA, "dns")).containsExactly("First");
  }

  @Test
  void a_group_among_members_is_there_for_nobody_else_not_even_the_secretariat() {
    String id = opened();
    assertThat(whoSees(id)).containsExactly(AOBA);
    assertThat(groups.invite(by(BIZEN), group(AOBA, id), CHIKUMA)).as("not its own").isFalse();
    assertThat(groups.invite(by(AOBA), group(AOBA, id), BIZEN)).isTrue();
    assertThat(groups.invite(by(AOBA), group(AOBA, id), BIZEN)).as("twice").isFalse();
    assertThat(whoSees(id)).containsExactlyInAnyOrder(AOBA, BIZEN);
    minute(AOBA, id, "Secret");
    assertThat(read(BIZEN, id)).as("invited only").isEmpty();
    assertThat(groups.join(by(BIZEN), group(BIZEN, id))).isTrue();
    assertThat(groups.join(by(BIZEN), group(BIZEN, id))).as("twice").isFalse();
    assertThat(read(BIZEN, id)).containsExactly("Secret+body of Secret");
    assertThat(groups.leave(by(BIZEN), group(BIZEN, id))).isTrue();
    assertThat(whoSees(id)).containsExactly(AOBA);
    assertThat(groups.leave(by(AOBA), group(AOBA, id))).as("who opened it ends it").isFalse();
  }

  @Test
  void invited_sees_purpose_opener_and_members_and_not_who_else_is_asked() {
    String id = opened();
    groups.invite(by(AOBA), group(AOBA, id), BIZEN);
    groups.invite(by(AOBA), group(AOBA, id), CHIKUMA);
    Disclosure seen = sight.group(plan(BIZEN), group(BIZEN, id)).orElseThrow();
    assertThat(seen.fact(GroupSight.PURPOSE)).isEqualTo("One router");
    assertThat(seen.fact(GroupSight.OPENER)).isEqualTo("aoba");
    assertThat(seen.fact(GroupSight.MEMBERS)).isEqualTo("aoba");
    assertThat(seen.fact(GroupSight.OWN)).isEqualTo("invited");
    assertThat(seen.fact(GroupSight.INVITED)).isEmpty();
    assertThat(sight.group(plan(AOBA), group(AOBA, id)).orElseThrow().fact(GroupSight.INVITED))
        .isEqualTo("bizen\nchikuma");
  }

  @Test
  void a_group_that_is_over_is_read_for_ninety_days_and_then_gone() {
    String id = opened();
    minute(AOBA, id, "Secret");
    clock.pass(Duration.ofDays(20));
    assertThat(group(AOBA, id).isOver(clock.instant())).isTrue();
    assertThat(minute(AOBA, id, "Late")).isFalse();
    assertThat(groups.invite(by(AOBA), group(AOBA, id), BIZEN)).isFalse();
    assertThat(read(AOBA, id)).containsExactly("Secret+body of Secret");
    clock.pass(Duration.ofDays(89));
    assertThat(groups.forget(true)).isZero();
    assertThat(groups.forget(false)).isZero();
    clock.pass(Duration.ofDays(2));
    assertThat(groups.find(AOBA, id)).isEmpty();
    assertThat(groups.forget(true)).isEqualTo(1);
    assertThat(groups.forget(false)).isEqualTo(1);
    assertThat(groups.forget(true)).isZero();
  }

  @Test
  void minutes_go_when_their_group_keeps_them_no_longer() {
    minute(AOBA, "dns", "Old");
    clock.pass(Duration.ofDays(20));
    minute(AOBA, "dns", "Old, too");
    groups.minute(
        by(AOBA),
        group(AOBA, "dns"),
        UUID.randomUUID(),
        new GroupLine.Minuted(DAY.plusDays(20), "New", ""));
    assertThat(read(AOBA, "dns"))
        .containsExactly("New", "Old, too+body of Old, too", "Old+body of Old");
    clock.pass(Duration.ofDays(6));
    assertThat(read(AOBA, "dns")).containsExactly("New");
    assertThat(groups.forget(false)).isEqualTo(2);
  }

  @Test
  void end_before_the_time_is_the_openers() {
    String id = opened();
    groups.invite(by(AOBA), group(AOBA, id), BIZEN);
    groups.join(by(BIZEN), group(BIZEN, id));
    assertThat(groups.end(by(BIZEN), group(BIZEN, id))).isFalse();
    assertThat(groups.end(by(AOBA), group(AOBA, id))).isTrue();
    assertThat(group(BIZEN, id).isOver(clock.instant())).isTrue();
    assertThat(groups.leave(by(BIZEN), group(BIZEN, id))).isTrue();
    assertThat(groups.find(BIZEN, id)).isEmpty();
  }

  @Test
  void what_is_no_group_and_what_are_no_minutes_is_refused() {
    Instant now = clock.instant();
    for (GroupLine.Opened wrong :
        List.of(
            new GroupLine.Opened(" ", "x", now.plusSeconds(9)),
            new GroupLine.Opened("x", "", now.plusSeconds(9)),
            new GroupLine.Opened("x", "x", now),
            new GroupLine.Opened("x", "x", now.plus(Groups.LONGEST).plusSeconds(1)),
            new GroupLine.Opened("x".repeat(81), "x", now.plusSeconds(9)))) {
      assertThatThrownBy(() -> groups.open(by(AOBA), UUID.randomUUID(), wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (GroupLine.Minuted wrong :
        List.of(
            new GroupLine.Minuted(DAY, "", "x"),
            new GroupLine.Minuted(DAY.plusDays(30), "x", "x"),
            new GroupLine.Minuted(DAY, "x", "x".repeat(20_001)))) {
      assertThatThrownBy(
              () -> groups.minute(by(AOBA), group(AOBA, "dns"), UUID.randomUUID(), wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(book.deeds()).isEmpty();
  }

  @Test
  void the_same_deed_sent_twice_is_one_and_twenty_can_be_asked() {
    UUID twice = UUID.randomUUID();
    GroupLine.Opened opened = new GroupLine.Opened("x", "x", clock.instant().plusSeconds(9_000));
    assertThat(Stream.of(1, 2).map(each -> groups.open(by(AOBA), twice, opened)).distinct())
        .hasSize(1);
    assertThat(groups.seenBy(AOBA)).hasSize(2);
    GroupLine.Minuted minuted = new GroupLine.Minuted(DAY, "x", "");
    groups.minute(by(AOBA), group(AOBA, "dns"), twice, minuted);
    UUID other = UUID.randomUUID();
    groups.minute(by(AOBA), group(AOBA, "dns"), other, minuted);
    groups.minute(by(AOBA), group(AOBA, "dns"), other, minuted);
    assertThat(read(AOBA, "dns")).hasSize(1);
    assertThat(Optional.of(book.deeds().getFirst().deed())).contains(opened);
    assertThat(groups.invite(by(AOBA), group(AOBA, twice.toString()), new MemberId("nobody")))
        .isFalse();
  }
}
