package tenbin.spine.newcomer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Period;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Claim;
import tenbin.nouns.member.ContactRole;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.Network;
import tenbin.nouns.member.WorkingGroup;
import tenbin.nouns.time.Validity;
import tenbin.spine.deliver.channel.SettableClock;

/** Joining over either book: who is a member when, which networks count, what waits. */
abstract class JoiningTest {
  private static final MemberId OLD = new MemberId("old");
  private static final MemberId NEW = new MemberId("new");
  private static final Network OLDS = WrittenNetwork.tryParse("198.51.100.0/24").orElseThrow();
  private static final Network INSIDE = WrittenNetwork.tryParse("198.51.100.64/26").orElseThrow();
  private static final Network EXPECTED = WrittenNetwork.tryParse("192.0.2.0/24").orElseThrow();
  private static final Network BESIDE = WrittenNetwork.tryParse("203.0.113.0/24").orElseThrow();

  private final SettableClock clock = new SettableClock("2026-03-25T06:00:00Z");

  /** An empty book. */
  abstract NewcomerBook book();

  private Circle file() {
    Validity always = Validity.since(clock.instant().minus(Duration.ofDays(900)));
    Claim claim = new Claim(OLD, OLDS, Claim.Means.DECLARED, always, "registry");
    Member old =
        new Member(
            OLD, "Old Net", "オールドネット", MemberClass.CHAIR, true, always, List.of(claim), List.of());
    Agreement agreement =
        new Agreement(
            "membership",
            "Membership",
            Set.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
            EnumSet.of(Category.C0),
            Set.of(OLD),
            always,
            "binder");
    WorkingGroup assembly =
        new WorkingGroup(
            "assembly",
            "Assembly",
            "総会",
            "Elect the officers",
            true,
            Set.of(),
            Period.ofYears(1),
            WorkingGroup.Observers.NOTHING);
    return new Circle("Test", "v1", List.of(old), List.of(assembly), List.of(agreement), Tlp.AMBER);
  }

  private static Newcomer.Invited invited() {
    return new Newcomer.Invited(
        "New Net", "ニューネット", MemberClass.ALLIANCE_MEMBER, true, List.of(EXPECTED, OLDS));
  }

  /** A joining over the circle as it grows. */
  private record Over(Joining joining, Growth growth, Circle file) {
    Circle circle() {
      return growth.apply(file);
    }

    OwnRange range(Network network) {
      return joining.range(NEW, network).orElseThrow();
    }

    OwnRange prove(Network network) {
      return joining.proved(range(network), OwnRange.Method.DNS, "TXT");
    }
  }

  private Over over() {
    NewcomerBook book = book();
    Growth growth = new Growth(book);
    Circle file = file();
    return new Over(new Joining(book, () -> growth.apply(file), clock), growth, file);
  }

  @Test
  void who_signed_is_a_member_and_who_did_not_is_nobody() {
    Over over = over();
    over.joining.invite(NEW, invited(), "noc@new.example", "person:office");
    assertThat(over.prove(EXPECTED).standing()).isEqualTo(OwnRange.Standing.COUNTS);
    assertThat(over.joining.isSettling(NEW)).isTrue();
    assertThat(over.circle().member(NEW)).as("not before it signed").isEmpty();
    assertThat(over.joining.sign(NEW, List.of("another"), "person:x")).isFalse();
    over.joining.contact(NEW, ContactRole.ABUSE, "Abuse desk", "abuse@new.example", "");
    clock.pass(Duration.ofHours(1));
    assertThat(over.joining.sign(NEW, List.of("membership"), "person:x")).isTrue();
    Member member = over.circle().member(NEW).orElseThrow();
    assertThat(member.membership().from()).isEqualTo(clock.instant());
    assertThat(member.contacts()).hasSize(1);
    assertThat(over.circle().groups().getFirst().members())
        .as("whoever joins votes")
        .containsExactlyInAnyOrder(OLD, NEW);
    assertThat(over.circle().agreements().getFirst().signedBy())
        .containsExactlyInAnyOrder(OLD, NEW);
    assertThat(over.joining.signatures(NEW).getFirst().text())
        .isEqualTo(Joining.text(over.file.agreements().getFirst()));
    assertThat(over.joining.isSettling(NEW)).isFalse();
  }

