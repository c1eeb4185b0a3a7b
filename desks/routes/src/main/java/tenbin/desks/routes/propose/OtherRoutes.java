package tenbin.desks.routes.propose;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tenbin.desks.routes.declare.Declarations;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/** What others originate of prefixes that are to be declared, and inside them. */
public final class OtherRoutes extends RouteView {
  /** A member of whose space others announce more than that declares it otherwise. */
  private static final int MOST = 100_000;

  /**
   * What somebody originates.
   *
   * @param prefix as it is announced
   * @param of the prefix that is to be declared
   * @param origin by whom
   */
  record Claim(Prefix prefix, Prefix of, long origin) implements Comparable<Claim> {
    @Override
    public int compareTo(Claim other) {
      int byPrefix = prefix.compareTo(other.prefix);
      return byPrefix != 0 ? byPrefix : Long.compare(origin, other.origin);
    }

    boolean isExact() {
      return prefix.equals(of);
    }
  }

  private final Set<Long> asns;
  private final Declarations wanted;
  private final Map<Claim, Sight> claims = new TreeMap<>();

  /** Of ASes and of what is to be declared for them. */
  OtherRoutes(Set<Asn> asns, Declarations wanted) {
    this.asns = asns.stream().map(Asn::number).collect(Collectors.toSet());
    this.wanted = wanted;
  }

  @Override
  void route(int vantage, Prefix prefix, AsPath path, Instant since) {
    Optional<Prefix> of = wanted.around(prefix).map(owner -> owner.watched().prefix());
    if (of.isEmpty()) {
      return;
    }
    path.origins()
        .mapToLong(origin -> origin & 0xffff_ffffL)
        .filter(origin -> !asns.contains(origin))
        .forEach(origin -> claim(new Claim(prefix, of.get(), origin), vantage, since));
  }

  private void claim(Claim claim, int vantage, Instant since) {
    if (claims.size() < MOST || claims.containsKey(claim)) {
      claims.computeIfAbsent(claim, any -> new Sight()).seen(vantage, since);
    }
  }

  Map<Claim, Sight> claims() {
    return claims;
  }
}
