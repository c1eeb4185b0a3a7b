package tenbin.spine.policy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Ceiling;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.Forbid;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Scope;
import tenbin.balance.ground.Term;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.yaml.Leaf;

/** Reads what opens and what shuts. */
final class BasisReader {
  private final Wording wording;
  private final FieldCatalogue catalogue;
  private final Set<String> registers;

  BasisReader(Wording wording, FieldCatalogue catalogue, Set<String> registers) {
    this.wording = wording;
    this.catalogue = catalogue;
    this.registers = registers;
  }

  static boolean isCategory(String name) {
    for (Category each : Category.values()) {
      if (each.name().equals(name)) {
        return true;
      }
    }
    return false;
  }

  /** What a basis does not widen is narrow: acts inform only, the holder gives. */
  Basis basis(Leaf at) {
    Term term = TermReader.read(at);
    if (!at.has("from") && !at.has("spans")) {
      at.fault("says not from when it holds");
    }
    if (!term.isBounded()) {
      at.fault("has neither an end nor a review date");
    }
    if (at.text("evidence").isBlank()) {
      at.at("evidence").fault("says not where its evidence lies");
    }
    return new Basis(
        at.text("id"),
        Kind.tryParse(at.text("kind")).orElseThrow(),
        at.text("law"),
        Wording.gates(at),
        new Scope(
            Wording.categories(at, Set.of()),
            fields(at),
            Wording.purposes(at, Set.of()),
            Wording.acts(at, Set.of(Act.INFORM)),
            wording.parties(at, "givers", Parties.in(Parties.Role.HOLDER)),
            wording.parties(at, "recipients", Wording.NOBODY),
            wording.parties(at, "subjects", Parties.ANYBODY)),
        Wording.conditions(at),
        grant(at),
        ceiling(at),
        Wording.obligations(at),
        term,
        new Basis.Proof(at.text("evidence"), at.text("attested-by"), at.text("when-ended")));
  }

  /** What a forbid does not narrow it reaches. */
  Forbid forbid(Leaf at) {
    Set<Category> all = EnumSet.allOf(Category.class);
    return new Forbid(
        at.text("id"),
        new Scope(
            Wording.categories(at, all),
            fields(at),
            Wording.purposes(at, EnumSet.allOf(Purpose.class)),
            Wording.acts(at, EnumSet.allOf(Act.class)),
            wording.parties(at, "givers", Parties.ANYBODY),
            wording.parties(at, "recipients", Parties.ANYBODY),
            wording.parties(at, "subjects", Parties.ANYBODY)),
        Wording.kinds(at),
        Wording.conditions(at),
        TermReader.read(at),
        at.text("pointer"),
        at.text("task"));
  }

  private Set<String> fields(Leaf at) {
    Set<String> names = new LinkedHashSet<>();
    for (Leaf each : at.list("fields")) {
      names.add(each.text());
      if (catalogue.field(each.text()).isEmpty()) {
        at.faults().unknown(each.path(), "field", each.text(), catalogue.names());
      }
    }
    return names;
  }

  private Ceiling ceiling(Leaf at) {
    Map<String, String> levels = new LinkedHashMap<>();
    Leaf told = at.at("ceiling");
    for (String of : told.node().propertyNames()) {
      String level = told.text(of);
      levels.put(of, level);
      Leaf here = told.at(of);
      if (!isCategory(of) && catalogue.field(of).isEmpty() && catalogue.order(of).isEmpty()) {
        at.faults().unknown(here.path(), "field, category or order", of, catalogue.names());
      } else if (!knows(of, level)) {
        here.fault("no level of " + of + ": \"" + level + "\"");
      }
    }
    return new Ceiling(levels);
  }

  private boolean knows(String of, String level) {
    return catalogue
        .field(of)
        .map(FieldCatalogue.Entry::order)
        .or(() -> catalogue.order(of))
        .map(order -> order.level(level).isPresent())
        .orElseGet(() -> catalogue.knowsLevel(level));
  }

  private Grant grant(Leaf at) {
    List<Grant> told = new ArrayList<>();
    if (at.has("consent")) {
      told.add(consent(at.at("consent")));
    }
    if (at.has("general-terms")) {
      String register = at.at("general-terms").text("register");
      if (!registers.contains(register)) {
        at.faults().unknown(at.path() + ".general-terms.register", "register", register, registers);
      }
      told.add(new Grant.GeneralTerms(register));
    }
    if (at.has("adopted")) {
      told.add(adopted(at.at("adopted")));
    }
    if (told.size() > 1) {
      at.fault("rests on one of consent, general-terms or adopted, not on several");
    }
    requireGrant(at);
    return told.isEmpty() ? Grant.STANDING : told.getFirst();
  }

  /** A kind that is somebody's agreement says whose, else it would be everybody's. */
  private static void requireGrant(Leaf at) {
    String key =
        switch (Kind.tryParse(at.text("kind")).orElseThrow()) {
          case INDIVIDUAL_CONSENT -> "consent";
          case GENERAL_TERMS_CONSENT -> "general-terms";
          case ADOPTED_CLAUSE -> "adopted";
          default -> "";
        };
    if (!key.isEmpty() && !at.has(key)) {
      at.fault("a basis of the kind " + at.text("kind") + " says \"" + key + "\"");
    }
  }

  private Grant consent(Leaf at) {
    List<Grant.Change> changes = new ArrayList<>();
    for (Leaf each : at.list("states")) {
      Instant from = each.time("from").orElse(Instant.MAX);
      changes.add(
          new Grant.Change(
              ConsentState.tryParse(each.text("state")).orElseThrow(),
              from,
              each.time("recorded").orElse(from)));
    }
    PartyId nobody = new PartyId("nobody");
    return new Grant.Consent(wording.party(at.at("subject")).orElse(nobody), changes);
  }

  private Grant adopted(Leaf at) {
    String by = at.text("by").toUpperCase(Locale.ROOT).replace('-', '_');
    return new Grant.Adopted(
        Grant.Adopted.Adopter.valueOf(by), wording.dated(at.list("adoptions")));
  }
}
