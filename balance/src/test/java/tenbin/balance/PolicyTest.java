package tenbin.balance;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.weigh.Ground;
import tenbin.balance.weigh.Situation;
import tenbin.nouns.attribution.Attribution;
import tenbin.nouns.attribution.Evidence;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.WorkingGroup;
import tenbin.nouns.time.Validity;

/** A circle's own policy, what is laid beside it, and the first reason of a refusal. */
class PolicyTest {
  private static final Agreement WARN =
      Neighbours.agreement("warn", Purpose.NOTIFY_AFFECTED_CUSTOMER, Neighbours.ALL_OPEN);
  private static final Request REQUEST = Neighbours.request(Purpose.NOTIFY_AFFECTED_CUSTOMER);

  @Test
  void members_are_parties_of_their_class_and_their_working_groups() {
    WorkingGroup dns =
        new WorkingGroup(
            "dns",
            "dns",
            "dns",
            "",
            Set.of(Neighbours.AOI),
            Period.ofDays(1),
            WorkingGroup.Observers.HEADINGS);
    Policy policy = Policy.of(Neighbours.circle(List.of(dns), WARN));
    assertThat(classes(policy, "aoi"))
        .containsExactlyInAnyOrder("member", "director", "operator", "working-group:dns");
    assertThat(classes(policy, "beni")).containsExactlyInAnyOrder("member", "director", "operator");
    assertThat(classes(policy, "cha")).containsExactlyInAnyOrder("member", "observer");
    assertThat(classes(policy, "desk")).containsExactlyInAnyOrder("member", "secretariat");
    Balance balance = new Balance(policy);
    assertThat(balance.policy()).isSameAs(policy);
    assertThat(balance.plan(REQUEST, new RecipientKey(new byte[32])).request()).isEqualTo(REQUEST);
  }

  @Test
  void rows_go_to_nobody_for_statistics_and_numbers_to_those_who_agreed() {
    Agreement all = Neighbours.agreement("numbers", Purpose.STATISTICS, Neighbours.ALL_OPEN);
    Policy policy = Policy.of(Neighbours.circle(List.of(), all));
    Request request = Neighbours.request(Purpose.STATISTICS);
    Item row = Neighbours.sighting(Neighbours.AOI, request.recipient());
    assertThat(Neighbours.decide(policy, request, row))
        .isEqualTo(new Decision.Withheld(Set.of(Reason.NOT_NEEDED_FOR_PURPOSE)));
    Item number =
        new Item.Told(
            "statistic",
            "a day",
            Neighbours.AOI,
            Tlp.AMBER,
            List.of(),
            List.of(new Item.Fact("count", Category.C0, "17")));
    assertThat(Neighbours.released(policy, request, number).fact("count")).isEqualTo("17");
  }

  private static Set<String> classes(Policy policy, String id) {
    return policy.grounds().party(new PartyId(id)).classes();
  }

  @Test
  void what_files_say_of_a_member_adds_to_what_the_circle_says_of_it() {
    PartyId beni = new PartyId("beni");
    PartyId guest = new PartyId("guest");
    Party more = new Party(beni, "other name", Set.of("dns"), true, Set.of("JP"));
    Policy policy = beside(List.of(more, new Party(guest, "g", Set.of(), false, Set.of("EU"))));
    assertThat(policy.grounds().party(beni))
        .isEqualTo(
            new Party(
                beni, "beni", Set.of("member", "director", "operator", "dns"), true, Set.of("JP")));
    assertThat(policy.grounds().party(guest).laws()).containsExactly("EU");
    Party quiet = new Party(beni, "beni", Set.of(), false, Set.of());
    assertThat(beside(List.of(quiet)).grounds().party(beni).carrier()).isFalse();
    assertThat(policy.grounds().version()).isEqualTo("v1+further");
  }

  private static Policy beside(List<Party> parties) {
    PolicySet.Parts none = Situation.plain().policyParts();
    return Policy.of(
        Neighbours.circle(List.of(), WARN),
        new PolicySet.Parts(
            "further",
            List.of(),
            parties,
            List.of(),
            List.of(),
            List.of(Ground.of("letter").made()),
            List.of(),
            List.of(),
            List.of(),
            Map.of(Purpose.RUN_THE_CIRCLE, Need.NOTHING),
            List.of(),
            List.of(),
            none.unmarked()));
  }

  @Test
  void what_files_say_of_a_purpose_s_needs_stands_before_the_circle_s_own() {
    PolicySet grounds = beside(List.of()).grounds();
    assertThat(grounds.need(Purpose.RUN_THE_CIRCLE)).isEqualTo(Need.NOTHING);
    assertThat(grounds.need(Purpose.INFORM_AND_DEFEND).optional()).isNotEmpty();
    assertThat(grounds.bases()).extracting(Basis::id).contains("letter", "warn");
    assertThat(grounds.unmarked()).isEqualTo(Tlp.AMBER);
  }

