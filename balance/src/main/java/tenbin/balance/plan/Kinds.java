package tenbin.balance.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
import tenbin.balance.ground.When;
import tenbin.nouns.consent.PartyId;

/**
 * Parties by what a policy can tell them apart by. Two of one kind have the same answer to every
 * question of the plan: neither is named in a ground or has a fact on record, they have the same
 * classes and laws, and stand in the same registers and under the same adopted clauses.
 */
final class Kinds {
  /** Registers and clauses of which every combination has a place of its own in a table. */
  private static final int MOST_DENSE = 8;

  private static final int STRANGER = 0;

  private final When when;
  private final Set<String> special = new HashSet<>();
  private final List<PartyTerms> lists = new ArrayList<>();
  private final List<PartyId> representatives = new ArrayList<>();

  /**
   * What a known party has in common with others: 1 and more; one that is its own kind, below 0.
   */
  private final Map<PartyId, Integer> groups = new HashMap<>();

  private @Nullable Term lastTerm;
  private boolean lastHolds;
  private final int[] dense;
  private final Map<Long, Integer> sparse = new HashMap<>();

  /**
   * Kinds under a policy at a time.
   *
   * @param own parties that the question itself names
   */
  Kinds(PolicySet policy, When when, Set<PartyId> own) {
    this.when = when;
    representatives.add(new PartyId("nobody"));
    own.forEach(party -> special.add(party.text()));
    for (Fact fact : policy.parts().facts()) {
      special.add(fact.about());
    }
    for (Register register : policy.parts().registers()) {
      lists.add(register.optedOut());
    }
    policy.bases().forEach(this::addNamed);
    for (Forbid forbid : policy.forbids()) {
      addNamed(forbid.scope());
    }
    int attributes = group(policy);
    this.dense = lists.size() <= MOST_DENSE ? new int[attributes + 1 << lists.size()] : new int[0];
  }

  private void addNamed(Basis basis) {
    addNamed(basis.scope());
    switch (basis.grant()) {
      case Grant.Standing ignored -> {}
      case Grant.GeneralTerms ignored -> {}
      case Grant.Consent consent -> special.add(consent.subject().text());
      case Grant.Adopted adopted -> lists.add(adopted.adoptions());
    }
  }

  private void addNamed(Scope scope) {
    scope.subjects().named().forEach(party -> special.add(party.text()));
  }

  /** What tells parties apart that nobody names. */
  private record Attributes(boolean carrier, Set<String> classes, Set<String> laws) {}

  private int group(PolicySet policy) {
    Map<Attributes, Integer> attributes = new HashMap<>();
    for (Party party : policy.parts().parties()) {
      Attributes its = new Attributes(party.carrier(), party.classes(), party.laws());
      Integer number = attributes.computeIfAbsent(its, k -> attributes.size() + 1);
      groups.put(party.id(), number);
    }
    for (String name : special) {
      if (!name.equals(Fact.CIRCLE)) {
        PartyId party = new PartyId(name);
        groups.put(party, -representatives.size());
        representatives.add(party);
      }
    }
    return attributes.size();
  }

  /** The kind of a party whose place in registers and under clauses matters: 1 and more. */
  int subject(PartyId party) {
    int group = groups.getOrDefault(party, STRANGER);
    if (group < 0) {
      return -group;
    }
    int listed = 0;
    for (int i = 0; i < lists.size(); i++) {
      if (holds(lists.get(i).term(party))) {
        listed |= 1 << i;
      }
    }
    return kind(group, listed, party);
  }

  /** Lists give most of their parties one and the same term: the last one is remembered. */
  @SuppressWarnings("ReferenceEquality")
  private boolean holds(@Nullable Term term) {
    if (term != lastTerm) {
      lastTerm = term;
      lastHolds = term != null && term.holds(when);
    }
    return lastHolds;
  }

  /** The kind of a party that no register is asked about: 1 and more. */
  int responsible(PartyId party) {
    int group = groups.getOrDefault(party, STRANGER);
    return group < 0 ? -group : kind(group, 0, party);
  }

  private int kind(int group, int listed, PartyId party) {
    if (dense.length == 0) {
      long both = (long) group << 32 | listed;
      return sparse.computeIfAbsent(both, k -> next(party));
    }
    int place = (group << lists.size()) + listed;
    if (dense[place] == 0) {
      dense[place] = next(party);
    }
    return dense[place];
  }

  private int next(PartyId party) {
    representatives.add(party);
    return representatives.size() - 1;
  }

  /** Some party of a kind. */
  PartyId representative(int kind) {
    return representatives.get(kind);
  }
}
