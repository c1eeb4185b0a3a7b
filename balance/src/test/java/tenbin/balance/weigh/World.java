package tenbin.balance.weigh;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Ceiling;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.Forbid;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.Marking;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Register;
import tenbin.balance.ground.Scope;
import tenbin.balance.ground.StandingRule;
import tenbin.balance.ground.Term;
import tenbin.balance.ground.Touch;
import tenbin.balance.ground.When;
import tenbin.balance.level.Order;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;

/** Random small worlds in which bases meet fields often enough to matter. */
public final class World {
  public static final Instant NOW = Instant.parse("2026-06-01T00:00:00Z");

  private static final List<PartyId> PARTIES =
      List.of(id("holder"), id("near"), id("far"), id("vendor"), id("client"), id("client-b"));
  private static final List<PartyId> STRANGERS = List.of(id("stranger"), id("stranger-b"));
  private static final List<Category> CATEGORIES =
      List.of(
          Category.C1,
          Category.C2,
          Category.C2,
          Category.C2,
          Category.C3,
          Category.C4,
          Category.C5,
          Category.C8);
  private static final List<Purpose> PURPOSES =
      List.of(Purpose.NOTIFY_AFFECTED_CUSTOMER, Purpose.DETECT_COMMAND_SERVERS);

  private final Random random;

  public World(long seed) {
    this.random = new Random(seed);
  }

  private static PartyId id(String text) {
    return new PartyId(text);
  }

  /** A policy of a handful of bases and what stands against them. */
  public PolicySet policy() {
    return new PolicySet(parts());
  }

  PolicySet.Parts parts() {
    return new PolicySet.Parts(
        "random",
        List.of(),
        parties(),
        facts(),
        random.nextInt(3) == 0
            ? List.of(new Touch("EU", Gate.P, EnumSet.of(Category.C1), List.of()))
            : List.of(),
        several(9, this::basis),
        several(random.nextBoolean() ? 1 : 3, this::forbid),
        several(7, this::askRule),
        random.nextInt(10) == 0
            ? List.of(new StandingRule("standing", Parties.ANYBODY, List.of(condition())))
            : List.of(),
        needs(),
        random.nextBoolean() ? List.of(register()) : List.of(),
        List.of(),
        pick(List.of(Tlp.CLEAR, Tlp.GREEN, Tlp.AMBER)));
  }

  private <T> List<T> several(int most, java.util.function.IntFunction<T> make) {
    List<T> list = new ArrayList<>();
    int count = random.nextInt(most);
    for (int i = 0; i < count; i++) {
      list.add(make.apply(i));
    }
    return list;
  }

  private List<Party> parties() {
    List<Party> list = new ArrayList<>();
    for (PartyId each : PARTIES) {
      Set<String> laws = random.nextInt(4) == 0 ? Set.of("EU") : Set.of("JP");
      Set<String> classes = random.nextBoolean() ? Set.of("member") : Set.of("vendor");
      list.add(new Party(each, each.text(), classes, random.nextBoolean(), laws));
    }
    return list;
  }

  private List<Fact> facts() {
    return several(
        4,
        i ->
            new Fact(
                pick(List.of("near", "client", Fact.CIRCLE)),
                "key",
                random.nextBoolean() ? "yes" : "no",
                term(),
                ""));
  }

  private Term term() {
    return switch (random.nextInt(12)) {
      case 0 -> Term.of(Instant.parse("2026-07-01T00:00:00Z"), Instant.MAX);
      case 1 -> Term.of(Instant.MIN, Instant.parse("2026-05-01T00:00:00Z"));
      default -> Term.always();
    };
  }

