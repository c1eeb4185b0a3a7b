package tenbin.spine.scales;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.balance.Policy;
import tenbin.balance.ground.Basis;
import tenbin.balance.ground.Grant;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.Span;
import tenbin.balance.ground.Term;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.PartyId;

/**
 * A ground that somebody could give and has not given.
 *
 * @param basis as it would be
 * @param then the policy with it
 */
public record Candidate(Basis basis, Policy then) {
  /** The model clauses in force that a party could adopt and has not adopted. */
  public static List<Candidate> clausesFor(PartyId party, Policy now, Instant at) {
    When when = When.asKnownThen(at);
    List<Candidate> found = new ArrayList<>();
    for (Basis basis : now.grounds().bases()) {
      if (basis.grant() instanceof Grant.Adopted adopted
          && adopted.adopter() != Grant.Adopted.Adopter.SUBJECT
          && basis.term().holds(when)
          && !adopted.isAdoptedBy(party, when)) {
        found.add(of(adoptedBy(party, basis, adopted, at), now));
      }
    }
    return found;
  }

  private static Basis adoptedBy(PartyId party, Basis basis, Grant.Adopted adopted, Instant at) {
    Map<PartyId, Term> adoptions = new HashMap<>(adopted.adoptions().all());
    Span span = new Span(at, Instant.MAX, at);
    Term before = adoptions.get(party);
    adoptions.put(
        party,
        before == null ? new Term(List.of(span), Optional.empty(), List.of()) : before.with(span));
    return basis.with(new Grant.Adopted(adopted.adopter(), adoptions));
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
