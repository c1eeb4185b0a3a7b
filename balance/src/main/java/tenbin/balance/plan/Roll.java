package tenbin.balance.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.Forbid;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PartyTerms;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Register;
import tenbin.balance.ground.Scope;
import tenbin.balance.ground.Term;
import tenbin.nouns.consent.PartyId;

/**
 * What one policy set can tell parties apart by, worked out once and shared by all of its plans: is
 * a party named in a ground or on record with a fact; its classes and laws; its terms in registers
 * and under adopted clauses. Whether a term holds is left to the time of a plan. Immutable; any
 * thread.
 */
public final class Roll {
  /** The group of those that no policy file declares. */
  private static final int STRANGER = 0;

  private final PolicySet policy;
  private final Numbers numbers;
  private final List<PartyTerms> lists = new ArrayList<>();
  private final List<PartyId> named = new ArrayList<>();

  /** What a known party has in common with others: 1 and more; one that is named, below 0. */
  private final Map<PartyId, Integer> groups = new HashMap<>();

  private final int attributes;
  private final int[] traits;
  private final List<Trait> known = new ArrayList<>();

  /**
   * What makes parties alike at every time.
   *
   * @param group as {@link #group(PartyId)}
   * @param terms in each list, null where it is not in it
   */
  private record Trait(int group, List<@Nullable Term> terms) {}

  /** A roll for rows that name their parties. */
  public Roll(PolicySet policy) {
    this(policy, Numbers.NONE);
  }

  /** A roll for rows that carry numbers. */
  public Roll(PolicySet policy, Numbers numbers) {
    this.policy = policy;
    this.numbers = numbers;
    policy.parts().registers().stream().map(Register::optedOut).forEach(lists::add);
    policy.bases().forEach(this::addClause);
    this.attributes = declare(policy);
    name(namedIn(policy));
    this.traits = new int[numbers.size()];
    number();
  }

  private void addClause(Basis basis) {
    if (basis.grant() instanceof Grant.Adopted adopted) {
      lists.add(adopted.adoptions());
    }
  }

  /** What tells parties apart that nobody names. */
  private record Attributes(boolean carrier, Set<String> classes, Set<String> laws) {}

  private int declare(PolicySet policy) {
    Map<Attributes, Integer> kinds = new HashMap<>();
    for (Party party : policy.parts().parties()) {
      Attributes its = new Attributes(party.carrier(), party.classes(), party.laws());
      groups.put(party.id(), kinds.computeIfAbsent(its, k -> kinds.size() + 1));
    }
    return kinds.size();
  }

  private static Set<String> namedIn(PolicySet policy) {
    Set<String> names = new HashSet<>();
    policy.parts().facts().stream().map(Fact::about).forEach(names::add);
    for (Basis basis : policy.bases()) {
      addNamed(basis.scope(), names);
      if (basis.grant() instanceof Grant.Consent consent) {
        names.add(consent.subject().text());
      }
    }
    policy.forbids().stream().map(Forbid::scope).forEach(scope -> addNamed(scope, names));
    names.remove(Fact.CIRCLE);
    return names;
  }

  private static void addNamed(Scope scope, Set<String> names) {
    scope.subjects().named().forEach(party -> names.add(party.text()));
  }

  private void name(Set<String> names) {
    for (String name : names) {
      PartyId party = new PartyId(name);
      named.add(party);
      groups.put(party, -named.size());
    }
  }

  private void number() {
    Map<Trait, Integer> places = new HashMap<>();
    for (int number = 0; number < traits.length; number++) {
      PartyId party = numbers.party(number);
      Trait trait = new Trait(group(party), terms(party));
      traits[number] = Objects.requireNonNull(places.computeIfAbsent(trait, k -> known.size()));
      if (traits[number] == known.size()) {
        known.add(trait);
      }
    }
  }

  private List<@Nullable Term> terms(PartyId party) {
    List<@Nullable Term> terms = new ArrayList<>(lists.size());
    lists.forEach(each -> terms.add(each.term(party)));
    return terms;
  }

  PolicySet policy() {
    return policy;
  }

  Numbers numbers() {
    return numbers;
  }

  /** How many groups of declared parties there are; they are numbered from 1, 0 are all others. */
  int attributes() {
    return attributes;
  }

  /** How many registers and adopted clauses parties can stand in. */
  int lists() {
    return lists.size();
  }

  /** A party's term in a list, null when it is not in it. */
  @Nullable Term term(int list, PartyId party) {
    return lists.get(list).term(party);
  }

  int group(PartyId party) {
    return groups.getOrDefault(party, STRANGER);
  }

  /** How many parties are named; their groups are -1 and less. */
  int named() {
    return named.size();
  }

  /** How many traits numbered parties have. */
  int traits() {
    return known.size();
  }

  int trait(int number) {
    return traits[number];
  }

  int groupOfTrait(int trait) {
    return known.get(trait).group;
  }

  @Nullable Term termOfTrait(int list, int trait) {
    return known.get(trait).terms.get(list);
  }
}
