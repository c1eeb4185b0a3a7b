package tenbin.proof.generator.routes;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.net.Prefix;

/**
 * AS9498 originates 16,123 prefixes of more than 2,000 ASes by AS174 and AS52320, 2015-11-06
 * (BGPmon, NFOrce, JANOG37): 7,600 were seen by five peers and more, 6,000 by more than ten.
 * Unconfirmed (u): how fast it grew; the prefixes of AS20940 and AS9605; who carries AS52320.
 */
final class Airtel2015 implements Facts {
  private static final long HIJACKER = 9498;
  private static final long[] ACCEPTED_BY = {174, 52320};
  private static final int PREFIXES = 16_123;

  /** Of both families, so that those of IPv4 are enough. */
  private static final int TABLE = 22_000;

  private static final int BY_FIVE = 7_600;
  private static final int BY_TEN = 6_000;

  /** Of so many peers the counts of the year were made; ours are fewer and stand for them. */
  private static final int PEERS_THEN = 24;

  private static final Instant END = Instant.parse("2015-11-06T14:40:00Z");
  private static final Duration GROWTH = Duration.ofMinutes(10); // (u)

  @Override
  public Instant begin() {
    return Instant.parse("2015-11-06T05:52:00Z");
  }

  @Override
  public void links(Topology topology) {
    topology.buys(52320, 1299); // (u)
    topology.buys(HIJACKER, ACCEPTED_BY);
    topology.buys(9605, 2914); // (u)
    topology.buys(20940, 1299, 2914, 3356); // (u)
    topology.buys(714, 3356, 1299); // (u)
  }

  @Override
  public Map<Prefix, Long> prefixes() {
    Map<Prefix, Long> prefixes = new LinkedHashMap<>();
    prefixes.put(Prefix.parse("129.250.0.0/16"), 2914L);
    prefixes.put(Prefix.parse("17.0.0.0/8"), 714L);
    prefixes.put(Prefix.parse("23.64.0.0/14"), 20940L); // (u)
    prefixes.put(Prefix.parse("1.72.0.0/13"), 9605L); // (u)
    return prefixes;
  }

  @Override
  public List<Long> vantages() {
    return List.of(174L, 52320L);
  }

  @Override
  public int networks() {
    return 2_100;
  }

  @Override
  public int exact() {
    return TABLE;
  }

  @Override
  public List<Long> members() {
    return List.of(2914L, 9605L, 20940L, 714L);
  }

  @Override
  public double roas() {
    return 0.05;
  }

  @Override
  public void play(Stage stage) {
    World world = stage.world;
    List<Prefix> all = new ArrayList<>(world.origins.keySet());
    all.removeIf(each -> !each.isV4() || prefixes().containsKey(each));
    Collections.shuffle(all, world.random);
    List<Prefix> touched = new ArrayList<>(prefixes().keySet());
    touched.addAll(all.subList(0, Math.min(all.size(), stage.size.of(PREFIXES) - touched.size())));
    Map<Long, List<Prefix>> victims = new LinkedHashMap<>();
    for (Prefix each : touched) {
      long owner = world.origins.getOrDefault(each, 0L);
      hijack(stage, each, owner);
      victims.computeIfAbsent(owner, any -> new ArrayList<>()).add(each);
    }
    stage.happened(Kind.MASS_HIJACK, Set.of(HIJACKER), List.of(begin(), END), victims);
  }

  /** Those who take it have its route until the end, and the old one again then. */
  private void hijack(Stage stage, Prefix prefix, long owner) {
    World world = stage.world;
    long from =
        Stage.micros(begin())
            + world.random.nextInt(Math.toIntExact(GROWTH.toSeconds())) * 1_000_000L;
    for (int speaker : seenBy(world, owner)) {
      long delay = world.random.nextInt(20_000_000);
      long via = ACCEPTED_BY[speaker % 5 == 0 ? 1 : 0];
      Route taken = world.route(speaker, via).then(HIJACKER);
      stage.say(from + delay, speaker, Optional.of(taken), List.of(prefix));
      Route before = world.route(speaker, owner);
      stage.say(Stage.micros(END) + delay, speaker, Optional.of(before), List.of(prefix));
    }
  }

  /** Of all but its owner: nobody takes another's route to what is one's own. */
  private static List<Integer> seenBy(World world, long owner) {
    int drawn = world.random.nextInt(PREFIXES);
    int peers =
        drawn < BY_TEN
            ? 11 + world.random.nextInt(PEERS_THEN - 10)
            : drawn < BY_FIVE ? 5 + world.random.nextInt(6) : 1 + world.random.nextInt(4);
    List<Integer> speakers =
        new ArrayList<>(IntStream.range(0, world.speakers.size()).boxed().toList());
    speakers.removeIf(each -> world.speakers.get(each).asn() == owner);
    Collections.shuffle(speakers, world.random);
    int count = Math.round((float) peers * world.speakers.size() / PEERS_THEN);
    return speakers.subList(0, Math.clamp(count, 1, speakers.size()));
  }
}
