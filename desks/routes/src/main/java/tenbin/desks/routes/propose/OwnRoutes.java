package tenbin.desks.routes.propose;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tenbin.nouns.net.Asn;
import tenbin.nouns.net.Prefix;
import tenbin.wire.bgp.AsPath;

/** What ASes are seen to originate, and between whom they stand. */
public final class OwnRoutes extends RouteView {
  private final Set<Long> asns;
  private final Map<Prefix, Sight> prefixes = new TreeMap<>();
  private final Map<Long, Sight> before = new TreeMap<>();
  private final Map<Long, Sight> behind = new TreeMap<>();

  public OwnRoutes(Set<Asn> asns) {
    this.asns = asns.stream().map(Asn::number).collect(Collectors.toSet());
  }

  @Override
  void route(int vantage, Prefix prefix, AsPath path, Instant since) {
    int[] hops = path.hopsAndSets();
    for (int i = 0; i < hops.length; i++) {
      if (!isOwn(hops, i)) {
        continue;
      }
      if (i == hops.length - 1) {
        prefixes.computeIfAbsent(prefix, any -> new Sight()).seen(vantage, since);
      }
      neighbour(before, hops, i - 1, vantage, since);
      neighbour(behind, hops, i + 1, vantage, since);
    }
  }

  private boolean isOwn(int[] hops, int at) {
    return asns.contains(hops[at] & 0xffff_ffffL);
  }

  private void neighbour(Map<Long, Sight> into, int[] hops, int at, int vantage, Instant since) {
    if (at >= 0 && at < hops.length && hops[at] != 0 && !isOwn(hops, at)) {
      into.computeIfAbsent(hops[at] & 0xffff_ffffL, any -> new Sight()).seen(vantage, since);
    }
  }

  /** Whose. */
  Set<Asn> asns() {
    return asns.stream().map(Asn::new).collect(Collectors.toSet());
  }

  /** What they originate. */
  Map<Prefix, Sight> prefixes() {
    return prefixes;
  }

  /** Those who stand before them, nearer to the vantage points. */
  Map<Long, Sight> before() {
    return before;
  }

  /** Those who stand behind them, nearer to the origin. */
  Map<Long, Sight> behind() {
    return behind;
  }
}
