package tenbin.spine.group.role;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
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

/** Roles over either book: who gives them, what they open, and that nothing outlives its term. */
abstract class SeatsTest {
  private static final MemberId AOBA = new MemberId("aoba");
  private static final MemberId BIZEN = new MemberId("bizen");
  private static final MemberId CHIKUMA = new MemberId("chikuma");
  private static final MemberId OFFICE = new MemberId("office");

  /** Takes part in the group and signed nothing. */
  private static final MemberId STRANGER = new MemberId("stranger");

  private static final Caller AOBAS = caller(AOBA, "boss", Caller.Kind.ADMINISTRATOR);
  private static final Caller BIZENS = caller(BIZEN, "boss", Caller.Kind.ADMINISTRATOR);
  private static final Caller SECRETARIAT = caller(OFFICE, "boss", Caller.Kind.ADMINISTRATOR);

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");
  private final Map<String, Instant> gone = new HashMap<>();
  private Set<MemberId> inside = Set.of(AOBA, BIZEN, STRANGER);

  /** An empty book. */
  abstract SeatBook book();

  private final Groups groups = new Groups(GroupBook.inMemory(), this::circle, clock);
  private final SeatBook book = book();
  private final Seats seats =
      new Seats(
          book, seat -> Optional.ofNullable(gone.get(seat.holder().person())), this::circle, clock);
  private final SeatSight sight = new SeatSight(seats, groups.readers());

  private Circle circle() {
    List<Member> members = new ArrayList<>();
    for (MemberId id : List.of(AOBA, BIZEN, CHIKUMA, OFFICE, STRANGER)) {
      MemberClass kind = id.equals(OFFICE) ? MemberClass.SECRETARIAT : MemberClass.COMMITTEE;
      members.add(
          new Member(id, id.text(), id.text(), kind, true, Validity.ALWAYS, List.of(), List.of()));
    }
    WorkingGroup dns =
        new WorkingGroup(
            "dns", "DNS", "DNS部会", "Names", inside, Period.ofDays(30), Observers.NOTHING);
    Agreement agreement =
        new Agreement(
            "membership",
            "Membership",
            EnumSet.of(Purpose.RUN_THE_CIRCLE),
            EnumSet.of(Category.C0, Category.CD),
            Set.of(AOBA, BIZEN, CHIKUMA, OFFICE),
            Validity.ALWAYS,
            "binder");
    return new Circle("Test", "v1", members, List.of(dns), List.of(agreement), Tlp.AMBER);
  }

  private static Caller caller(MemberId member, String person, Caller.Kind kind) {
    return new Caller(new GroupLine.By(member, "person:" + person + "@" + member), kind);
  }

  private static Caller person(MemberId member, String person) {
    return caller(member, person, Caller.Kind.PERSON);
  }

  private Gathering group() {
    return groups.find(AOBA, "dns").orElseThrow();
  }

  private Plan plan(MemberId member) {
    Request request = new Request(member, Purpose.RUN_THE_CIRCLE, Outlet.PAGE, clock.instant());
    byte[] key = ("the key of only " + member + " and more").getBytes(StandardCharsets.UTF_8);
    return new Balance(Policy.of(circle())).plan(request, new RecipientKey(key));
  }

  private UUID named(Caller by, String person) {
    UUID id = UUID.randomUUID();
    Seat.Holder holder =
        new Seat.Holder(by.by().member(), "person:" + person + "@" + by.by().member(), person);
    assertThat(seats.name(by, group(), id, holder, Optional.empty())).isEqualTo(Seats.Outcome.DONE);
    return id;
  }

  private Validity days(int days) {
    return new Validity(clock.instant(), clock.instant().plus(Duration.ofDays(days)));
  }

  private Seats.Outcome give(Caller by, GroupRole role, UUID whom, Validity term) {
    return seats.give(by, group(), UUID.randomUUID(), role, whom, term);
  }

  private Part part(Caller caller) {
    return seats.partOf(group(), caller);
  }

  private Optional<Instant> vacant() {
    return SeatSight.vacantSince(GroupRole.CHAIR, seats.of(group()), clock.instant());
  }

  private List<String> seen(MemberId member) {
    return sight.seats(plan(member), group(), person(member, "x")).stream()
        .map(SeatSight.Shown::told)
        .map(told -> told.fact(SeatSight.ROLE) + " " + told.fact(SeatSight.NAME))
        .toList();
  }

