package tenbin.balance.ground;

import java.util.Map;
import tenbin.nouns.consent.PartyId;

/** Who opted out of general terms, since when (DISCLOSURE section 4). */
public record Register(String id, PartyTerms optedOut) {
  public Register(String id, Map<PartyId, Term> optedOut) {
    this(id, new PartyTerms(optedOut));
  }

  public boolean lists(PartyId subject, When when) {
    return optedOut.holds(subject, when);
  }
}
