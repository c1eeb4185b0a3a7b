package tenbin.spine.policy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.KeyScope;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Term;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;
import tenbin.spine.yaml.Leaf;

/** The words of policy files as values: lists of purposes, parties, conditions, obligations. */
public final class Wording {
  /** Where nobody is told. */
  static final Parties NOBODY = Parties.in();

  /** All of a closed list. */
  private static final String ANY = "any";

  private static final String CLASS = "class:";
  private static final Pattern CONDITION =
      Pattern.compile("([a-z]+)\\.([A-Za-z0-9:._-]+) *= *(\\S.*)");

  private final ClassTree classes;
  private final Set<String> parties;

  Wording(ClassTree classes, Set<String> parties) {
    this.classes = classes;
    this.parties = parties;
  }

  /** Every class that is known. */
  Set<String> classes() {
    return classes.known();
  }

  /** The words of roles: a party may not be called so. */
  static Set<String> roles() {
    Set<String> words = new TreeSet<>();
    for (Parties.Role role : Parties.Role.values()) {
      words.add(word(role));
    }
    return words;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Set<Category> categories(Leaf at, Set<Category> otherwise) {
    Set<Category> found = EnumSet.noneOf(Category.class);
    at.list("categories").forEach(each -> found.add(Category.valueOf(each.text())));
    return found.isEmpty() ? otherwise : found;
  }

  static Set<Gate> gates(Leaf at) {
    Set<Gate> found = EnumSet.noneOf(Gate.class);
    at.list("opens").forEach(each -> found.add(Gate.valueOf(each.text())));
    return found;
  }

  static Set<Kind> kinds(Leaf at) {
    Set<Kind> found = EnumSet.noneOf(Kind.class);
    at.list("kinds").forEach(each -> Kind.tryParse(each.text()).ifPresent(found::add));
    return found;
  }

  static Set<Act> acts(Leaf at, Set<Act> otherwise) {
    Set<Act> found = EnumSet.noneOf(Act.class);
    for (Leaf each : at.list("acts")) {
      if (each.text().equals(ANY)) {
        return EnumSet.allOf(Act.class);
      }
      Act.tryParse(each.text()).ifPresent(found::add);
    }
    return found.isEmpty() ? otherwise : found;
  }

  static Set<Purpose> purposes(Leaf at, Set<Purpose> otherwise) {
    Set<Purpose> found = EnumSet.noneOf(Purpose.class);
    for (Leaf each : at.list("purposes")) {
      if (each.text().equals(ANY)) {
        return EnumSet.allOf(Purpose.class);
      }
      purpose(each).ifPresent(found::add);
    }
    return found.isEmpty() ? otherwise : found;
  }

  static Optional<Purpose> purpose(Leaf at) {
    Optional<Purpose> known = Purpose.tryParse(at.text());
    if (known.isEmpty()) {
      List<String> words = new ArrayList<>();
      for (Purpose purpose : Purpose.values()) {
        words.add(purpose.code());
        words.add(purpose.word());
      }
      at.faults().unknown(at.path(), "purpose", at.text(), words);
    }
    return known;
  }

  /** Parties by id, class or role; what is nowhere declared is a fault. */
  public Parties parties(Leaf at, String key, Parties otherwise) {
    List<Leaf> told = at.list(key);
    return told.isEmpty() ? otherwise : parties(told);
  }

  private Parties parties(List<Leaf> told) {
    Set<PartyId> named = new LinkedHashSet<>();
    Set<String> ofClass = new LinkedHashSet<>();
    Set<Parties.Role> inRole = EnumSet.noneOf(Parties.Role.class);
    for (Leaf each : told) {
      String word = each.text();
      if (roles().contains(word)) {
        inRole.add(Parties.Role.valueOf(word.toUpperCase(Locale.ROOT)));
      } else if (word.startsWith(CLASS)) {
        className(each, word.substring(CLASS.length())).ifPresent(ofClass::add);
      } else {
        party(each).ifPresent(named::add);
      }
    }
    return new Parties(named, ofClass, inRole);
  }

  private Optional<String> className(Leaf at, String id) {
    if (!classes.knows(id)) {
      at.faults().unknown(at.path(), "class", id, classes.known());
      return Optional.empty();
    }
    return Optional.of(id);
  }

  /** A declared party. */
  public Optional<PartyId> party(Leaf at) {
    if (!parties.contains(at.text())) {
      Collection<String> known = new TreeSet<>(parties);
      known.addAll(roles());
      at.faults().unknown(at.path(), "party", at.text(), known);
      return Optional.empty();
    }
    return Optional.of(new PartyId(at.text()));
  }

  /** Parties with dates of their own: who adopted a clause, who opted out; once each. */
  Map<PartyId, Term> dated(List<Leaf> told) {
    Map<PartyId, Term> found = new LinkedHashMap<>();
    for (Leaf each : told) {
      Optional<PartyId> party = party(each.at("party"));
      Optional<Term> term = TermReader.part(each);
      if (party.isPresent() && term.isPresent() && found.put(party.get(), term.get()) != null) {
        each.fault("there is another entry for " + party.get());
      }
    }
    return found;
  }

  static List<Condition> conditions(Leaf at) {
    List<Condition> found = new ArrayList<>();
    for (Leaf each : at.list("when")) {
      Matcher told = CONDITION.matcher(each.text().strip());
      if (told.matches()) {
        who(each, told.group(1))
            .ifPresent(
                who -> found.add(new Condition(who, told.group(2), alternatives(told.group(3)))));
      } else {
        each.fault("not of the form who.fact = value | value: " + each.text());
      }
    }
    return found;
  }

  private static Optional<Condition.Who> who(Leaf at, String word) {
    Map<String, Condition.Who> known = new java.util.TreeMap<>();
    for (Condition.Who who : Condition.Who.values()) {
      known.put(who.word(), who);
    }
    if (!known.containsKey(word)) {
      at.faults().unknown(at.path(), "who", word, known.keySet());
    }
    return Optional.ofNullable(known.get(word));
  }

  /** What stands between bars, each stripped. */
  static Set<String> alternatives(String text) {
    Set<String> all = new LinkedHashSet<>();
    for (String each : text.split("\\|", -1)) {
      all.add(each.strip());
    }
    return all;
  }

  static Set<Obligation> obligations(Leaf at) {
    Set<Obligation> found = new LinkedHashSet<>();
    for (Leaf each : at.list("obligations")) {
      Optional<Obligation> known = Obligation.tryParse(each.text());
      known.ifPresent(found::add);
      known.ifPresent(told -> requireScope(each, told));
      if (known.isEmpty()) {
        List<String> words = new ArrayList<>();
        for (Obligation.Duty duty : Obligation.Duty.values()) {
          words.add(duty.word());
        }
        at.faults().unknown(each.path(), "obligation", each.text(), words);
      }
    }
    return found;
  }

  /** A pseudonym says who shares it, or it is its recipient's own. */
  private static void requireScope(Leaf at, Obligation told) {
    boolean scoped = told.duty() == Obligation.Duty.PSEUDONYMISE && !told.of().isEmpty();
    if (scoped && KeyScope.tryParse(told.of()).isEmpty()) {
      List<String> words = Arrays.stream(KeyScope.values()).map(KeyScope::word).toList();
      at.faults().unknown(at.path(), "scope of pseudonyms", told.of(), words);
    }
  }
}