  Basis basis(int number) {
    boolean generous = random.nextInt(3) == 0;
    Grant grant =
        switch (random.nextInt(6)) {
          case 0 -> new Grant.Consent(id("client"), List.of(change(), change()));
          case 1 -> new Grant.GeneralTerms("outs");
          case 2 ->
              new Grant.Adopted(
                  Grant.Adopted.Adopter.HOLDER, Map.of(id("holder"), term(), id("near"), term()));
          default -> Grant.STANDING;
        };
    Kind kind =
        switch (grant) {
          case Grant.Consent ignored -> Kind.INDIVIDUAL_CONSENT;
          case Grant.GeneralTerms ignored -> Kind.GENERAL_TERMS_CONSENT;
          case Grant.Adopted ignored -> Kind.ADOPTED_CLAUSE;
          case Grant.Standing ignored ->
              pick(List.of(Kind.CONTRACT_CLAUSE, Kind.NECESSITY, Kind.STATUTE));
        };
    return new Basis(
        "b" + number,
        kind,
        generous || random.nextInt(4) > 0 ? "" : "JP",
        generous
            ? EnumSet.of(Gate.S, Gate.P, Gate.K, Gate.H)
            : subset(EnumSet.of(Gate.S, Gate.P, Gate.K, Gate.H), 3),
        generous && random.nextBoolean() ? wide() : scope(),
        random.nextInt(4) == 0 ? List.of(condition()) : List.of(),
        grant,
        random.nextInt(3) == 0 ? new Ceiling(Map.of("place", "/24")) : Ceiling.NONE,
        obligations(),
        term(),
        new Basis.Proof(random.nextInt(12) == 0 ? "" : "minutes", "", ""));
  }

  private Set<Obligation> obligations() {
    return random.nextBoolean()
        ? Set.of()
        : Set.of(Obligation.of(pick(Arrays.asList(Obligation.Duty.values()))));
  }

  private Grant.Change change() {
    Instant from = NOW.minusSeconds(1 + random.nextInt(1000));
    return new Grant.Change(pick(Arrays.asList(ConsentState.values())), from, from);
  }

  private Condition condition() {
    Condition.Who who =
        pick(List.of(Condition.Who.RECIPIENT, Condition.Who.ITEM, Condition.Who.CIRCLE));
    return new Condition(who, "key", Set.of("yes"));
  }

  private Scope scope() {
    Set<String> fields = random.nextInt(3) == 0 ? Set.copyOf(List.of(field(), field())) : Set.of();
    return new Scope(
        subset(EnumSet.copyOf(CATEGORIES), 5),
        fields,
        subset(EnumSet.copyOf(PURPOSES), 2),
        subset(EnumSet.of(Act.INFORM, Act.NOTIFY), 2),
        pick(List.of(Parties.ANYBODY, Parties.named(id("holder")))),
        pick(
            List.of(
                Parties.ANYBODY,
                Parties.in(Parties.Role.RESPONSIBLE),
                Parties.named(id("vendor")),
                Parties.ofClass("member"))),
        pick(List.of(Parties.ANYBODY, Parties.ANYBODY, Parties.named(id("client")))));
  }

  private static Scope wide() {
    return new Scope(
        EnumSet.copyOf(CATEGORIES),
        Set.of(),
        EnumSet.copyOf(PURPOSES),
        EnumSet.allOf(Act.class),
        Parties.ANYBODY,
        Parties.ANYBODY,
        Parties.ANYBODY);
  }

  private String field() {
    return "f" + random.nextInt(6);
  }

  private Forbid forbid(int number) {
    return new Forbid(
        "no" + number,
        scope(),
        random.nextBoolean() ? Set.of() : EnumSet.of(pick(Arrays.asList(Kind.values()))),
        random.nextInt(3) == 0 ? List.of(condition()) : List.of(),
        term(),
        "",
        "");
  }

  Forbid extraForbid() {
    Forbid made = forbid(99);
    return new Forbid(
        "no-extra", made.scope(), made.kinds(), made.conditions(), Term.always(), "", "");
  }

  private AskRule askRule(int number) {
    return new AskRule(
        "ask" + number,
        pick(List.of(Gate.S, Gate.P, Gate.K, Gate.H)),
        subset(EnumSet.copyOf(CATEGORIES), 5),
        EnumSet.copyOf(PURPOSES),
        Parties.ANYBODY,
        Parties.ANYBODY,
        pick(Arrays.asList(AskRule.Whom.values())));
  }

