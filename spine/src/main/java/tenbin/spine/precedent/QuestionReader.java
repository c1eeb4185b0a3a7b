package tenbin.spine.precedent;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.ground.When;
import tenbin.balance.level.Order;
import tenbin.balance.weigh.Linkage;
import tenbin.balance.weigh.Matter;
import tenbin.balance.weigh.Part;
import tenbin.balance.weigh.Question;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.policy.FieldCatalogue;
import tenbin.spine.policy.PolicyReading.Vocabulary;
import tenbin.spine.yaml.Leaf;

/** Reads the item and the question of a case. */
final class QuestionReader {
  /** Who stands in for a party that was mistyped; the fault is told. */
  private static final PartyId NOBODY = new PartyId("nobody");

  private final Vocabulary words;
  private final MarkingReader markings;
  private final List<Part> parts = new ArrayList<>();

  QuestionReader(Vocabulary words) {
    this.words = words;
    this.markings = new MarkingReader(words.wording());
  }

  /** The question of a case: its keys are item, held, asked and ask. */
  Question read(Leaf at) {
    Matter matter = matter(at.at("item"));
    Leaf ask = at.at("ask");
    Instant when = ask.time("at").orElse(Instant.EPOCH);
    if (!ask.has("at")) {
      ask.fault("says not for when: at");
    }
    return new Question(
        matter,
        ask.has("from") ? party(ask, "from") : matter.holder(),
        party(ask, "recipient"),
        ask.text("person"),
        Purpose.tryParse(ask.text("purpose")),
        Act.tryParse(ask.text("act", Act.INFORM.word())).orElseThrow(),
        traits(ask.at("channel")),
        new When(when, ask.time("known-at").orElse(when)),
        held(at),
        asked(at));
  }

  private PartyId party(Leaf at, String key) {
    if (!at.has(key)) {
      at.fault("the key \"" + key + "\" is missing");
      return NOBODY;
    }
    return words.wording().party(at.at(key)).orElse(NOBODY);
  }

  private Optional<PartyId> optional(Leaf at, String key) {
    boolean known = at.has(key) && !at.text(key).equals(NOBODY.text());
    return known ? Optional.of(party(at, key)) : Optional.empty();
  }

  private Matter matter(Leaf at) {
    List<Linkage> linkages = new ArrayList<>();
    for (Leaf group : at.list("groups")) {
      linkages.add(linkage(group));
      group.list("fields").forEach(field -> parts.add(part(field, group.text("id"))));
    }
    at.list("fields").forEach(field -> parts.add(part(field, "")));
    if (parts.isEmpty()) {
      at.fault("names no field");
    }
    return new Matter(
        at.text("type", "record"),
        party(at, "holder"),
        optional(at, "source"),
        markings.read(at.at("marking")),
        traits(at.at("traits")),
        parts,
        linkages);
  }

  private Linkage linkage(Leaf at) {
    List<PartyId> route = new ArrayList<>();
    at.list("route").forEach(hop -> words.wording().party(hop).ifPresent(route::add));
    return new Linkage(
        at.text("id"),
        optional(at, "responsible"),
        optional(at, "subject"),
        route,
        traits(at.at("traits")));
  }

  private Part part(Leaf at, String group) {
    boolean byName = at.node().isString();
    String name = byName ? at.text() : at.text("name");
    Optional<FieldCatalogue.Entry> known = words.catalogue().field(name);
    if (known.isEmpty() && !at.has("category")) {
      at.faults().unknown(at.path(), "field", name, words.catalogue().names());
    }
    return new Part(
        name,
        category(at, known),
        group,
        order(at, known),
        markings.read(at.at("marking")),
        traits(at.at("traits")));
  }

  private static Category category(Leaf at, Optional<FieldCatalogue.Entry> known) {
    Category otherwise = known.map(FieldCatalogue.Entry::category).orElse(Category.UNKNOWN);
    if (!at.has("category")) {
      return otherwise;
    }
    for (Category each : Category.values()) {
      if (each.name().equals(at.text("category"))) {
        return each;
      }
    }
    at.at("category").fault("no category: " + at.text("category"));
    return otherwise;
  }

  private Order order(Leaf at, Optional<FieldCatalogue.Entry> known) {
    Order otherwise = known.map(FieldCatalogue.Entry::order).orElse(Order.PLAIN);
    if (!at.has("order")) {
      return otherwise;
    }
    Optional<Order> order = words.catalogue().order(at.text("order"));
    if (order.isEmpty()) {
      at.faults()
          .unknown(at.path() + ".order", "order", at.text("order"), words.catalogue().orderNames());
    }
    return order.orElse(otherwise);
  }

  static Map<String, String> traits(Leaf at) {
    Map<String, String> found = new LinkedHashMap<>();
    at.node().propertyNames().forEach(key -> found.put(key, at.at(key).word()));
    return found;
  }

  private List<Question.Held> held(Leaf at) {
    List<Question.Held> held = new ArrayList<>();
    for (Leaf each : at.list("held")) {
      Optional<FieldCatalogue.Entry> known = words.catalogue().field(each.text("field"));
      Optional<Integer> level = known.flatMap(entry -> entry.order().level(each.text("level")));
      if (level.isEmpty()) {
        each.fault("no such level of " + each.text("field") + ": " + each.text("level"));
        continue;
      }
      FieldCatalogue.Entry entry = known.orElseThrow();
      Part part = Part.of(each.text("field"), entry.category(), each.text("group"), entry.order());
      held.add(new Question.Held(part, level.get()));
    }
    return held;
  }

  private static List<Question.Asked> asked(Leaf at) {
    return at.list("asked").stream()
        .map(each ->
            new Question.Asked(
                each.text("rule"),
                each.text("about"),
                Question.Asked.State.valueOf(each.text("state").toUpperCase(Locale.ROOT))))
        .toList();
  }
}
