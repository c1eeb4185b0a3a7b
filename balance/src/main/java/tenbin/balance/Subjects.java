package tenbin.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Observation;

/**
 * Whom an observation is about: the party with the smallest network on record that held the address
 * at its time, else the responsible member. A network is on record as a fact of a policy file:
 * {@code about} the party, key {@code network}, value a prefix, from when to when.
 */
final class Subjects {
  /** The key of the facts that say which network a party has. */
  static final String NETWORK = "network";

  private final List<Network> networks = new ArrayList<>();

  private record Network(Prefix prefix, PartyId party, Fact fact) {}

  Subjects(PolicySet grounds) {
    for (Fact fact : grounds.parts().facts()) {
      if (fact.key().equals(NETWORK)) {
        Prefix.tryParse(fact.value()).ifPresent(prefix -> networks.add(network(prefix, fact)));
      }
    }
    networks.sort(
        Comparator.comparingInt((Network network) -> network.prefix.bits())
            .reversed()
            .thenComparing(Network::party));
  }

  private static Network network(Prefix prefix, Fact fact) {
    return new Network(prefix, new PartyId(fact.about()), fact);
  }

  PartyId of(Observation seen, MemberId responsible, When now) {
    if (networks.isEmpty()) {
      return responsible.party();
    }
    Address address = (seen.sides().aboutSource() ? seen.source() : seen.destination()).address();
    When then = new When(seen.time().instant(), now.knownAt());
    return networks.stream()
        .filter(each -> each.prefix.contains(address) && each.fact.term().holds(then))
        .map(Network::party)
        .findFirst()
        .orElseGet(responsible::party);
  }
}