  @Test
  void a_network_counts_from_its_proof_to_its_end_and_no_longer() {
    Over over = over();
    over.joining.invite(NEW, invited(), "noc@new.example", "person:office");
    over.joining.sign(NEW, List.of("membership"), "person:x");
    assertThat(over.circle().member(NEW).orElseThrow().claims()).as("nothing proved").isEmpty();
    clock.pass(Duration.ofDays(1));
    over.prove(EXPECTED);
    // It joined before, so what was not proved then waits.
    assertThat(over.range(EXPECTED).standing()).isEqualTo(OwnRange.Standing.WAITING);
    over.joining.let(over.range(EXPECTED), Claim.Means.DECLARED);
    Claim claim = over.circle().member(NEW).orElseThrow().claims().getFirst();
    assertThat(claim.validity())
        .isEqualTo(new Validity(clock.instant(), clock.instant().plus(Joining.PROOF)));
    assertThat(claim.verifiedBy()).isEqualTo("dns");
    clock.pass(Duration.ofDays(300));
    over.prove(EXPECTED);
    Claim again = over.circle().member(NEW).orElseThrow().claims().getFirst();
    assertThat(again.validity().from()).as("without a gap").isEqualTo(claim.validity().from());
    assertThat(again.validity().to()).isAfter(claim.validity().to());
    clock.pass(Joining.PROOF.plusDays(1));
    assertThat(over.range(EXPECTED).isProvedAt(clock.instant())).isFalse();
    assertThatThrownBy(() -> over.joining.let(over.range(EXPECTED), Claim.Means.DECLARED))
        .isInstanceOf(Joining.Refused.class);
  }

  @Test
  void another_members_network_and_one_that_was_not_expected_wait_alike() {
    Over over = over();
    over.joining.invite(NEW, invited(), "noc@new.example", "person:office");
    over.joining.enter(NEW, List.of(BESIDE, INSIDE, EXPECTED));
    assertThat(over.joining.ranges(NEW)).hasSize(4);
    assertThat(over.prove(OLDS).standing()).isEqualTo(OwnRange.Standing.WAITING);
    assertThat(over.prove(INSIDE).standing()).isEqualTo(OwnRange.Standing.WAITING);
    assertThat(over.prove(BESIDE).standing()).isEqualTo(OwnRange.Standing.WAITING);
    assertThat(over.joining.others(over.range(OLDS))).containsExactly(OLD);
    assertThat(over.joining.others(over.range(INSIDE))).containsExactly(OLD);
    assertThat(over.joining.others(over.range(BESIDE))).isEmpty();
    over.joining.let(over.range(INSIDE), Claim.Means.SUB_ALLOCATION);
    assertThat(over.joining.others(over.range(INSIDE))).isEmpty();
    over.joining.refuse(over.range(BESIDE));
    over.joining.sign(NEW, List.of("membership"), "person:x");
    assertThat(over.circle().member(NEW).orElseThrow().claims())
        .singleElement()
        .matches(claim -> claim.network().equals(INSIDE))
        .matches(claim -> claim.means() == Claim.Means.SUB_ALLOCATION);
    assertThat(over.joining.forget(NEW, INSIDE)).as("counts").isFalse();
    assertThat(over.joining.forget(NEW, OLDS)).isTrue();
  }

  @Test
  void an_invitation_is_taken_back_or_sent_again_and_an_id_is_never_given_twice() {
    Over over = over();
    assertThatThrownBy(() -> over.joining.requireFree(OLD)).isInstanceOf(Joining.Refused.class);
    over.joining.invite(NEW, invited(), "noc@new.example", "person:office");
    assertThatThrownBy(() -> over.joining.requireFree(NEW)).isInstanceOf(Joining.Refused.class);
    clock.pass(Duration.ofDays(3));
    over.joining.again(NEW, "other@new.example", "person:office");
    assertThat(over.joining.find(NEW).orElseThrow().letter().mail()).isEqualTo("other@new.example");
    over.joining.withdraw(NEW);
    assertThat(over.joining.isSettling(NEW)).isFalse();
    assertThat(over.joining.ranges(NEW)).isEmpty();
    assertThatThrownBy(() -> over.joining.withdraw(NEW)).isInstanceOf(Joining.Refused.class);
    over.joining.requireFree(NEW);
    assertThat(over.circle()).as("nothing grew").isEqualTo(over.file);
  }

  @Test
  void a_mark_is_the_members_own_and_is_replaced_when_it_is_over() {
    Over over = over();
    Mark mark = over.joining.mark(NEW);
    assertThat(over.joining.mark(NEW)).isEqualTo(mark);
    assertThat(over.joining.mark(OLD).token()).isNotEqualTo(mark.token());
    clock.pass(Joining.MARK.plusSeconds(1));
    assertThat(over.joining.mark(NEW).token()).isNotEqualTo(mark.token());
  }

  @Test
  void what_the_circle_file_says_of_a_network_stands() {
    Over over = over();
    over.joining.enter(OLD, List.of(OLDS));
    OwnRange range = over.joining.range(OLD, OLDS).orElseThrow();
    over.joining.proved(range, OwnRange.Method.DNS, "TXT");
    over.joining.let(over.joining.range(OLD, OLDS).orElseThrow(), Claim.Means.DECLARED);
    assertThat(over.circle().member(OLD).orElseThrow().claims())
        .isEqualTo(over.file.member(OLD).orElseThrow().claims());
  }
}
