package tenbin.wire.rpsl;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import tenbin.nouns.net.Asn;
import tenbin.nouns.report.Warning;

/**
 * Sets of ASes and what is in them when all sets inside are opened (RFC 2622 section 5.1), ASes
 * that put themselves in by member-of among them. Filled first, asked then. Not for several
 * threads.
 */
public final class AsSets implements RoutingRows {
  /** How many ASes one set may come to: the Internet has a fifth of it. */
  static final int MOST_ASNS = 500_000;

  /** How many sets are opened for one. */
  static final int MOST_SETS = 50_000;

  private static final String EVERYBODY = "ANY";

  /**
   * What a set came to.
   *
   * @param asns in it
   * @param missing names of sets inside that nobody registered
   * @param isWhole false where a limit was reached
   */
  public record Opened(Set<Asn> asns, Set<String> missing, boolean isWhole) {
    public Opened {
      asns = Set.copyOf(asns);
      missing = Set.copyOf(missing);
    }
  }

  /** An AS that wants to be in a set. */
  private record Wish(Asn asn, List<String> maintainers) {}

  private final Map<String, AsSet> sets = new HashMap<>();
  private final Map<String, Set<Wish>> wishes = new HashMap<>();

  @Override
  public void damaged(Warning warning) {
    // What cannot be read is in no set; whoever reads the database is told.
  }

  @Override
  public void asSet(AsSet set, Keepers keepers) {
    sets.put(set.name(), set);
  }

  @Override
  public void autNum(Asn asn, Policy policy, Keepers keepers) {
    for (String set : policy.memberOf()) {
      wishes
          .computeIfAbsent(set, name -> new HashSet<>())
          .add(new Wish(asn, keepers.maintainers()));
    }
  }

  /** How many sets there are. */
  public int size() {
    return sets.size();
  }

  /** Opens a set, by its name in letters of either case; one inside itself is opened once. */
  public Opened open(String name) {
    Set<Asn> asns = new HashSet<>();
    Set<String> missing = new TreeSet<>();
    Set<String> seen = new HashSet<>(Set.of(plain(name)));
    Deque<String> left = new ArrayDeque<>(seen);
    while (!left.isEmpty()) {
      String next = left.remove();
      if (seen.size() > MOST_SETS || asns.size() > MOST_ASNS) {
        return new Opened(asns, missing, false);
      }
      AsSet set = sets.get(next);
      if (set == null) {
        missing.add(next);
      } else {
        members(set, asns, inner -> left.addAll(seen.add(inner) ? List.of(inner) : List.of()));
      }
    }
    return new Opened(asns, missing, true);
  }

  private void members(AsSet set, Set<Asn> asns, Consumer<String> inner) {
    for (String member : set.members()) {
      Asn.tryParse(member).ifPresentOrElse(asns::add, () -> inner.accept(plain(member)));
    }
    for (Wish wish : wishes.getOrDefault(set.name(), Set.of())) {
      boolean granted =
          set.byReference().contains(EVERYBODY)
              || set.byReference().stream().anyMatch(wish.maintainers()::contains);
      if (granted) {
        asns.add(wish.asn());
      }
    }
  }

  /** In capitals, without the registry that some write before it ("RIPE::AS-ONE"). */
  private static String plain(String name) {
    int source = name.indexOf("::");
    return (source < 0 ? name : name.substring(source + 2)).toUpperCase(Locale.ROOT);
  }
}
