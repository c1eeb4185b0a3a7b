package tenbin.balance.weigh;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Ceiling;
import tenbin.balance.ground.Condition;
import tenbin.balance.ground.ConsentState;
import tenbin.balance.ground.Gate;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Kind;
import tenbin.balance.ground.Obligation;
import tenbin.balance.ground.Parties;
import tenbin.balance.ground.Scope;
import tenbin.balance.ground.Term;
import tenbin.nouns.consent.Act;
import tenbin.nouns.consent.Category;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.consent.Purpose;

/** A basis that opens everything to everybody, until it is narrowed one word at a time. */
public final class Ground {
  private final String id;
  private Kind kind = Kind.CONTRACT_CLAUSE;
  private String law = "";
  private Set<Gate> opens = EnumSet.of(Gate.S, Gate.P, Gate.K, Gate.H);
  private Set<Category> categories = EnumSet.complementOf(EnumSet.of(Category.UNKNOWN));
  private Set<String> fields = Set.of();
  private Set<Purpose> purposes = EnumSet.allOf(Purpose.class);
  private Set<Act> acts = EnumSet.allOf(Act.class);
  private Parties givers = Parties.ANYBODY;
  private Parties recipients = Parties.ANYBODY;
  private Parties subjects = Parties.ANYBODY;
  private final List<Condition> conditions = new ArrayList<>();
  private Grant grant = Grant.STANDING;
  private Ceiling ceiling = Ceiling.NONE;
  private final Set<Obligation> obligations = new HashSet<>();
  private Term term = Term.always();
  private String evidence = "minutes";
  private String whenEnded = "";

  private Ground(String id) {
    this.id = id;
  }

  public static Ground of(String id) {
    return new Ground(id);
  }

  /** A subject's own consent, in states since their times. */
  public static Ground consentOf(String subject, String id, Grant.Change... changes) {
    Ground made = new Ground(id);
    made.kind = Kind.INDIVIDUAL_CONSENT;
    made.grant = new Grant.Consent(new PartyId(subject), List.of(changes));
    return made;
  }

  public static Grant.Change since(Instant at, ConsentState state) {
    return new Grant.Change(state, at, at);
  }

  /** General terms with a register of who opted out. */
  public static Ground terms(String id, String register) {
    Ground made = new Ground(id);
    made.kind = Kind.GENERAL_TERMS_CONSENT;
    made.grant = new Grant.GeneralTerms(register);
    return made;
  }

  /** A model clause with whoever adopted it, for ever. */
  public static Ground adopted(String id, Grant.Adopted.Adopter adopter, String... by) {
    Ground made = new Ground(id);
    made.kind = Kind.ADOPTED_CLAUSE;
    Map<PartyId, Term> adoptions = new java.util.HashMap<>();
    Arrays.stream(by).forEach(each -> adoptions.put(new PartyId(each), Term.always()));
    made.grant = new Grant.Adopted(adopter, adoptions);
    return made;
  }

  public Ground kind(Kind its) {
    kind = its;
    return this;
  }

  public Ground law(String its) {
    law = its;
    return this;
  }

  public Ground opens(Gate... gates) {
    opens = Set.of(gates);
    return this;
  }

  public Ground lists(Category... its) {
    categories = Set.of(its);
    return this;
  }

  public Ground fields(String... its) {
    fields = Set.of(its);
    return this;
  }

  public Ground purposes(Purpose... its) {
    purposes = Set.of(its);
    return this;
  }

  public Ground acts(Act... its) {
    acts = Set.of(its);
    return this;
  }

  public Ground givers(Parties its) {
    givers = its;
    return this;
  }

  public Ground recipients(Parties its) {
    recipients = its;
    return this;
  }

  public Ground recipient(String one) {
    return recipients(Parties.named(new PartyId(one)));
  }

  public Ground subjects(Parties its) {
    subjects = its;
    return this;
  }

  public Ground when(Condition.Who who, String key, String... values) {
    conditions.add(new Condition(who, key, Set.of(values)));
    return this;
  }

  public Ground grant(Grant its) {
    grant = its;
    return this;
  }

  public Ground ceiling(String of, String level) {
    ceiling = new Ceiling(Map.of(of, level));
    return this;
  }

  public Ground obliges(Obligation.Duty... duties) {
    Arrays.stream(duties).map(Obligation::of).forEach(obligations::add);
    return this;
  }

  public Ground term(Term its) {
    term = its;
    return this;
  }

  public Ground evidence(String its) {
    evidence = its;
    return this;
  }

  public Ground whenEnded(String its) {
    whenEnded = its;
    return this;
  }

  public Basis made() {
    return new Basis(
        id,
        kind,
        law,
        opens,
        scope(),
        conditions,
        grant,
        ceiling,
        obligations,
        term,
        new Basis.Proof(evidence, "", whenEnded));
  }

  /** What it reaches: for forbids too. */
  public Scope scope() {
    return new Scope(categories, fields, purposes, acts, givers, recipients, subjects);
  }
}
