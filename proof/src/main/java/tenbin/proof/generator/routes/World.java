package tenbin.proof.generator.routes;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import tenbin.nouns.net.Address;
import tenbin.nouns.net.Prefix;
import tenbin.wire.mrt.Speaker;

/** Networks, their prefixes and the routers that are listened to, as a seed draws them. */
final class World {
  /** Networks that nobody carries, as far as all of these years have in common. */
  static final long[] TIER1 = {
    174, 209, 286, 701, 1239, 1299, 2914, 3257, 3320, 3356, 3491, 3549, 5511, 6453, 6461, 6762, 7018
  };

  private static final int[] LENGTHS = {14, 15, 16, 16, 17, 17, 18, 18, 19, 20, 21, 22, 24};
  private static final int TRANSITS = 60;
  private static final double SIX = 0.15;

  final Random random;
  final Topology topology = new Topology();
  final List<Speaker> speakers = new ArrayList<>();
  final Map<Prefix, Long> origins = new TreeMap<>();

  /** Networks at the edge that no fact names, with prefixes. */
  final List<Long> stubs = new ArrayList<>();

  private final Map<Long, List<Prefix>> byOrigin = new LinkedHashMap<>();

  private World(long seed) {
    random = new Random(seed);
  }

  /** A world with what the facts of an incident name in it. */
  static World of(Facts facts, Size size, long seed) {
    World world = new World(seed);
    for (long one : TIER1) {
      for (long other : TIER1) {
        world.topology.peer(one, other);
      }
    }
    facts.links(world.topology);
    world.edge(Math.max(size.stubs(), size.of(facts.networks())));
    facts.prefixes().forEach((prefix, asn) -> world.announce(prefix, asn));
    world.announceEdge(
        Math.max(size.prefixes(), size.of(facts.exact())),
        new AddressPlan(facts.prefixes().keySet()));
    world.listen(facts.vantages(), Math.max(size.vantages(), facts.vantages().size()));
    return world;
  }

  private void edge(int count) {
    List<Long> transits = new ArrayList<>();
    for (int i = 0; i < TRANSITS; i++) {
      long asn = unused();
      topology.buys(asn, TIER1[random.nextInt(TIER1.length)], TIER1[random.nextInt(TIER1.length)]);
      transits.forEach(each -> {
        if (random.nextInt(10) == 0) {
          topology.peer(asn, each);
        }
      });
      transits.add(asn);
    }
    for (int i = 0; i < count; i++) {
      long asn = unused();
      topology.buys(
          asn, transits.get(random.nextInt(TRANSITS)), transits.get(random.nextInt(TRANSITS)));
      stubs.add(asn);
    }
  }

  /** A number that nothing else of this world has. */
  private long unused() {
    long asn;
    do {
      asn = 20_000L + random.nextInt(40_000);
    } while (topology.knows(asn));
    return asn;
  }

  private void announceEdge(int count, AddressPlan plan) {
    for (int i = 0; i < Math.max(count, stubs.size()); i++) {
      long asn = i < stubs.size() ? stubs.get(i) : stubs.get(random.nextInt(stubs.size()));
      boolean six = random.nextDouble() < SIX && byOrigin.containsKey(asn);
      announce(six ? plan.nextSix() : plan.next(LENGTHS[random.nextInt(LENGTHS.length)]), asn);
    }
  }

  private void announce(Prefix prefix, long asn) {
    origins.put(prefix, asn);
    byOrigin.computeIfAbsent(asn, any -> new ArrayList<>()).add(prefix);
  }

  private void listen(List<Long> named, int count) {
    List<Long> asns = new ArrayList<>(named);
    List<Long> others = new ArrayList<>(topology.asns().stream().filter(stubs::contains).toList());
    for (long each : TIER1) {
      others.add(each);
    }
    Collections.shuffle(others, random);
    others.stream()
        .filter(each -> !asns.contains(each))
        .limit(count - named.size())
        .forEach(asns::add);
    for (int i = 0; i < asns.size(); i++) {
      Address address = Address.ofV4(Address.parse("198.51.100.1").v4Bits() + i);
      speakers.add(new Speaker(asns.get(i), address));
    }
  }

  /** The prefixes that an AS has in the table before. */
  List<Prefix> prefixes(long asn) {
    return byOrigin.getOrDefault(asn, List.of());
  }

  /** The route of a speaker to an AS, as it is before anything happens. */
  Route route(int speaker, long asn) {
    return topology.path(speakers.get(speaker).asn(), asn, 0);
  }
}
