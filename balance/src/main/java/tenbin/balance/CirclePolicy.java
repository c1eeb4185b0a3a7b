package tenbin.balance;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Ceiling;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.Obligation.Duty;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Scope;
import tenbin.balance.ground.Span;
import tenbin.balance.ground.StandingRule;
import tenbin.balance.ground.Term;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.member.Agreement;
import tenbin.nouns.member.Circle;
import tenbin.nouns.member.Member;
import tenbin.nouns.member.MemberClass;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.member.WorkingGroup;
import tenbin.nouns.time.Validity;

/**
 * A circle file as grounds: its members as parties, its dated agreements as contract clauses, its
 * membership as what a recipient must meet.
 */
final class CirclePolicy {
  /** The class of every member. */
  static final String MEMBER = "member";

  /** The class of every member that answers for a network. */
  static final String OPERATOR = "operator";

  private static final String MEMBERSHIP = "membership";
  private static final String OWN_WORDS = "own-words";
  private static final String YES = "yes";
  private static final Set<Obligation> OBLIGATIONS =
      Set.of(
          Obligation.onward(Obligation.Onward.SUBJECT),
          Obligation.of(Duty.STRIP_ATTRIBUTION),
          new Obligation(Duty.FEEDBACK_BY, "reply"));

  private CirclePolicy() {}

  static PolicySet.Parts of(Circle circle) {
    return new PolicySet.Parts(
        circle.version(),
        List.of(),
        circle.members().stream().map(member -> party(circle, member)).toList(),
        circle.members().stream().map(CirclePolicy::membership).toList(),
        List.of(),
        bases(circle),
        List.of(),
        List.of(),
        List.of(goodStanding()),
        needs(),
        List.of(),
        List.of(),
        circle.unmarked());
  }

  private static Party party(Circle circle, Member member) {
    Set<String> classes = new HashSet<>(Set.of(MEMBER, member.memberClass().word()));
    if (member.memberClass() != MemberClass.OBSERVER
        && member.memberClass() != MemberClass.SECRETARIAT) {
      classes.add(OPERATOR);
    }
    for (WorkingGroup group : circle.groups()) {
      if (group.members().contains(member.id())) {
        classes.add("working-group:" + group.id());
      }
    }
    return new Party(member.id().party(), member.name(), classes, member.carrier(), Set.of());
  }

  private static Fact membership(Member member) {
    return new Fact(member.id().text(), MEMBERSHIP, YES, term(member.membership()), "circle file");
  }

  /** The circle file says when things hold, not when it learnt of them: known ever since. */
  private static Term term(Validity validity) {
    Span span = new Span(validity.from(), validity.to(), Instant.MIN);
    return new Term(List.of(span), Optional.empty(), List.of());
  }

  /** Whoever stands in the circle file as a member; others are there by a policy file alone. */
  private static StandingRule goodStanding() {
    Condition member = new Condition(Condition.Who.RECIPIENT, MEMBERSHIP, Set.of(YES));
    return new StandingRule(MEMBERSHIP, Parties.ofClass(MEMBER), List.of(member));
  }

  private static List<Basis> bases(Circle circle) {
    List<Basis> all = new ArrayList<>();
    all.add(ownWords());
    circle.agreements().forEach(agreement -> all.add(basis(agreement)));
    return all;
  }

  /** What an organisation itself told, and what became of it, it may see again. */
  private static Basis ownWords() {
    Condition own = new Condition(Condition.Who.ITEM, Item.About.OWN_WORDS, Set.of(YES));
    return new Basis(
        OWN_WORDS,
        Kind.OWN_DATA,
        "",
        EnumSet.of(Gate.S, Gate.P, Gate.K, Gate.H),
        new Scope(
            EnumSet.of(
                Category.C0, Category.C1, Category.C2, Category.C5, Category.C6, Category.C7),
            Set.of(),
            Set.of(Purpose.ANSWER_THE_SUBJECT),
            EnumSet.of(Act.INFORM),
            Parties.in(Parties.Role.HOLDER),
            Parties.in(Parties.Role.SUBJECT),
            Parties.ANYBODY),
        List.of(own),
        Grant.STANDING,
        Ceiling.NONE,
        Set.of(),
        Term.always(),
        new Basis.Proof("the one whom it is about told it itself", "", ""));
  }

  /** Members agree about what is theirs: never about what a customer told one in confidence. */
  private static Basis basis(Agreement agreement) {
    Parties signed =
        new Parties(
            agreement.signedBy().stream().map(MemberId::party).collect(Collectors.toSet()),
            Set.of(),
            Set.of());
    return new Basis(
        agreement.id(),
        Kind.CONTRACT_CLAUSE,
        "",
        EnumSet.of(Gate.S, Gate.P, Gate.K, Gate.H),
        new Scope(
            agreement.categories(),
            Set.of(),
            agreement.purposes(),
            EnumSet.allOf(Act.class),
            signed,
            signed,
            Parties.ANYBODY),
        List.of(new Condition(Condition.Who.ITEM, Item.About.NDA, Set.of("no"))),
        Grant.STANDING,
        Ceiling.NONE,
        OBLIGATIONS,
        term(agreement.validity()),
        new Basis.Proof(agreement.evidence(), "", ""));
  }

  /** What the purposes that the hub serves by itself require and can use. */
  private static Map<Purpose, Need> needs() {
    Map<Purpose, Need> needs = new EnumMap<>(Purpose.class);
    needs.put(
        Purpose.NOTIFY_AFFECTED_CUSTOMER,
        new Need(
            List.of(all(Category.C1), all(Category.C2)),
            List.of(all(Category.C0), all(Category.C4)),
            Period.ZERO));
    needs.put(
        Purpose.JOINT_MITIGATION_NOW,
        optional(Category.C0, Category.C1, Category.C2, Category.C5, Category.C6, Category.C7));
    needs.put(Purpose.STATISTICS, new Need(List.of(numbers()), List.of(numbers()), Period.ZERO));
    needs.put(Purpose.DETECT_COMMAND_SERVERS, optional(Category.C0, Category.C1));
    needs.put(
        Purpose.INFORM_AND_DEFEND,
        optional(Category.C0, Category.C1, Category.C5, Category.C6, Category.C7));
    needs.put(
        Purpose.ANSWER_THE_SUBJECT,
        optional(
            Category.C0,
            Category.C1,
            Category.C2,
            Category.C5,
            Category.C6,
            Category.C7,
            Category.CD));
    needs.put(Purpose.RUN_THE_CIRCLE, optional(Category.C0, Category.CD));
    needs.put(
        Purpose.NOTIFY_ROUTE_ANOMALY,
        new Need(
            List.of(field("prefix"), field("origin.seen")),
            List.of(all(Category.CR), all(Category.C0), all(Category.C8)),
            Period.ZERO));
    return needs;
  }

  private static Need optional(Category... categories) {
    List<Need.Entry> entries = new ArrayList<>();
    for (Category each : categories) {
      entries.add(all(each));
    }
    return new Need(List.of(), entries, Period.ZERO);
  }

  /** A number of all networks, or of one network for itself; never a row. */
  private static Need.Entry numbers() {
    return new Need.Entry(Set.of("count", "count.network"), "");
  }

  private static Need.Entry field(String name) {
    return new Need.Entry(Set.of(name), "");
  }

  private static Need.Entry all(Category category) {
    return new Need.Entry(Set.of(category.name()), "");
  }
}