  @Test
  void until_its_member_names_somebody_everybody_reads_and_then_the_named_alone() {
    assertThat(part(person(AOBA, "ami")).reads()).isTrue();
    assertThat(part(person(AOBA, "ami")).writes()).as("as before there were roles").isTrue();
    named(AOBAS, "ami");
    assertThat(part(person(AOBA, "ami")).reads()).isTrue();
    assertThat(part(person(AOBA, "ken")).reads()).isFalse();
    assertThat(part(AOBAS).reads()).as("who looks after them").isTrue();
    assertThat(part(person(BIZEN, "any")).reads()).as("another member's own matter").isTrue();
    assertThat(part(caller(AOBA, "x", Caller.Kind.PROGRAM)).reads()).isTrue();
  }

  @Test
  void the_secretariat_gives_the_chair_and_the_chair_gives_the_rest() {
    UUID ami = named(AOBAS, "ami");
    UUID bunta = named(BIZENS, "bunta");
    Caller chair = person(AOBA, "ami");
    assertThat(give(chair, GroupRole.SECRETARY, bunta, days(9))).isEqualTo(Seats.Outcome.NOT_YOURS);
    assertThat(give(AOBAS, GroupRole.CHAIR, ami, days(9))).isEqualTo(Seats.Outcome.NOT_YOURS);
    assertThat(give(SECRETARIAT, GroupRole.CHAIR, ami, days(9))).isEqualTo(Seats.Outcome.DONE);
    assertThat(give(chair, GroupRole.CHAIR, bunta, days(9))).isEqualTo(Seats.Outcome.NOT_YOURS);
    assertThat(give(chair, GroupRole.PARTICIPANT, bunta, days(9)))
        .isEqualTo(Seats.Outcome.NOT_YOURS);
    assertThat(give(chair, GroupRole.SECRETARY, bunta, days(9))).isEqualTo(Seats.Outcome.DONE);
    assertThat(give(chair, GroupRole.SECRETARY, UUID.randomUUID(), days(9)))
        .isEqualTo(Seats.Outcome.NO_SUCH);
    assertThat(part(person(BIZEN, "bunta")).writes()).isTrue();
    assertThat(part(person(BIZEN, "bunta")).leads()).isFalse();
    named(AOBAS, "ken");
    assertThat(part(person(AOBA, "ken")).writes()).as("a participant reads").isFalse();
    assertThat(part(caller(BIZEN, "x", Caller.Kind.PROGRAM)).writes()).isTrue();
    assertThat(part(SECRETARIAT).writes()).as("leads, and takes no part").isFalse();
  }

  @Test
  void a_role_opens_nothing_from_the_moment_at_which_its_term_is_over() {
    UUID ami = named(AOBAS, "ami");
    give(SECRETARIAT, GroupRole.CHAIR, ami, days(9));
    Caller chair = person(AOBA, "ami");
    clock.pass(Duration.ofDays(9).minusSeconds(1));
    assertThat(part(chair).leads()).isTrue();
    assertThat(vacant()).isEmpty();
    clock.pass(Duration.ofSeconds(1));
    assertThat(part(chair).leads()).isFalse();
    assertThat(part(chair).writes()).as("nobody writes by having had an office").isFalse();
    assertThat(vacant()).contains(clock.instant());
  }

  @Test
  void a_role_ends_with_its_person_and_does_not_come_back_with_it() {
    UUID ami = named(AOBAS, "ami");
    give(SECRETARIAT, GroupRole.CHAIR, ami, days(90));
    Instant left = clock.instant().plusSeconds(60);
    clock.pass(Duration.ofDays(1));
    gone.put("person:ami@aoba", left);
    assertThat(part(person(AOBA, "ami")).leads()).isFalse();
    assertThat(part(person(AOBA, "ami")).reads()).isFalse();
    assertThat(vacant()).contains(left);
    gone.clear();
    assertThat(part(person(AOBA, "ami")).leads()).as("who returns is named anew").isFalse();
    assertThat(seats.of(group())).allMatch(each -> each.end().orElseThrow().why() == Seat.Why.GONE);
  }

  @Test
  void names_go_when_the_role_is_over_for_so_long_and_the_others_of_its_member_read_nothing_new() {
    UUID ami = named(AOBAS, "ami");
    named(BIZENS, "bo");
    give(SECRETARIAT, GroupRole.CHAIR, ami, days(9));
    clock.pass(Duration.ofDays(10));
    seats.end(AOBAS, group(), ami);
    Instant over = clock.instant();
    assertThat(book.countNamesBefore("dns", over)).as("the chair's term alone").isOne();
    Instant later = over.plusSeconds(1);
    clock.pass(Duration.ofDays(400));
    assertThat(book.countNamesBefore("other", later)).isZero();
    assertThat(book.countNamesBefore("dns", later)).isEqualTo(2);
    assertThat(book.forgetNames("dns", later)).isEqualTo(2);
    assertThat(book.countNamesBefore("dns", later)).isZero();
    assertThat(seen(BIZEN)).containsExactlyInAnyOrder("chair ", "participant bo");
    assertThat(seats.of(group()))
        .filteredOn(each -> each.holder().member().equals(AOBA))
        .allMatch(each -> each.holder().person().isEmpty() && each.given().by().person().isEmpty());
    assertThat(part(person(AOBA, "eri")).reads()).as("nobody is named now").isFalse();
    assertThat(part(person(BIZEN, "bo")).reads()).isTrue();
  }

