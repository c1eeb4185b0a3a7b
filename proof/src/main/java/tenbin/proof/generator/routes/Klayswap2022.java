package tenbin.proof.generator.routes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.net.Prefix;

/**
 * A forged path that ends "6461 9457" for parts of 211.249.216.0/21 of AS7625 and 121.53.104.0/23
 * of AS38099, 2022-02-03 (MANRS, Princeton, NANOG). Unconfirmed (u): its end, which parts, who
 * carries those ASes, who heard of it.
 */
final class Klayswap2022 implements Facts {
  private static final long ORIGIN = 9457;
  private static final long NAMED_BEFORE = 6461;
  private static final long KAKAO = 38099;
  private static final long OTHER = 7625;
  private static final Prefix PART_OF_KAKAO = Prefix.parse("121.53.104.0/24"); // (u)
  private static final Prefix PART_OF_OTHER = Prefix.parse("211.249.221.0/24"); // (u)
  private static final Instant END = Instant.parse("2022-02-03T03:00:00Z"); // (u)

  @Override
  public Instant begin() {
    return Instant.parse("2022-02-03T01:04:18Z");
  }

  /** The link of the path does not exist. */
  @Override
  public void links(Topology topology) {
    topology.buys(4766, 3356, 1299); // (u)
    topology.buys(3786, 2914, 3356); // (u)
    topology.buys(ORIGIN, 4766, 3786); // (u)
    topology.buys(KAKAO, 3786, 4766); // (u)
    topology.buys(OTHER, 4766, 3786); // (u)
  }

  @Override
  public Map<Prefix, Long> prefixes() {
    Map<Prefix, Long> prefixes = new TreeMap<>();
    prefixes.put(Prefix.parse("211.249.216.0/21"), OTHER);
    prefixes.put(Prefix.parse("121.53.104.0/23"), KAKAO);
    return prefixes;
  }

  @Override
  public List<Long> vantages() {
    return List.of(NAMED_BEFORE, 1299L);
  }

  @Override
  public int networks() {
    return 2;
  }

  @Override
  public List<Long> members() {
    return List.of(KAKAO, OTHER);
  }

  @Override
  public double roas() {
    return 0.35;
  }

  @Override
  public void play(Stage stage) {
    Map<Long, List<Prefix>> parts = new TreeMap<>();
    parts.put(KAKAO, List.of(PART_OF_KAKAO));
    parts.put(OTHER, List.of(PART_OF_OTHER));
    for (List<Prefix> each : parts.values()) {
      stage.announce(Stage.Reach.all(begin()), stage.through(NAMED_BEFORE, ORIGIN), each);
      stage.withdraw(Stage.Reach.all(END), each);
    }
    stage.happened(Kind.SUBPREFIX_HIJACK, Set.of(ORIGIN), List.of(begin(), END), parts);
  }
}
