package tenbin.desks.routes.registry;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import tenbin.nouns.net.Asn;

/**
 * All ASPAs of one moment, and verification of paths by them, upstream and downstream, as
 * draft-ietf-sidrops-aspa-verification describes both. Immutable; any thread.
 *
 * <p>Paths are AS numbers without sign, the nearest first, each once where it repeats itself in
 * place; {@link #SET} stands for an AS_SET.
 */
public final class AspaTable {
  /** Stands in a path for an AS_SET: like AS 0, which no path has, it makes every path invalid. */
  public static final int SET = 0;

  /** A table in which nobody says anything. */
  public static final AspaTable EMPTY = of(List.of());

  /** What one AS says of another being its provider. */
  private enum Hop {
    PROVIDER,
    NOT_PROVIDER,
    NO_ATTESTATION
  }

  private final AsnIndex customers;
  private final int[][] providers;

  private AspaTable(Map<Asn, Set<Asn>> byCustomer) {
    customers = AsnIndex.of(byCustomer.keySet().stream().mapToInt(AspaTable::number).toArray());
    providers = new int[customers.size()][];
    byCustomer.forEach((customer, all) -> {
      int[] sorted = all.stream().mapToInt(AspaTable::number).toArray();
      Arrays.sort(sorted);
      providers[customers.find(number(customer))] = sorted;
    });
  }

  private static int number(Asn asn) {
    return (int) asn.number();
  }

  /** A table of them; of several of one customer the providers of all count. */
  public static AspaTable of(Collection<Aspa> aspas) {
    Map<Asn, Set<Asn>> byCustomer = new HashMap<>();
    aspas.forEach(each ->
        byCustomer
            .computeIfAbsent(each.customer(), customer -> new TreeSet<>())
            .addAll(each.providers()));
    return new AspaTable(byCustomer);
  }

  /** How many ASes say who their providers are. */
  public int size() {
    return customers.size();
  }

  private Hop hop(int customer, int provider) {
    int place = customers.find(customer);
    if (place == AsnIndex.NONE) {
      return Hop.NO_ATTESTATION;
    }
    return Arrays.binarySearch(providers[place], provider) >= 0 ? Hop.PROVIDER : Hop.NOT_PROVIDER;
  }

  /** A path that comes from a customer, a peer or the member of an exchange: it only goes up. */
  public AspaState upstream(int[] path) {
    if (isBroken(path)) {
      return AspaState.INVALID;
    }
    AspaState state = AspaState.VALID;
    for (int at = path.length - 1; at > 0; at--) {
      switch (hop(path[at], path[at - 1])) {
        case NOT_PROVIDER -> {
          return AspaState.INVALID;
        }
        case NO_ATTESTATION -> state = AspaState.UNKNOWN;
        case PROVIDER -> {}
      }
    }
    return state;
  }

  /** A path that comes from a provider: it goes up, perhaps across once, and down. */
  public AspaState downstream(int[] path) {
    if (isBroken(path)) {
      return AspaState.INVALID;
    }
    if (up(path, Hop.NO_ATTESTATION) + down(path, Hop.NO_ATTESTATION) < path.length) {
      return AspaState.INVALID;
    }
    boolean sure = up(path, Hop.PROVIDER) + down(path, Hop.PROVIDER) >= path.length;
    return sure ? AspaState.VALID : AspaState.UNKNOWN;
  }

  private static boolean isBroken(int[] path) {
    for (int asn : path) {
      if (asn == SET) {
        return true;
      }
    }
    return path.length == 0;
  }

  /** How many ASes from the origin on go up: the whole path, or to the first that says no. */
  private int up(int[] path, Hop leastSure) {
    for (int at = path.length - 1; at > 0; at--) {
      if (!goes(path[at], path[at - 1], leastSure)) {
        return path.length - at;
      }
    }
    return path.length;
  }

  /** How many ASes from the nearest on go up towards the origin, seen from this end. */
  private int down(int[] path, Hop leastSure) {
    for (int at = 0; at < path.length - 1; at++) {
      if (!goes(path[at], path[at + 1], leastSure)) {
        return at + 1;
      }
    }
    return path.length;
  }

  private boolean goes(int customer, int provider, Hop leastSure) {
    Hop hop = hop(customer, provider);
    return hop == Hop.PROVIDER || hop == leastSure;
  }
}
