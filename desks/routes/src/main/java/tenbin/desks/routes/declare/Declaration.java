package tenbin.desks.routes.declare;

import java.util.List;
import java.util.Set;
import tenbin.nouns.member.MemberId;
import tenbin.nouns.net.Asn;

/**
 * What one member declares of its routing.
 *
 * @param member who says it
 * @param asns its own; whatever they originate is its own doing
 * @param upstreams that carry it to everybody; empty where it does not say
 * @param peers that carry it to their customers; empty where it does not say
 * @param downstreams its customers; empty where it does not say
 * @param prefixes that it answers for
 * @param locks ASes that are reached in certain ways only
 */
public record Declaration(
    MemberId member,
    Set<Asn> asns,
    Set<Asn> upstreams,
    Set<Asn> peers,
    Set<Asn> downstreams,
    List<Watched> prefixes,
    List<PeerLock> locks) {
  public Declaration {
    asns = Set.copyOf(asns);
    upstreams = Set.copyOf(upstreams);
    peers = Set.copyOf(peers);
    downstreams = Set.copyOf(downstreams);
    prefixes = List.copyOf(prefixes);
    locks = List.copyOf(locks);
  }

  /** Whether nobody said it: it is made of what registries say. */
  public boolean isRegistered() {
    return !prefixes.isEmpty() && prefixes.getFirst().isRegistered();
  }

  /** Whether it says behind whom its prefixes are reached. */
  public boolean saysNeighbours() {
    return !upstreams.isEmpty() || !peers.isEmpty();
  }
}
