package tenbin.balance.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.Forbid;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Register;
import tenbin.balance.ground.Term;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.PartyId;

/**
 * Parties by what a policy can tell them apart by. Two of one kind have the same answer to every
 * question of the plan: neither is named in a ground or has a fact on record, they have the same
 * classes and laws, and stand in the same registers and under the same adopted clauses.
 */
final class Kinds {
  private final PolicySet policy;
  private final When when;
  private final Set<String> special = new HashSet<>();
  private final List<Map<PartyId, Term>> lists = new ArrayList<>();
  private final Map<Object, Integer> numbers = new HashMap<>();
  private final List<PartyId> representatives = new ArrayList<>();

  /**
   * Kinds under a policy at a time.
   *
   * @param own parties that the question itself names
   */
  Kinds(PolicySet policy, When when, Set<PartyId> own) {
    this.policy = policy;
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
      forbid.scope().subjects().named().forEach(party -> special.add(party.text()));
    }
  }

  private void addNamed(Basis basis) {
    basis.scope().subjects().named().forEach(party -> special.add(party.text()));
    switch (basis.grant()) {
      case Grant.Standing ignored -> {}
      case Grant.GeneralTerms ignored -> {}
      case Grant.Consent consent -> special.add(consent.subject().text());
      case Grant.Adopted adopted -> lists.add(adopted.adoptions());
    }
  }

  /** What parties that nobody names have in common. */
  private record Alike(boolean carrier, Set<String> classes, Set<String> laws, long listed) {}

  /** The kind of a party: 1 and more. */
  int of(PartyId party) {
    Object signature = special.contains(party.text()) ? party : alike(party);
    Integer known = numbers.get(signature);
    if (known == null) {
      known = representatives.size();
      numbers.put(signature, known);
      representatives.add(party);
    }
    return known;
  }

  private Alike alike(PartyId id) {
    Party party = policy.party(id);
    long listed = 0;
    for (int i = 0; i < lists.size(); i++) {
      Term term = lists.get(i).get(id);
      if (term != null && term.holds(when)) {
        listed |= 1L << i;
      }
    }
    return new Alike(party.carrier(), party.classes(), party.laws(), listed);
  }

  /** Some party of a kind. */
  PartyId representative(int kind) {
    return representatives.get(kind);
  }
}
