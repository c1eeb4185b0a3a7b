package tenbin.balance.weigh;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tenbin.nouns.consent.PartyId;

/**
 * One linkage group: one communication, or one subject.
 *
 * @param id inside the matter
 * @param responsible for the address, account or registered block at the observation's time
 * @param subject whom it is about
 * @param route recorded, from the holder's first hop to the addressee
 * @param traits what is said of the group: "learnt" to "party"
 */
public record Linkage(
    String id,
    Optional<PartyId> responsible,
    Optional<PartyId> subject,
    List<PartyId> route,
    Map<String, String> traits) {
  public Linkage {
    route = List.copyOf(route);
    traits = Map.copyOf(traits);
  }

  boolean reaches(PartyId party) {
    return responsible.filter(party::equals).isPresent() || route.contains(party);
  }
}
