package tenbin.proof.generator.routes;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.net.Prefix;

/**
 * The more specific routes of an optimiser in AS33154 go by its customer AS396531 to that one's
 * other provider AS701 and into the world, 2019-06-24 (NANOG): about 20,000 of 2,400 ASes; paths
 * have "701 396531 33154"; of 104.20.0.0/20 the /21s. Unconfirmed (u): how fast it grew.
 */
final class Optimizer2019 implements Facts {
  private static final long OPTIMISER = 33154;
  private static final long LEAKER = 396531;
  private static final long ACCEPTED_BY = 701;
  private static final long TRANSIT = 3356;
  private static final long CLOUDFLARE = 13335;
  private static final int PREFIXES = 20_000;
  private static final int NETWORKS = 2_400;

  /** Those that are reached by AS701 itself cannot be leaked to it. */
  private static final int TO_CHOOSE_FROM = 3_400;

  private static final Prefix BLOCK = Prefix.parse("104.20.0.0/20");
  private static final List<Prefix> HALVES =
      List.of(Prefix.parse("104.20.0.0/21"), Prefix.parse("104.20.8.0/21"));

  private static final Instant END = Instant.parse("2019-06-24T12:37:00Z");
  private static final Duration GROWTH = Duration.ofMinutes(5); // (u)

  @Override
  public Instant begin() {
    return Instant.parse("2019-06-24T10:34:21Z");
  }

  @Override
  public void links(Topology topology) {
    topology.buys(OPTIMISER, TRANSIT);
    topology.buys(LEAKER, ACCEPTED_BY, OPTIMISER);
    topology.buys(CLOUDFLARE, TRANSIT, 1299, 2914); // (u)
  }

  @Override
  public Map<Prefix, Long> prefixes() {
    return Map.of(BLOCK, CLOUDFLARE);
  }

  /** Its owner has said that there was a ROA without more specific ones. */
  @Override
  public Set<Prefix> signed() {
    return Set.of(BLOCK);
  }

  @Override
  public List<Long> vantages() {
    return List.of(ACCEPTED_BY, 1299L);
  }

  @Override
  public int networks() {
    return TO_CHOOSE_FROM;
  }

  @Override
  public List<Long> members() {
    return List.of(CLOUDFLARE);
  }

  @Override
  public double roas() {
    return 0.15;
  }

  @Override
  public void play(Stage stage) {
    World world = stage.world;
    Map<Long, List<Prefix>> leaked = new LinkedHashMap<>();
    leaked.put(CLOUDFLARE, HALVES);
    List<Long> stubs =
        world.stubs.stream()
            .filter(each -> !world.topology.path(TRANSIT, each, 0).has(ACCEPTED_BY))
            .filter(each -> world.prefixes(each).stream().anyMatch(MoreSpecifics::hasParts))
            .limit(stage.size.of(NETWORKS))
            .toList();
    leaked.putAll(new MoreSpecifics(world).ofAll(stubs, stage.size.of(PREFIXES) - HALVES.size()));
    leaked.forEach((owner, prefixes) -> leak(stage, owner, prefixes));
    stage.happened(Kind.MASS_LEAK, Set.of(LEAKER, OPTIMISER), List.of(begin(), END), leaked);
  }

  private void leak(Stage stage, long owner, List<Prefix> prefixes) {
    World world = stage.world;
    long[] transit = world.topology.path(TRANSIT, owner, 0).hops();
    long[] behind =
        LongStream.concat(LongStream.of(LEAKER, OPTIMISER), Arrays.stream(transit)).toArray();
    Duration wait =
        owner == CLOUDFLARE
            ? Duration.ZERO
            : Duration.ofMillis(world.random.nextLong(GROWTH.toMillis()));
    stage.announce(
        Stage.Reach.all(begin().plus(wait)), stage.through(ACCEPTED_BY, behind), prefixes);
    stage.withdraw(Stage.Reach.all(END), prefixes);
  }
}