  @Test
  void a_role_ends_when_its_member_leaves_the_group() {
    give(SECRETARIAT, GroupRole.CHAIR, named(AOBAS, "ami"), days(90));
    named(BIZENS, "bunta");
    clock.pass(Duration.ofDays(1));
    inside = Set.of(BIZEN);
    assertThat(part(person(AOBA, "ami")).leads()).isFalse();
    assertThat(vacant()).contains(clock.instant());
    assertThat(seen(BIZEN)).containsExactly("chair ami", "participant bunta");
    assertThat(seen(AOBA)).isEmpty();
  }

  @Test
  void who_participates_no_more_holds_no_office_either() {
    UUID ami = named(AOBAS, "ami");
    give(SECRETARIAT, GroupRole.CHAIR, ami, days(90));
    clock.pass(Duration.ofDays(1));
    assertThat(seats.end(AOBAS, group(), ami)).isEqualTo(Seats.Outcome.DONE);
    assertThat(part(person(AOBA, "ami")).leads()).isFalse();
    assertThat(vacant()).contains(clock.instant());
  }

  @Test
  void who_is_named_again_keeps_its_office_and_gets_a_new_term() {
    UUID ami = named(AOBAS, "ami");
    give(SECRETARIAT, GroupRole.CHAIR, ami, days(90));
    clock.pass(Duration.ofDays(1));
    named(AOBAS, "ami");
    assertThat(part(person(AOBA, "ami")).held())
        .containsExactlyInAnyOrder(GroupRole.CHAIR, GroupRole.PARTICIPANT);
    assertThat(seen(AOBA)).containsExactly("chair ami", "participant ami");
  }

  @Test
  void a_chair_to_come_takes_over_on_its_day_and_who_held_it_stays_readable() {
    give(SECRETARIAT, GroupRole.CHAIR, named(AOBAS, "ami"), days(90));
    UUID bunta = named(BIZENS, "bunta");
    Instant day = clock.instant().plus(Duration.ofDays(10));
    Validity later = new Validity(day, day.plus(Duration.ofDays(300)));
    assertThat(give(SECRETARIAT, GroupRole.CHAIR, bunta, later)).isEqualTo(Seats.Outcome.DONE);
    assertThat(part(person(AOBA, "ami")).leads()).isTrue();
    assertThat(part(person(BIZEN, "bunta")).leads()).isFalse();
    clock.pass(Duration.ofDays(10));
    assertThat(part(person(AOBA, "ami")).leads()).isFalse();
    assertThat(part(person(BIZEN, "bunta")).leads()).isTrue();
    assertThat(seen(BIZEN)).contains("chair ami", "chair bunta");
    assertThat(
            sight.seats(plan(BIZEN), group(), BIZENS).stream()
                .map(SeatSight.Shown::told)
                .filter(each -> each.fact(SeatSight.STATE).equals("over"))
                .map(each -> each.fact(SeatSight.WHY)))
        .containsExactly("replaced");
  }

  @Test
  void somebody_between_two_chairs_holds_it_until_the_next_one_comes() {
    UUID ami = named(AOBAS, "ami");
    UUID bunta = named(BIZENS, "bunta");
    Instant day = clock.instant().plus(Duration.ofDays(10));
    give(SECRETARIAT, GroupRole.CHAIR, bunta, new Validity(day, day.plus(Duration.ofDays(300))));
    give(SECRETARIAT, GroupRole.CHAIR, ami, days(90));
    assertThat(part(person(AOBA, "ami")).leads()).isTrue();
    clock.pass(Duration.ofDays(10));
    assertThat(part(person(AOBA, "ami")).leads()).isFalse();
    assertThat(part(person(BIZEN, "bunta")).leads()).isTrue();
    assertThat(vacant()).isEmpty();
  }