  private Map<Purpose, Need> needs() {
    Map<Purpose, Need> needs = new EnumMap<>(Purpose.class);
    for (Purpose purpose : PURPOSES) {
      List<Need.Entry> required =
          random.nextInt(3) == 0
              ? List.of(new Need.Entry(Set.of(pick(CATEGORIES).name()), ""))
              : List.of();
      List<Need.Entry> optional = new ArrayList<>();
      optional.add(new Need.Entry(Set.of("C1", "C2", "C4"), ""));
      if (random.nextBoolean()) {
        optional.add(new Need.Entry(Set.of("C3", "C5"), ""));
      }
      needs.put(purpose, new Need(required, optional, Period.ofDays(90)));
    }
    return needs;
  }

  private Register register() {
    return new Register("outs", random.nextBoolean() ? Map.of(id("client"), term()) : Map.of());
  }

  /** A question about a matter of a few fields in two groups. */
  public Question question() {
    List<Part> parts = new ArrayList<>();
    int count = 1 + random.nextInt(6);
    for (int i = 0; i < count; i++) {
      Order order = random.nextInt(3) == 0 ? Order.PLAIN : Order.PLACE;
      parts.add(Part.of("f" + i, pick(CATEGORIES), pick(List.of("g", "g", "h", "")), order));
    }
    Matter matter =
        new Matter(
            "row",
            id("holder"),
            Optional.empty(),
            Marking.NONE,
            random.nextBoolean() ? Map.of("key", "yes") : Map.of("learnt", "party"),
            parts,
            List.of(linkage("g"), linkage("h")));
    return new Question(
        matter,
        id("holder"),
        pick(List.of(id("near"), id("near"), id("far"), id("vendor"))),
        "",
        Optional.of(pick(PURPOSES)),
        random.nextInt(4) == 0 ? Act.NOTIFY : Act.INFORM,
        Map.of(),
        When.asKnownThen(NOW),
        List.of(),
        List.of());
  }

  /** The same question about another row: other subjects, other parties responsible. */
  public Question row(Question question) {
    Matter matter = question.matter();
    Matter other =
        new Matter(
            matter.type(),
            matter.holder(),
            matter.source(),
            matter.marking(),
            matter.traits(),
            matter.parts(),
            List.of(anyLinkage("g"), anyLinkage("h")));
    return new Question(
        other,
        question.giver(),
        question.recipient(),
        question.person(),
        question.purpose(),
        question.act(),
        question.channel(),
        question.when(),
        question.held(),
        question.asks());
  }

  private Linkage anyLinkage(String group) {
    return new Linkage(group, anybody(), anybody(), List.of(), Map.of());
  }

  /** Every party that a row can be about. */
  public List<PartyId> partiesOfRows() {
    return Stream.concat(PARTIES.stream(), STRANGERS.stream()).toList();
  }

  private Optional<PartyId> anybody() {
    return switch (random.nextInt(5)) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(pick(STRANGERS));
      case 2 -> Optional.of(id("near"));
      default -> Optional.of(pick(PARTIES));
    };
  }

  private Linkage linkage(String group) {
    return new Linkage(
        group,
        Optional.of(pick(List.of(id("near"), id("near"), id("far")))),
        random.nextBoolean()
            ? Optional.of(pick(List.of(id("client"), id("client-b"))))
            : Optional.empty(),
        List.of(),
        Map.of());
  }

  <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }

  int next(int bound) {
    return random.nextInt(bound);
  }

  private <E extends Enum<E>> Set<E> subset(EnumSet<E> of, int most) {
    List<E> all = new ArrayList<>(of);
    EnumSet<E> some = EnumSet.copyOf(of);
    some.clear();
    int count = 1 + random.nextInt(most);
    for (int i = 0; i < count; i++) {
      some.add(all.get(random.nextInt(all.size())));
    }
    return some;
  }
}
