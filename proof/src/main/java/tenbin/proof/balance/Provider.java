package tenbin.proof.balance;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Ceiling;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.Marking;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Register;
import tenbin.balance.ground.Scope;
import tenbin.balance.ground.Term;
import tenbin.balance.ground.When;
import tenbin.balance.level.Order;
import tenbin.balance.plan.Numbers;
import tenbin.balance.weigh.Linkage;
import tenbin.balance.weigh.Matter;
import tenbin.balance.weigh.Part;
import tenbin.balance.weigh.Question;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;

/**
 * A carrier with a million customers under general terms, of whom a share opted out; 200 bases;
 * rows with three linkage groups, one row of a hundred about an account whose holder must be asked.
 */
final class Provider {
  static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");
  static final PartyId CARRIER = new PartyId("carrier");
  static final PartyId RESPONSIBLE = new PartyId("responsible");

  private static final int BASES = 200;
  private static final double OPTED_OUT = 0.2;
  private static final int FIELDS_OF_A_GROUP = 5;
  private static final List<String> GROUPS = List.of("one", "two", "three");
  private static final PartyId[] MEMBERS = new PartyId[BASES];

  private final PartyId[] subjects;
  private final boolean[] optedOut;
  private final Numbers numbers;
  private final PolicySet policy;

  Provider(int customers, RandomGenerator random) {
    subjects = new PartyId[customers];
    optedOut = new boolean[customers];
    Map<PartyId, Term> register = new HashMap<>();
    Term since = Term.of(NOW.minusSeconds(1_000_000), Instant.MAX);
    for (int i = 0; i < customers; i++) {
      subjects[i] = new PartyId("customer-" + i);
      optedOut[i] = random.nextDouble() < OPTED_OUT;
      if (optedOut[i]) {
        register.put(subjects[i], since);
      }
    }
    for (int i = 0; i < BASES; i++) {
      MEMBERS[i] = new PartyId("member-" + i);
    }
    policy = new PolicySet(parts(new Register("opt-outs", register)));
    List<PartyId> numbered = new ArrayList<>(List.of(subjects));
    numbered.add(RESPONSIBLE);
    numbers = new Numbers(numbered);
  }

  /** The numbers that stored rows carry: a customer's is its place. */
  Numbers numbers() {
    return numbers;
  }

  /** The number of whoever is responsible for every row. */
  int responsible() {
    return subjects.length;
  }

  PartyId subject(int customer) {
    return subjects[customer];
  }

  boolean hasOptedOut(int customer) {
    return optedOut[customer];
  }

  int customers() {
    return subjects.length;
  }

  PolicySet policy() {
    return policy;
  }

  /** The policy with one more basis: the secrecy of accounts opened by a clause. */
  PolicySet withClause() {
    List<Basis> bases = new ArrayList<>(policy.bases());
    bases.add(basis("clause", Kind.CONTRACT_CLAUSE, Grant.STANDING, Category.C4, RESPONSIBLE));
    return new PolicySet(policy.parts().withBases(bases));
  }

  private static PolicySet.Parts parts(Register register) {
    List<Party> parties = new ArrayList<>();
    parties.add(new Party(CARRIER, "carrier", Set.of("member"), true, Set.of("JP")));
    parties.add(new Party(RESPONSIBLE, "responsible", Set.of("member"), true, Set.of("JP")));
    for (PartyId member : MEMBERS) {
      parties.add(new Party(member, member.text(), Set.of("member"), true, Set.of("JP")));
    }
    Need need =
        new Need(
            List.of(), List.of(new Need.Entry(Set.of("C1", "C2", "C4"), "")), Period.ofDays(30));
    AskRule ask =
        new AskRule(
            "ask-account",
            Gate.K,
            EnumSet.of(Category.C4),
            EnumSet.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
            Parties.ANYBODY,
            Parties.ANYBODY,
            AskRule.Whom.SUBJECT);
    return new PolicySet.Parts(
        "bench",
        List.of(),
        parties,
        List.of(),
        List.of(),
        bases(),
        List.of(),
        List.of(ask),
        List.of(),
        Map.of(Purpose.NOTIFY_AFFECTED_CUSTOMER, need),
        List.of(register),
        List.of(),
        Tlp.GREEN);
  }

  private static List<Basis> bases() {
    List<Basis> bases = new ArrayList<>();
    Grant terms = new Grant.GeneralTerms("opt-outs");
    bases.add(basis("terms", Kind.GENERAL_TERMS_CONSENT, terms, Category.C2, RESPONSIBLE));
    bases.add(open("account", EnumSet.of(Gate.S, Gate.P, Gate.H), Category.C4));
    for (int i = bases.size(); i < BASES; i++) {
      bases.add(
          basis("contract-" + i, Kind.CONTRACT_CLAUSE, Grant.STANDING, Category.C2, MEMBERS[i]));
    }
    return bases;
  }

  private static Basis open(String id, Set<Gate> gates, Category category) {
    Basis whole = basis(id, Kind.CONTRACT_CLAUSE, Grant.STANDING, category, RESPONSIBLE);
    return new Basis(
        id,
        whole.kind(),
        whole.law(),
        gates,
        whole.scope(),
        whole.conditions(),
        whole.grant(),
        whole.ceiling(),
        whole.obligations(),
        whole.term(),
        whole.proof());
  }

  private static Basis basis(
      String id, Kind kind, Grant grant, Category category, PartyId recipient) {
    return new Basis(
        id,
        kind,
        "",
        EnumSet.of(Gate.S, Gate.P, Gate.K, Gate.H),
        new Scope(
            EnumSet.of(Category.C1, category),
            Set.of(),
            EnumSet.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
            EnumSet.of(Act.INFORM),
            Parties.named(CARRIER),
            Parties.named(recipient),
            Parties.ANYBODY),
        List.of(),
        grant,
        Ceiling.NONE,
        Set.of(),
        Term.always(),
        new Basis.Proof("contract", "", ""));
  }

  /** A row's shape: three communications, or two and an account. */
  static Matter shape(boolean withAccount, List<Linkage> linkages) {
    List<Part> parts = new ArrayList<>();
    for (String group : GROUPS) {
      boolean account = withAccount && group.equals("three");
      for (int i = 0; i < FIELDS_OF_A_GROUP; i++) {
        Category category = account ? Category.C4 : Category.C2;
        parts.add(Part.of(group + "-" + i, category, group, Order.PLACE));
      }
    }
    return new Matter(
        withAccount ? "account" : "flow",
        CARRIER,
        Optional.empty(),
        Marking.NONE,
        Map.of(),
        parts,
        linkages);
  }

  /** Linkages about these subjects; whoever is responsible for all of them. */
  static List<Linkage> linkages(List<Optional<PartyId>> subjects, Optional<PartyId> responsible) {
    List<Linkage> linkages = new ArrayList<>();
    for (int i = 0; i < GROUPS.size(); i++) {
      linkages.add(new Linkage(GROUPS.get(i), responsible, subjects.get(i), List.of(), Map.of()));
    }
    return linkages;
  }

  static Question question(Matter matter) {
    return new Question(
        matter,
        CARRIER,
        RESPONSIBLE,
        "",
        Optional.of(Purpose.NOTIFY_AFFECTED_CUSTOMER),
        Act.INFORM,
        Map.of(),
        When.asKnownThen(NOW),
        List.of(),
        List.of());
  }
}
