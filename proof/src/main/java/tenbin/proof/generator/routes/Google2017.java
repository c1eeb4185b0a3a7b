package tenbin.proof.generator.routes;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.net.Prefix;

/**
 * AS15169 leaks to AS701 what it has of its peers, 2017-08-25 (Dyn, BGPmon): more than 160,000
 * prefixes, mostly new more specific ones, more than 25,000 of them inside AS4713; networks of
 * exchange points among them; paths "1103 286 701 15169 45629" and "13335 9498 5511 701 15169
 * 45629" for 171.5.0.0/17. Unconfirmed (u): its end, how fast it grew, the blocks before it, which
 * exchange points.
 */
final class Google2017 implements Facts {
  private static final long LEAKER = 15169;
  private static final long ACCEPTED_BY = 701;
  private static final long OCN = 4713;
  private static final long JASTEL = 45629;
  private static final long KDDI = 2516;
  private static final int PREFIXES = 160_600;
  private static final int OF_OCN = 25_400;
  private static final Prefix PUBLISHED = Prefix.parse("171.5.0.0/17");

  private static final Instant END = Instant.parse("2017-08-25T03:30:00Z"); // (u)
  private static final Duration GROWTH = Duration.ofSeconds(60); // (u)

  @Override
  public Instant begin() {
    return Instant.parse("2017-08-25T03:22:00Z");
  }

  @Override
  public void links(Topology topology) {
    topology.peer(LEAKER, ACCEPTED_BY);
    topology.buys(OCN, 2914);
    topology.buys(KDDI, 3356, 1299); // (u)
    topology.buys(JASTEL, 3491, 1299); // (u)
    topology.buys(1103, 286);
    topology.buys(9498, 5511);
    topology.buys(13335, 9498);
    for (long each : new long[] {OCN, JASTEL, KDDI}) {
      topology.peer(LEAKER, each); // (u)
    }
  }

  @Override
  public Map<Prefix, Long> prefixes() {
    Map<Prefix, Long> prefixes = new LinkedHashMap<>();
    prefixes.put(Prefix.parse("153.128.0.0/9"), OCN); // (u)
    prefixes.put(Prefix.parse("180.0.0.0/10"), OCN); // (u)
    prefixes.put(Prefix.parse("171.5.0.0/16"), JASTEL); // (u)
    prefixes.put(Prefix.parse("106.128.0.0/10"), KDDI); // (u)
    return prefixes;
  }

  @Override
  public Map<Prefix, String> exchanges() {
    Map<Prefix, String> lans = new TreeMap<>();
    lans.put(Prefix.parse("80.249.208.0/21"), "AMS-IX"); // (u)
    lans.put(Prefix.parse("80.81.192.0/21"), "DE-CIX Frankfurt"); // (u)
    lans.put(Prefix.parse("206.126.236.0/22"), "Equinix Ashburn"); // (u)
    return lans;
  }

  @Override
  public List<Long> vantages() {
    return List.of(1103L, 13335L, ACCEPTED_BY);
  }

  @Override
  public int networks() {
    return 2_600;
  }

  /** KDDI had none leaked and felt it all the same. */
  @Override
  public List<Long> members() {
    return List.of(OCN, KDDI, JASTEL);
  }

  @Override
  public double roas() {
    return 0.08;
  }

  @Override
  public void play(Stage stage) {
    World world = stage.world;
    MoreSpecifics draw = new MoreSpecifics(world);
    Map<Long, List<Prefix>> leaked = new LinkedHashMap<>();
    leaked.put(0L, List.copyOf(exchanges().keySet()));
    leaked.put(JASTEL, List.of(PUBLISHED));
    leaked.put(OCN, draw.of(world.prefixes(OCN), stage.size.of(OF_OCN)));
    int left = stage.size.of(PREFIXES) - leaked.values().stream().mapToInt(List::size).sum();
    leaked.putAll(draw.ofAll(world.stubs, left));
    leaked.forEach((owner, prefixes) -> leak(stage, owner, prefixes));
    stage.happened(Kind.MASS_LEAK, Set.of(LEAKER), List.of(begin(), END), leaked);
  }

  /** Of an exchange point's network nobody stands behind the leaker. */
  private void leak(Stage stage, long owner, List<Prefix> prefixes) {
    long[] behind = owner == 0 ? new long[] {LEAKER} : new long[] {LEAKER, owner};
    for (int at = 0; at < prefixes.size(); at += 100) {
      List<Prefix> part = prefixes.subList(at, Math.min(prefixes.size(), at + 100));
      Duration wait = Duration.ofMillis(stage.world.random.nextLong(GROWTH.toMillis()));
      boolean first = owner == JASTEL;
      Stage.Reach reach = Stage.Reach.all(begin().plus(first ? Duration.ZERO : wait));
      stage.announce(reach, stage.through(ACCEPTED_BY, behind), part);
      stage.withdraw(Stage.Reach.all(END), part);
    }
  }
}
