package tenbin.balance;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tenbin.balance.ground.Fact;
import tenbin.balance.ground.Party;
import tenbin.balance.ground.PolicySet;
import tenbin.balance.ground.When;
import tenbin.nouns.consent.PartyId;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.nouns.observation.Observation;

/**
 * Whom an observation is about: the party with the smallest network on record that held the address
 * at its time, else the responsible member. A network is on record as a fact: {@code about} the
 * party, key {@code network}, value a prefix, from when to when. One that a member's desk recorded
 * for its customer counts for rows of which that member is responsible, and for no others: what it
 * says of another's network says nothing.
 */
final class Subjects {
  /** The key of the facts that say which network a party has. */
  static final String NETWORK = "network";

  /** An IPv4 prefix in the 128 bits of every address. */
  private static final int V4_OFFSET = 96;

  private final NavigableMap<Integer, Map<Prefix, List<Network>>> byBits = new TreeMap<>();
  private final List<Network> all;
  private final List<Network> apart;

  /**
   * A party's network.
   *
   * @param desks the members whose customer it is; empty where no desk entered it
   * @param matters whether grounds speak of the party, or of one around it, as the one whom
   *     something is about
   */
  private record Network(CustomerNetwork its, Fact fact, Set<MemberId> desks, boolean matters) {
    boolean isFor(MemberId responsible) {
      return desks.isEmpty() || desks.contains(responsible);
    }

    boolean counts(MemberId responsible, When then) {
      return isFor(responsible) && fact.term().holds(then);
    }
  }

  Subjects(PolicySet grounds) {
    SubjectsMatter matter = new SubjectsMatter(grounds);
    List<Fact> facts =
        grounds.parts().facts().stream()
            .filter(each -> each.key().equals(NETWORK) && Prefix.tryParse(each.value()).isPresent())
            .toList();
    Set<Prefix> mattering =
        facts.stream()
            .filter(each -> matter.of(new PartyId(each.about())))
            .map(each -> Prefix.parse(each.value()))
            .collect(Collectors.toUnmodifiableSet());
    List<Network> found = new ArrayList<>();
    facts.forEach(each -> found.add(network(grounds, mattering, each)));
    // Of one prefix the responsible member's own desk knows best whose it is.
    found.sort(
        Comparator.comparing((Network each) -> each.desks.isEmpty())
            .thenComparing(each -> each.its.customer()));
    for (Network each : found) {
      byBits
          .computeIfAbsent(-each.its.prefix().bits(), bits -> new HashMap<>())
          .computeIfAbsent(each.its.prefix(), prefix -> new ArrayList<>())
          .add(each);
    }
    this.all = List.copyOf(found);
    this.apart = all.stream().filter(Network::matters).toList();
  }

  private static Network network(PolicySet grounds, Set<Prefix> mattering, Fact fact) {
    PartyId party = new PartyId(fact.about());
    Prefix prefix = Prefix.parse(fact.value());
    return new Network(
        new CustomerNetwork(party, prefix), fact, desks(grounds, party), isIn(prefix, mattering));
  }

  /** A network inside one that matters takes rows from that one, so it is known apart too. */
  private static boolean isIn(Prefix prefix, Set<Prefix> mattering) {
    for (int length = prefix.length(); length >= 0 && !mattering.isEmpty(); length--) {
      if (mattering.contains(Prefix.around(prefix.first(), length))) {
        return true;
      }
    }
    return false;
  }

  /** The secretariat answers for nobody's network: what it recorded counts for everybody's. */
  private static Set<MemberId> desks(PolicySet grounds, PartyId party) {
    Set<MemberId> desks =
        grounds.party(party).classes().stream()
            .filter(each -> each.startsWith(Party.CUSTOMER_OF))
            .map(each -> new MemberId(each.substring(Party.CUSTOMER_OF.length())))
            .collect(Collectors.toUnmodifiableSet());
    boolean office =
        desks.stream()
            .anyMatch(each -> grounds.party(each.party()).classes().contains(Party.SECRETARIAT));
    return office ? Set.of() : desks;
  }

  /** Networks of parties whose rows can be decided otherwise than rows about nobody. */
  List<CustomerNetwork> apart(MemberId responsible) {
    return of(apart, responsible);
  }

  /** All networks on record of which a member can be responsible. */
  List<CustomerNetwork> all(MemberId responsible) {
    return of(all, responsible);
  }

  private static List<CustomerNetwork> of(List<Network> networks, MemberId responsible) {
    return networks.stream()
        .filter(each -> each.isFor(responsible))
        .map(Network::its)
        .distinct()
        .toList();
  }

  PartyId of(Observation seen, MemberId responsible, When now) {
    return find(seen, responsible, now)
        .map(each -> each.its.customer())
        .orElseGet(responsible::party);
  }

  /** The network by which a row is decided apart from others, if it is. */
  Optional<CustomerNetwork> apart(Observation seen, MemberId responsible, When now) {
    return apart.isEmpty()
        ? Optional.empty()
        : find(seen, responsible, now).filter(Network::matters).map(Network::its);
  }

  private Optional<Network> find(Observation seen, MemberId responsible, When now) {
    if (byBits.isEmpty()) {
      return Optional.empty();
    }
    Address address = (seen.sides().aboutSource() ? seen.source() : seen.destination()).address();
    When then = new When(seen.time().instant(), now.knownAt());
    for (Map.Entry<Integer, Map<Prefix, List<Network>>> each : byBits.entrySet()) {
      int length = -each.getKey() - (address.isV4() ? V4_OFFSET : 0);
      List<Network> there =
          length < 0
              ? List.of()
              : each.getValue().getOrDefault(Prefix.around(address, length), List.of());
      for (Network network : there) {
        if (network.counts(responsible, then)) {
          return Optional.of(network);
        }
      }
    }
    return Optional.empty();
  }
}
