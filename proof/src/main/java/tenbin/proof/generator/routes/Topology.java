package tenbin.proof.generator.routes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who buys from whom and who peers: every AS reaches the top, where all peer, so each has a path to
 * each that goes up, at most once across, and down.
 */
final class Topology {
  private static final int MOST_STEPS = 32;

  private final Map<Long, List<Long>> providers = new LinkedHashMap<>();
  private final Map<Long, Set<Long>> peers = new LinkedHashMap<>();

  /** An AS, with nobody yet. */
  void add(long asn) {
    providers.computeIfAbsent(asn, any -> new ArrayList<>());
    peers.computeIfAbsent(asn, any -> new LinkedHashSet<>());
  }

  /** That an AS buys from others, the one it prefers first. */
  void buys(long customer, long... from) {
    add(customer);
    for (long each : from) {
      add(each);
      if (!providers(customer).contains(each)) {
        providers(customer).add(each);
      }
    }
  }

  void peer(long one, long other) {
    add(one);
    add(other);
    if (one != other && !providers(one).contains(other) && !providers(other).contains(one)) {
      peers(one).add(other);
      peers(other).add(one);
    }
  }

  boolean knows(long asn) {
    return providers.containsKey(asn);
  }

  Set<Long> asns() {
    return providers.keySet();
  }

  List<Long> providers(long asn) {
    return providers.getOrDefault(asn, List.of());
  }

  Set<Long> peers(long asn) {
    return peers.getOrDefault(asn, Set.of());
  }

  /** From an AS up to the top, by one of its providers at each step. */
  private List<Long> up(long asn, int choice) {
    List<Long> chain = new ArrayList<>(List.of(asn));
    List<Long> above = providers(asn);
    while (!above.isEmpty() && chain.size() < MOST_STEPS) {
      chain.add(above.get(choice % above.size()));
      above = providers(chain.getLast());
    }
    return chain;
  }

  /**
   * The path by which one AS reaches another, both in it.
   *
   * @param choice which provider the other is reached through, where it has several
   */
  Route path(long from, long to, int choice) {
    List<Long> upwards = up(from, 0);
    List<Long> downwards = up(to, choice);
    for (int j = 0; j < downwards.size(); j++) {
      int met = upwards.indexOf(downwards.get(j));
      if (met >= 0) {
        return joined(upwards.subList(0, met + 1), downwards.subList(0, j));
      }
    }
    for (int j = 0; j < downwards.size(); j++) {
      for (int i = 0; i < upwards.size(); i++) {
        if (peers(upwards.get(i)).contains(downwards.get(j))) {
          return joined(upwards.subList(0, i + 1), downwards.subList(0, j + 1));
        }
      }
    }
    throw new IllegalStateException("no path from " + from + " to " + to);
  }

  private static Route joined(List<Long> upwards, List<Long> downwards) {
    List<Long> all = new ArrayList<>(upwards);
    all.addAll(downwards.reversed());
    return new Route(all.stream().mapToLong(Long::longValue).toArray());
  }

  /** As CAIDA writes them (serial-1): provider|customer|-1, peer|peer|0. */
  String relations() {
    StringBuilder text = new StringBuilder("# made, not measured\n");
    providers.forEach((asn, above) ->
        above.forEach(each -> text.append(each).append('|').append(asn).append("|-1\n")));
    peers.forEach((asn, beside) -> {
      for (long each : beside) {
        if (asn < each) {
          text.append(asn).append('|').append(each).append("|0\n");
        }
      }
    });
    return text.toString();
  }
}
