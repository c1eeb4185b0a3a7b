package tenbin.balance.ground;

import java.util.Map;
import java.util.Optional;
import tenbin.nouns.consent.PartyId;

/** Who opted out of general terms, since when (DISCLOSURE section 4). */
public record Register(String id, Map<PartyId, Term> optedOut) {
  public Register {
    optedOut = Map.copyOf(optedOut);
  }

  public boolean lists(PartyId subject, When when) {
    return Optional.ofNullable(optedOut.get(subject)).filter(term -> term.holds(when)).isPresent();
  }
}