  @Test
  void roles_are_seen_by_the_groups_members_and_the_secretariat_as_the_balance_lets_them() {
    give(SECRETARIAT, GroupRole.CHAIR, named(AOBAS, "ami"), days(90));
    named(caller(STRANGER, "boss", Caller.Kind.ADMINISTRATOR), "sora");
    assertThat(seen(BIZEN)).containsExactly("chair ami", "participant ami");
    assertThat(seen(OFFICE)).containsExactly("chair ami", "participant ami");
    assertThat(seen(CHIKUMA)).as("not of the group").isEmpty();
    assertThat(seen(STRANGER)).as("agreed to nothing").doesNotContain("chair ami");
    assertThat(sight.offices(plan(CHIKUMA), group())).isEmpty();
    Disclosure chair = sight.offices(plan(BIZEN), group()).getFirst();
    assertThat(chair.fact(SeatSight.STATE)).isEqualTo("held");
    assertThat(sight.seats(plan(BIZEN), group(), BIZENS))
        .as("how another's person signs in")
        .allMatch(each -> each.told().fact(SeatSight.PERSON).isEmpty());
  }

  @Test
  void each_ends_what_is_its_own_and_who_leads_ends_the_rest() {
    UUID ami = named(AOBAS, "ami");
    UUID bunta = named(BIZENS, "bunta");
    give(SECRETARIAT, GroupRole.CHAIR, ami, days(90));
    give(SECRETARIAT, GroupRole.VICE_CHAIR, bunta, days(90));
    clock.pass(Duration.ofDays(1));
    Caller vice = person(BIZEN, "bunta");
    UUID chair = only(GroupRole.CHAIR).id();
    assertThat(seats.end(vice, group(), chair)).isEqualTo(Seats.Outcome.NOT_YOURS);
    assertThat(seats.end(BIZENS, group(), ami)).isEqualTo(Seats.Outcome.NOT_YOURS);
    assertThat(seats.end(person(AOBA, "ken"), group(), ami)).isEqualTo(Seats.Outcome.NOT_YOURS);
    assertThat(seats.end(person(AOBA, "ami"), group(), only(GroupRole.VICE_CHAIR).id()))
        .isEqualTo(Seats.Outcome.DONE);
    assertThat(seats.end(person(AOBA, "ami"), group(), chair)).isEqualTo(Seats.Outcome.DONE);
    assertThat(seats.end(person(AOBA, "ami"), group(), chair)).isEqualTo(Seats.Outcome.NO_SUCH);
    assertThat(only(GroupRole.CHAIR).end().orElseThrow().why()).isEqualTo(Seat.Why.RESIGNED);
    assertThat(vacant()).contains(clock.instant());
  }

  private Seat only(GroupRole role) {
    return seats.of(group()).stream().filter(each -> each.role() == role).findFirst().orElseThrow();
  }

  @Test
  void nobody_names_another_members_people_and_what_is_no_term_is_refused() {
    Seat.Holder foreign = new Seat.Holder(BIZEN, "person:b@bizen", "B");
    assertThat(seats.name(AOBAS, group(), UUID.randomUUID(), foreign, Optional.empty()))
        .isEqualTo(Seats.Outcome.NOT_YOURS);
    Seat.Holder own = new Seat.Holder(AOBA, "person:a@aoba", "A");
    assertThat(seats.name(person(AOBA, "a"), group(), UUID.randomUUID(), own, Optional.empty()))
        .isEqualTo(Seats.Outcome.NOT_YOURS);
    Optional<Instant> past = Optional.of(clock.instant().minusSeconds(1));
    assertThatThrownBy(() -> seats.name(AOBAS, group(), UUID.randomUUID(), own, past))
        .isInstanceOf(IllegalArgumentException.class);
    UUID ami = named(AOBAS, "ami");
    for (Validity wrong : List.of(Validity.since(clock.instant()), days(1_200))) {
      assertThatThrownBy(() -> give(SECRETARIAT, GroupRole.CHAIR, ami, wrong))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThat(seats.of(group())).hasSize(1);
  }

  @Test
  void twenty_of_one_member_take_part_and_five_hold_an_office_beside_the_chair() {
    List<UUID> all = new ArrayList<>();
    for (int i = 0; i < Seats.MOST_OF_ONE; i++) {
      all.add(named(AOBAS, "p" + i));
    }
    Seat.Holder more = new Seat.Holder(AOBA, "person:more@aoba", "More");
    assertThat(seats.name(AOBAS, group(), UUID.randomUUID(), more, Optional.empty()))
        .isEqualTo(Seats.Outcome.TOO_MANY);
    named(AOBAS, "p3");
    for (int i = 5; i < 10; i++) {
      assertThat(give(SECRETARIAT, GroupRole.SECRETARY, all.get(i), days(9)))
          .isEqualTo(Seats.Outcome.DONE);
    }
    assertThat(give(SECRETARIAT, GroupRole.SECRETARY, all.get(10), days(9)))
        .isEqualTo(Seats.Outcome.TOO_MANY);
  }
}
