package tenbin.spine.scales;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import tenbin.balance.Policy;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Span;
import tenbin.balance.ground.Term;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.PartyId;

/**
 * A ground as somebody could have it: given, or given up.
 *
 * @param basis as it would be
 * @param then the policy with it
 */
public record Candidate(Basis basis, Policy then) {
  /** The model clauses in force that a party could adopt and has not adopted. */
  public static List<Candidate> clausesFor(PartyId party, Policy now, Instant at) {
    When when = When.asKnownThen(at);
    return clauses(
        now,
        when,
        adopted -> !adopted.isAdoptedBy(party, when),
        adopted -> adoptedBy(party, adopted, at));
  }

  /** The model clauses in force that a party adopted, each as if it had not. */
  public static List<Candidate> clausesLeftBy(PartyId party, Policy now, Instant at) {
    When when = When.asKnownThen(at);
    return clauses(
        now, when, adopted -> adopted.isAdoptedBy(party, when), adopted -> leftBy(party, adopted));
  }

  private static List<Candidate> clauses(
      Policy now, When when, Predicate<Grant.Adopted> which, UnaryOperator<Grant.Adopted> as) {
    List<Candidate> found = new ArrayList<>();
    for (Basis basis : now.grounds().bases()) {
      if (basis.grant() instanceof Grant.Adopted adopted
          && adopted.adopter() != Grant.Adopted.Adopter.SUBJECT
          && basis.term().holds(when)
          && which.test(adopted)) {
        found.add(of(basis.with(as.apply(adopted)), now));
      }
    }
    return found;
  }

  private static Grant.Adopted adoptedBy(PartyId party, Grant.Adopted adopted, Instant at) {
    Map<PartyId, Term> adoptions = new HashMap<>(adopted.adoptions().all());
    Span span = new Span(at, Instant.MAX, at);
    Term before = adoptions.get(party);
    adoptions.put(
        party,
        before == null ? new Term(List.of(span), Optional.empty(), List.of()) : before.with(span));
    return new Grant.Adopted(adopted.adopter(), adoptions);
  }

  private static Grant.Adopted leftBy(PartyId party, Grant.Adopted adopted) {
    Map<PartyId, Term> adoptions = new HashMap<>(adopted.adoptions().all());
    adoptions.remove(party);
    return new Grant.Adopted(adopted.adopter(), adoptions);
  }

  /** A ground put beside the others, or in the place of the one with its id. */
  public static Candidate of(Basis basis, Policy now) {
    PolicySet.Parts parts = now.grounds().parts();
    List<Basis> bases = new ArrayList<>(parts.bases());
    bases.removeIf(each -> each.id().equals(basis.id()));
    bases.add(basis);
    return new Candidate(basis, new Policy(now.circle(), new PolicySet(parts.withBases(bases))));
  }
}
