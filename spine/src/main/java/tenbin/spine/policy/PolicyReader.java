package tenbin.spine.policy;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DateTimeException;
import java.time.Period;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tenbin.balance.ground.AskRule;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.Need;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Register;
import tenbin.balance.ground.Scheme;
import tenbin.balance.ground.StandingRule;
import tenbin.balance.ground.Term;
import tenbin.balance.ground.Touch;
import tenbin.balance.level.BadOrder;
import tenbin.balance.level.Order;
import tenbin.balance.weigh.AskFor;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.member.Sector;
import tenbin.nouns.report.Digest;
import tenbin.spine.yaml.Leaf;
import tenbin.spine.yaml.YamlFaults;
import tools.jackson.databind.node.ObjectNode;

/** Makes a policy set of a tree that has passed the schema, and checks what a schema cannot. */
final class PolicyReader {
  /** What a party is for: a word of {@link Sector}. */
  private static final String SECTOR = "sector";

  private final ObjectNode root;
  private final YamlFaults faults;
  private final Beside beside;
  private final FieldCatalogue catalogue;
  private final ClassTree classes;
  private final Wording wording;
  private final List<Order> orders = new ArrayList<>();

  private PolicyReader(ObjectNode root, YamlFaults faults, Beside beside) {
    this.root = root;
    this.faults = faults;
    this.beside = beside;
    this.catalogue = catalogue();
    this.classes = new ClassTree(entries("classes"), beside.classes());
    Set<String> parties = new LinkedHashSet<>(beside.parties());
    entries("parties").forEach(each -> parties.add(each.text("id")));
    this.wording = new Wording(classes, parties);
  }

  static PolicyReading read(ObjectNode root, YamlFaults faults, Beside beside) {
    ObjectNode sound = faults.any() ? root.objectNode() : root;
    PolicyReader reader = new PolicyReader(sound, faults, beside);
    Optional<PolicySet> set = Optional.empty();
    if (!faults.any()) {
      PolicySet.Parts parts = reader.parts();
      set = Optional.of(parts).filter(good -> !faults.any()).map(PolicySet::new);
    }
    var words = new PolicyReading.Vocabulary(reader.catalogue, reader.wording, reader.titles());
    return new PolicyReading(set, words, faults.inOrder());
  }

  private List<Leaf> entries(String section) {
    List<Leaf> found = new ArrayList<>();
    for (Leaf each : new Leaf(root, "", ZoneOffset.UTC, faults).list(section)) {
      found.add(new Leaf(each.node(), each.path(), zoneOf(each), faults));
    }
    return found;
  }

  private static ZoneId zoneOf(Leaf at) {
    try {
      return at.has("zone") ? ZoneId.of(at.text("zone")) : ZoneOffset.UTC;
    } catch (DateTimeException unknown) {
      at.faults()
          .unknown(at.path() + ".zone", "time zone", at.text("zone"), ZoneId.getAvailableZoneIds());
      return ZoneOffset.UTC;
    }
  }

  private FieldCatalogue catalogue() {
    Map<String, Order> known = new LinkedHashMap<>();
    Order.STANDARD.forEach(order -> known.put(order.name(), order));
    for (Leaf each : entries("orders")) {
      try {
        Order order = Order.parse(each.text("id"), each.text("levels"));
        orders.add(order);
        known.put(order.name(), order);
      } catch (BadOrder bad) {
        each.at("levels").fault("" + bad.getMessage());
      }
    }
    Map<String, FieldCatalogue.Entry> fields = new LinkedHashMap<>(beside.fields());
    for (Leaf each : entries("fields")) {
      String name = each.text("order", Order.PLAIN.name());
      Order order = known.get(name);
      if (order == null) {
        faults.unknown(each.path() + ".order", "order", name, known.keySet());
        continue;
      }
      Category category = Category.valueOf(each.text("category"));
      fields.put(each.text("name"), new FieldCatalogue.Entry(category, order));
    }
    return new FieldCatalogue(fields, known);
  }

  private PolicySet.Parts parts() {
    BasisReader bases = new BasisReader(wording, catalogue, registerNames());
    return new PolicySet.Parts(
        "sha-256:" + Digest.of(Canonical.text(root).getBytes(UTF_8)).hex(),
        orders,
        parties(),
        both(facts(), sectors()),
        touches(),
        bases(bases),
        entries("forbids").stream().map(bases::forbid).toList(),
        askRules(),
        standings(),
        needs(),
        registers(),
        schemes(),
        root.has("unmarked")
            ? Tlp.tryParse(root.path("unmarked").asString()).orElseThrow()
            : Tlp.AMBER);
  }

  private Map<String, Title> titles() {
    Map<String, Title> titles = new LinkedHashMap<>();
    for (Leaf at : entries("bases")) {
      if (at.has("title")) {
        String title = at.text("title");
        titles.put(at.text("id"), new Title(title, at.text("title-ja", title)));
      }
    }
    return titles;
  }

  private List<Basis> bases(BasisReader reader) {
    List<Basis> bases = new ArrayList<>();
    for (Leaf at : entries("bases")) {
      bases.add(reader.basis(at));
      if (beside.bases().contains(at.text("id"))) {
        at.at("id").fault("there is another \"" + at.text("id") + "\" already");
      }
    }
    return bases;
  }

  private Set<String> registerNames() {
    Set<String> names = new LinkedHashSet<>(beside.registers());
    entries("registers").forEach(each -> names.add(each.text("id")));
    return names;
  }