  @Test
  void the_first_reason_is_the_one_that_people_can_do_something_about() {
    assertThat(reason(Neighbours.policy(List.of(WARN)), REQUEST, Neighbours.CHA))
        .isEqualTo(Reason.RECIPIENT_IS_NOT_RESPONSIBLE);
    Ground clause = Ground.adopted("clause", tenbin.balance.ground.Grant.Adopted.Adopter.HOLDER);
    assertThat(reason(Neighbours.policy(List.of(), clause), REQUEST, Neighbours.BENI))
        .isEqualTo(Reason.CLAUSE_NOT_ADOPTED);
    Ground other = Ground.of("other").purposes(Purpose.RESEARCH);
    assertThat(reason(Neighbours.policy(List.of(), other), REQUEST, Neighbours.BENI))
        .isEqualTo(Reason.PURPOSE_NOT_AGREED);
    Ground technical = Ground.of("technical").lists(Category.C1);
    assertThat(reason(Neighbours.policy(List.of(), technical), REQUEST, Neighbours.BENI))
        .isEqualTo(Reason.CATEGORY_NOT_AGREED);
    assertThat(reason(Neighbours.policy(List.of()), REQUEST, Neighbours.BENI))
        .isEqualTo(Reason.NO_AGREEMENT);
    Request research = Neighbours.request(Purpose.RESEARCH);
    assertThat(reason(Neighbours.policy(List.of(WARN)), research, Neighbours.BENI))
        .isEqualTo(Reason.NOT_NEEDED_FOR_PURPOSE);
  }

  private static Reason reason(Policy policy, Request request, MemberId responsible) {
    return only(
        Neighbours.decide(policy, request, Neighbours.sighting(Neighbours.AOI, responsible)));
  }

  private static Reason only(Decision decision) {
    Set<Reason> reasons = ((Decision.Withheld) decision).reasons();
    assertThat(reasons).hasSize(1);
    return reasons.iterator().next();
  }

  @Test
  void a_row_of_nobody_in_the_circle_goes_nowhere_and_says_why() {
    Map<Responsible, Reason> reasons =
        Map.of(
            Responsible.UNKNOWN,
            Reason.RESPONSIBLE_UNKNOWN,
            new Responsible.Outside(new tenbin.nouns.net.Asn(64_500), "JP", ""),
            Reason.RESPONSIBLE_OUTSIDE,
            new Responsible.Disputed(List.of(Neighbours.AOI, Neighbours.BENI)),
            Reason.RESPONSIBLE_DISPUTED);
    Item.Sighting open = Neighbours.sighting(Neighbours.AOI, Neighbours.BENI);
    reasons.forEach((responsible, reason) -> {
      Item.Sighting item =
          new Item.Sighting(
              open.observation(),
              new Attribution(responsible, new Evidence.None("test")),
              open.holder(),
              open.marking(),
              open.seenBy(),
              1);
      assertThat(only(Neighbours.decide(Neighbours.policy(List.of(WARN)), REQUEST, item)))
          .isEqualTo(reason);
    });
  }

  @Test
  void who_is_no_member_at_that_time_gets_nothing_whatever_else_is_in_the_way() {
    Circle open = Neighbours.circle(List.of(), WARN);
    Member beni = Neighbours.member(Neighbours.BENI, MemberClass.DIRECTOR);
    Member lapsed =
        new Member(
            beni.id(),
            beni.name(),
            beni.nameJa(),
            beni.memberClass(),
            false,
            new Validity(Neighbours.DAY.minusSeconds(9), Neighbours.DAY),
            List.of(),
            List.of());
    Circle without =
        new Circle(
            "test",
            "v1",
            List.of(open.members().getFirst(), lapsed),
            List.of(),
            open.agreements(),
            Tlp.AMBER);
    for (MemberId responsible : List.of(Neighbours.BENI, Neighbours.AOI)) {
      assertThat(reason(Policy.of(without), REQUEST, responsible))
          .isEqualTo(Reason.RECIPIENT_NOT_A_MEMBER);
    }
    Request before =
        new Request(Neighbours.BENI, REQUEST.purpose(), Outlet.API, Neighbours.DAY.minusSeconds(1));
    assertThat(reason(Policy.of(without), before, Neighbours.AOI))
        .isEqualTo(Reason.RECIPIENT_IS_NOT_RESPONSIBLE);
    Request stranger =
        new Request(new MemberId("stranger"), REQUEST.purpose(), Outlet.API, Neighbours.DAY);
    assertThat(reason(Policy.of(open), stranger, stranger.recipient()))
        .isEqualTo(Reason.RECIPIENT_NOT_A_MEMBER);
  }

  @Test
  void every_reason_names_the_gate_that_is_shut_and_what_would_open_it() {
    assertThat(Reason.values()).allSatisfy(each -> assertThat(each.opener()).isNotBlank());
    assertThat(Reason.NO_AGREEMENT.gate()).isEqualTo(Gate.S);
    assertThat(Reason.MARKED_FOR_NAMED_PERSONS.gate()).isEqualTo(Gate.M);
    assertThat(Reason.SENSOR_PROVENANCE.gate()).isEqualTo(Gate.H);
  }
}
