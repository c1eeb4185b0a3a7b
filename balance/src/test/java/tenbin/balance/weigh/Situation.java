package tenbin.balance.weigh;

import java.time.Instant;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.Forbid;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.Marking;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Register;
import tenbin.balance.ground.Scheme;
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

/**
 * One small situation, changed by one word at a time: {@code holder}, which carries nothing for
 * others, gives what it knows to {@code near}, which was responsible then; everything that a
 * purpose could want is needed; nothing is marked; no basis is there.
 */
public final class Situation {
  /** The first linkage group. */
  public static final String GROUP = "g";

  private final Map<String, Party> parties = new LinkedHashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Touch> touches = new ArrayList<>();
  private final List<Ground> bases = new ArrayList<>();
  private final List<Forbid> forbids = new ArrayList<>();
  private final List<AskRule> askRules = new ArrayList<>();
  private final List<StandingRule> standings = new ArrayList<>();
  private final List<Register> registers = new ArrayList<>();
  private final List<Scheme> schemes = new ArrayList<>();
  private Need need = everything();

  private final List<Part> parts = new ArrayList<>();
  private final List<String> groups = new ArrayList<>(List.of(GROUP));
  private final Map<String, String> traits = new HashMap<>();
  private final Map<String, String> groupTraits = new HashMap<>();
  private final Map<String, String> channel = new HashMap<>();
  private final List<Question.Held> held = new ArrayList<>();
  private final List<Question.Asked> asks = new ArrayList<>();
  private Marking marking = Marking.NONE;
  private Optional<PartyId> source = Optional.empty();
  private Optional<PartyId> responsible = Optional.of(new PartyId("near"));
  private Optional<PartyId> subject = Optional.empty();
  private List<PartyId> route = List.of();
  private String giver = "holder";
  private String recipient = "near";
  private String person = "";
  private Optional<Purpose> purpose = Optional.of(Purpose.NOTIFY_AFFECTED_CUSTOMER);
  private Act act = Act.INFORM;
  private When when = When.asKnownThen(World.NOW);

  private Situation() {}

  public static Situation plain() {
    Situation made = new Situation();
    for (String each : List.of("holder", "near", "far", "vendor", "client", "client-b")) {
      made.party(each, false, "JP");
    }
    return made;
  }

  private static Need everything() {
    Set<String> all =
        Set.of("C0", "C1", "C2", "C3", "C4", "C5", "C6", "C7", "C8", "C9", "CR", "CD");
    return new Need(List.of(), List.of(new Need.Entry(all, "")), Period.ZERO);
  }

  /** Declares a party anew: whether it carries for others, its law, its classes. */
  public Situation party(String id, boolean carrier, String law, String... classes) {
    Set<String> laws = law.isEmpty() ? Set.of() : Set.of(law);
    parties.put(id, new Party(new PartyId(id), id, Set.of(classes), carrier, laws));
    return this;
  }

  public Situation fact(String about, String key, String value) {
    facts.add(new Fact(about, key, value, Term.always(), ""));
    return this;
  }

  public Situation touch(Touch its) {
    touches.add(its);
    return this;
  }

  public Situation basis(Ground... its) {
    bases.addAll(List.of(its));
    return this;
  }

  /** Whatever the basis when no kinds are told. */
  public Situation forbid(String id, Ground reach, Kind... kinds) {
    forbids.add(
        new Forbid(
            id,
            reach.scope(),
            Set.of(kinds),
            reach.made().conditions(),
            reach.made().term(),
            "",
            ""));
    return this;
  }

  public Situation forbid(Forbid its) {
    forbids.add(its);
    return this;
  }

  public Situation askRule(AskRule its) {
    askRules.add(its);
    return this;
  }

  public Situation standing(StandingRule its) {
    standings.add(its);
    return this;
  }

  public Situation register(String id, String... optedOut) {
    Map<PartyId, Term> all = new HashMap<>();
    Arrays.stream(optedOut).forEach(each -> all.put(new PartyId(each), Term.always()));
    registers.add(new Register(id, all));
    return this;
  }

  public Situation scheme(Scheme its) {
    schemes.add(its);
    return this;
  }

  public Situation need(Need its) {
    need = its;
    return this;
  }