  private List<Party> parties() {
    List<Party> parties = new ArrayList<>();
    for (Leaf at : entries("parties")) {
      String id = at.text("id");
      if (Wording.roles().contains(id) || id.equals(Fact.CIRCLE)) {
        at.at("id").fault("\"" + id + "\" means a role, a party needs another name");
      }
      Set<String> own = new LinkedHashSet<>();
      for (Leaf each : at.list("classes")) {
        own.add(each.text());
        if (!classes.knows(each.text())) {
          faults.unknown(each.path(), "class", each.text(), classes.known());
        }
      }
      Set<String> laws = new LinkedHashSet<>();
      at.list("laws").forEach(each -> laws.add(each.text()));
      boolean carrier = at.node().path("carrier").asBoolean(false);
      parties.add(
          new Party(new PartyId(id), at.text("name", id), classes.closed(own), carrier, laws));
    }
    return parties;
  }

  private List<Fact> facts() {
    List<Fact> facts = new ArrayList<>();
    for (Leaf at : entries("facts")) {
      String about = at.text("about");
      if (!about.equals(Fact.CIRCLE)) {
        wording.party(at.at("about"));
      }
      Term term = TermReader.read(at);
      String attested = at.text("attested-by");
      if (!attested.isEmpty() && !term.isBounded()) {
        at.fault("what somebody attests needs an end or a review date");
      }
      facts.add(new Fact(about, at.text("key"), at.at("value").word(), term, attested));
      if (at.text("key").equals(SECTOR) && Sector.tryParse(at.at("value").word()).isEmpty()) {
        List<String> known = Sector.all().stream().map(Sector::word).toList();
        faults.unknown(at.path() + ".value", SECTOR, at.at("value").word(), known);
      }
    }
    return facts;
  }

  /** A party's sector is a fact that holds always; one with dates stands among the facts. */
  private List<Fact> sectors() {
    return entries("parties").stream()
        .filter(at -> at.has(SECTOR))
        .map(at -> new Fact(at.text("id"), SECTOR, at.text(SECTOR), Term.always(), ""))
        .toList();
  }

  private static List<Fact> both(List<Fact> some, List<Fact> others) {
    return Stream.concat(some.stream(), others.stream()).toList();
  }

  private List<Touch> touches() {
    return entries("gates").stream()
        .map(at ->
            new Touch(
                at.text("law"),
                tenbin.balance.ground.Gate.valueOf(at.text("gate")),
                Wording.categories(at, Set.of()),
                Wording.conditions(at)))
        .toList();
  }

  private List<AskRule> askRules() {
    List<AskRule> rules = new ArrayList<>();
    for (Leaf at : entries("asks")) {
      if (at.text("id").equals(AskFor.REVIEW)) {
        at.at("id").fault("\"" + AskFor.REVIEW + "\" is the human review's own name");
      }
      rules.add(
          new AskRule(
              at.text("id"),
              tenbin.balance.ground.Gate.valueOf(at.text("gate")),
              Wording.categories(at, Set.of()),
              Wording.purposes(at, Set.of()),
              wording.parties(at, "givers", Parties.ANYBODY),
              wording.parties(at, "recipients", Wording.NOBODY),
              AskRule.Whom.valueOf(at.text("whom").toUpperCase(java.util.Locale.ROOT))));
    }
    return rules;
  }

  private List<StandingRule> standings() {
    return entries("standing").stream()
        .map(at ->
            new StandingRule(
                at.text("id"),
                wording.parties(at, "recipients", Parties.ANYBODY),
                Wording.conditions(at)))
        .toList();
  }

  private Map<Purpose, Need> needs() {
    Map<Purpose, Need> needs = new EnumMap<>(Purpose.class);
    for (Leaf at : entries("purposes")) {
      Optional<Purpose> purpose = Wording.purpose(at.at("purpose"));
      Need need =
          new Need(
              entriesOfNeed(at.list("required")),
              entriesOfNeed(at.list("optional")),
              retention(at));
      if (purpose.isPresent() && needs.put(purpose.get(), need) != null) {
        at.at("purpose").fault("there is another entry for this purpose");
      }
    }
    return needs;
  }

  private static Period retention(Leaf at) {
    try {
      return Period.parse(at.text("retention"));
    } catch (DateTimeException wrong) {
      at.at("retention").fault("not a period such as P90D: " + at.text("retention"));
      return Period.ZERO;
    }
  }

  private List<Need.Entry> entriesOfNeed(List<Leaf> told) {
    List<Need.Entry> found = new ArrayList<>();
    for (Leaf each : told) {
      String[] parts = each.text().split(" at ", 2);
      String level = parts.length == 2 ? parts[1].strip() : "";
      Set<String> matches = Wording.alternatives(parts[0]);
      matches.forEach(match -> requireField(each, match));
      if (!level.isEmpty() && !catalogue.knowsLevel(level)) {
        each.fault("no order knows the level \"" + level + "\"");
      }
      found.add(new Need.Entry(matches, level));
    }
    return found;
  }

  private void requireField(Leaf at, String name) {
    if (catalogue.field(name).isEmpty() && !BasisReader.isCategory(name)) {
      faults.unknown(at.path(), "field or category", name, catalogue.names());
    }
  }

  private List<Register> registers() {
    List<Register> registers = new ArrayList<>();
    for (Leaf at : entries("registers")) {
      registers.add(new Register(at.text("id"), wording.dated(at.list("opted-out"))));
    }
    return registers;
  }

  private List<Scheme> schemes() {
    List<Scheme> schemes = new ArrayList<>();
    for (Leaf at : entries("schemes")) {
      Map<String, Parties> grades = new LinkedHashMap<>();
      Leaf told = at.at("grades");
      for (String grade : told.node().propertyNames()) {
        grades.put(grade, wording.parties(told, grade, Wording.NOBODY));
      }
      schemes.add(new Scheme(at.text("id"), grades));
    }
    return schemes;
  }
}
