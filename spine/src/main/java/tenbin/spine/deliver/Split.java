package tenbin.spine.deliver;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tenbin.balance.CustomerNetwork;
import tenbin.balance.Extent;
import tenbin.balance.Plan;
import tenbin.spine.storage.row.Stored;

/** The groups of a recipient by what a plan says of them, and which group a row is of. */
final class Split {
  private final GroupNumbers numbers;
  private final Plan plan;
  private final Sides sides;
  private final Map<CustomerNetwork, Integer> apart;

  /** The groups that a plan lets go, with how much of them, and those that it withholds. */
  record Sides(Map<Integer, Extent> open, List<Integer> shut) {
    Sides {
      open = Collections.unmodifiableMap(new LinkedHashMap<>(open));
      shut = List.copyOf(shut);
    }
  }

  /**
   * A split.
   *
   * @param apart the networks whose rows are groups of their own, with their numbers
   */
  Split(GroupNumbers numbers, Plan plan, Sides sides, Map<CustomerNetwork, Integer> apart) {
    this.numbers = numbers;
    this.plan = plan;
    this.sides = sides;
    this.apart = apart;
  }

  List<Integer> open() {
    return List.copyOf(sides.open.keySet());
  }

  /** How much is told of the rows of an open group. */
  Extent extent(int group) {
    return Objects.requireNonNull(sides.open.get(group), "shut");
  }

  List<Integer> shut() {
    return sides.shut;
  }

  /** Whether some rows are groups of their own, so that what SQL finds has to be sorted out. */
  boolean hasNetworks() {
    return !apart.isEmpty();
  }

  /** A network with the one around it: what was withheld of that was withheld of this. */
  record Nested(int network, int around) {}

  /** The networks, each behind those around it. */
  List<Nested> networks() {
    return apart.keySet().stream()
        .sorted(Comparator.comparingInt(each -> each.prefix().bits()))
        .map(each -> new Nested(apart.getOrDefault(each, 0), around(each)))
        .toList();
  }

  private int around(CustomerNetwork inner) {
    return apart.keySet().stream()
        .filter(each -> each.prefix().bits() < inner.prefix().bits())
        .filter(each -> each.prefix().contains(inner.prefix()))
        .max(Comparator.comparingInt(each -> each.prefix().bits()))
        .map(each -> apart.getOrDefault(each, GroupNumbers.NO_NETWORK))
        .orElse(GroupNumbers.NO_NETWORK);
  }

  /** The number of the network by which a row is apart from others. */
  int network(Stored row) {
    if (apart.isEmpty()) {
      return GroupNumbers.NO_NETWORK;
    }
    Optional<CustomerNetwork> its = plan.apart(row.seen());
    return its.map(each -> apart.getOrDefault(each, GroupNumbers.NO_NETWORK))
        .orElse(GroupNumbers.NO_NETWORK);
  }

  /** Whether a row is of one of these groups. */
  boolean isOf(Stored row, int base, Collection<Integer> groups) {
    return apart.isEmpty() || groups.contains(numbers.of(base, network(row)));
  }

  /** The holders and markings whose rows about one network are open. */
  Integer[] openOf(int network) {
    return sides.open.keySet().stream()
        .filter(group -> numbers.network(group) == network)
        .map(numbers::base)
        .toArray(Integer[]::new);
  }

  /** What SQL has to look for to find all rows of these groups. */
  Wanted wanted(Collection<Integer> groups) {
    Set<Integer> whole = new HashSet<>();
    Set<Integer> some = new HashSet<>();
    Set<Integer> networks = new HashSet<>();
    for (int group : groups) {
      int network = numbers.network(group);
      (network == GroupNumbers.NO_NETWORK ? whole : some).add(numbers.base(group));
      networks.add(network);
    }
    List<String> prefixes =
        apart.entrySet().stream()
            .filter(each -> networks.contains(each.getValue()))
            .map(each -> each.getKey().prefix().toString())
            .toList();
    some.removeAll(whole);
    return new Wanted(List.copyOf(whole), some.isEmpty() ? List.of() : List.copyOf(some), prefixes);
  }
}
