package tenbin.proof.noninterference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/**
 * One world and several beside it, each the same to the recipient: as many pairs as there are
 * worlds beside the first, which is played and looked at once for all of them.
 *
 * @param first of every pair
 * @param pairs with it
 * @param sought the planted leak that is looked for, where one is: nothing else is asked for
 */
record Family(World first, List<Pair> pairs, Optional<Plant> sought) {
  /** How many pairs share a first world: with five, ten pairs cost twelve worlds, not twenty. */
  static final int SIZE = 5;

  Family {
    pairs = List.copyOf(pairs);
    for (Pair each : pairs) {
      if (!each.first().equals(first)) {
        throw new IllegalArgumentException("pair " + each.name() + " begins with another world");
      }
    }
  }

  /** The pairs of a seed. */
  static Family of(long seed) {
    List<Pair> pairs = IntStream.range(0, SIZE).mapToObj(each -> Pair.make(seed, each)).toList();
    return new Family(pairs.getFirst().first(), pairs, Optional.empty());
  }

  /** A pair by itself. */
  static Family of(Pair pair) {
    return new Family(pair.first(), List.of(pair), Optional.empty());
  }

  /** A pair in which a planted leak is looked for. */
  static Family of(Pair pair, Plant sought) {
    return new Family(pair.first(), List.of(pair), Optional.of(sought));
  }

  /** The families of pairs that are counted from one on: the first to the fifth have seed one. */
  static Stream<Family> between(long first, long last) {
    return LongStream.rangeClosed(seedOf(first), seedOf(last)).mapToObj(Family::of);
  }

  static long seedOf(long pair) {
    return (pair - 1) / SIZE + 1;
  }

  long seed() {
    return pairs.getFirst().seed();
  }

  /**
   * Whether something at which there is only to read is asked for in these pairs. Each family asks
   * for a part of it, by its own dice, so that more worlds are looked at in the same time; a pair
   * for planted leaks asks for all, and again for what shows one.
   *
   * @param one in so many families
   */
  boolean asks(String what, int one) {
    if (sought.isPresent()) {
      return what.contains(sought.get().place()) || sought.get().groups().contains(what);
    }
    boolean whole = pairs.stream().allMatch(Pair::isWhole);
    return whole || new SplittableRandom(seed() * 31 + what.hashCode()).nextInt(one) == 0;
  }

  /** Digests of reports that others sent in one of the worlds, some of each. */
  List<String> reportsOfOthers(int most) {
    return some(most, Deed.Sent.class, World.RECIPIENT).stream().map(Deed.Sent::digest).toList();
  }

  /** Incidents of routes in one of the worlds, some of each. */
  List<RouteDeed.Suspected> suspectedOf(int most) {
    return some(most, RouteDeed.Suspected.class, World.RECIPIENT);
  }

  /** What customers of others told in one of the worlds, some of each. */
  List<PortalDeed.Told> toldByOthers(int most) {
    return some(most, PortalDeed.Told.class, World.CUSTOMER);
  }

  /** Deeds of others: those that not every world has, then the last ones of each in turn. */
  private <T extends Deed> List<T> some(int most, Class<T> kind, String butBy) {
    List<List<T>> all = new ArrayList<>();
    for (World world : worlds()) {
      all.add(
          Mutation.all(world, kind).stream()
              .filter(deed -> !deed.by().equals(butBy))
              .toList()
              .reversed());
    }
    int longest = all.stream().mapToInt(List::size).max().orElse(0);
    return IntStream.range(0, longest)
        .boxed()
        .flatMap(i -> all.stream().filter(each -> i < each.size()).map(each -> each.get(i)))
        .distinct()
        .sorted(Comparator.comparing(deed -> all.stream().allMatch(each -> each.contains(deed))))
        .limit(most)
        .toList();
  }

  private List<World> worlds() {
    return Stream.concat(pairs.stream().map(Pair::second), Stream.of(first)).toList();
  }
}