  /** A field of the communication. */
  public Situation row(String name, Category category, Order order) {
    return part(Part.of(name, category, GROUP, order));
  }

  public Situation row(String name, Category category) {
    return row(name, category, Order.PLAIN);
  }

  /** A field that stands alone. */
  public Situation alone(String name, Category category) {
    return part(Part.of(name, category, "", Order.PLAIN));
  }

  /** A field of another communication of the same parties. */
  public Situation otherRow(String name, Category category) {
    groups.add("other");
    return part(Part.of(name, category, "other", Order.PLAIN));
  }

  public Situation part(Part its) {
    parts.add(its);
    return this;
  }

  public Situation trait(String key, String value) {
    traits.put(key, value);
    return this;
  }

  public Situation groupTrait(String key, String value) {
    groupTraits.put(key, value);
    return this;
  }

  public Situation channel(String key, String value) {
    channel.put(key, value);
    return this;
  }

  public Situation held(Part part, String level) {
    held.add(new Question.Held(part, part.order().level(level).orElseThrow()));
    return this;
  }

  public Situation asked(String rule, String about, Question.Asked.State state) {
    asks.add(new Question.Asked(rule, about, state));
    return this;
  }

  public Situation marked(Marking its) {
    marking = its;
    return this;
  }

  public Situation source(String id) {
    source = Optional.of(new PartyId(id));
    return this;
  }

  public Situation responsible(String id) {
    responsible = Optional.of(new PartyId(id));
    return this;
  }

  public Situation nobodyResponsible() {
    responsible = Optional.empty();
    return this;
  }

  public Situation about(String id) {
    subject = Optional.of(new PartyId(id));
    return this;
  }

  public Situation route(String... hops) {
    route = Arrays.stream(hops).map(PartyId::new).toList();
    return this;
  }

  public Situation from(String id) {
    giver = id;
    return this;
  }

  public Situation to(String id) {
    recipient = id;
    return this;
  }

  public Situation person(String its) {
    person = its;
    return this;
  }

  public Situation purpose(Purpose its) {
    purpose = Optional.of(its);
    return this;
  }

  public Situation act(Act its) {
    act = its;
    return this;
  }

  public Situation when(Instant at, Instant knownAt) {
    when = new When(at, knownAt);
    return this;
  }

  public PolicySet.Parts policyParts() {
    Map<Purpose, Need> needs = new EnumMap<>(Purpose.class);
    Arrays.stream(Purpose.values()).forEach(each -> needs.put(each, need));
    return new PolicySet.Parts(
        "situation",
        List.of(),
        List.copyOf(parties.values()),
        facts,
        touches,
        bases.stream().map(Ground::made).toList(),
        forbids,
        askRules,
        standings,
        needs,
        registers,
        schemes,
        Tlp.CLEAR);
  }

  public PolicySet policy() {
    return new PolicySet(policyParts());
  }

  public Question question() {
    List<Linkage> linkages =
        groups.stream()
            .map(id -> new Linkage(id, responsible, subject, route, groupTraits))
            .toList();
    Matter matter =
        new Matter("row", new PartyId("holder"), source, marking, traits, parts, linkages);
    return new Question(
        matter,
        new PartyId(giver),
        new PartyId(recipient),
        person,
        purpose,
        act,
        channel,
        when,
        held,
        asks);
  }

  public Weighing weigh() {
    return new Weigher(policy()).weigh(question());
  }

  /** What goes of the fields, by name, those that do not go left out. */
  public Map<String, String> told() {
    Map<String, String> told = new LinkedHashMap<>();
    for (Weight weight : weigh().weights()) {
      if (weight.isPermitted()) {
        told.put(weight.part().name(), weight.word());
      }
    }
    return told;
  }

  public boolean goes(String field) {
    return told().containsKey(field);
  }

  /** Its scene in the first linkage group. */
  Scene scene() {
    Question question = question();
    return new Scene(policy(), question, question.matter().linkage(GROUP, question.recipient()));
  }

  /** The reasons given of a field. */
  public List<Code> codes(String field) {
    return weigh().of(field).orElseThrow().whys().stream().map(Why::code).toList();
  }
}
