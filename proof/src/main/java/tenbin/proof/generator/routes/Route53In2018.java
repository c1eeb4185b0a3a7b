package tenbin.proof.generator.routes;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.net.Prefix;

/**
 * AS10297 announces five /24s of AS16509's name servers, and AS6939 takes them from it, 2018-04-24.
 * Unconfirmed (u): begin and end, the blocks before it, who carries AS10297. The customers of
 * AS6939 that listen here are made up: numbers from 60101 on.
 */
final class Route53In2018 implements Facts {
  private static final long HIJACKER = 10297;
  private static final long ACCEPTED_BY = 6939;
  private static final long OWNER = 16509;
  private static final List<Prefix> PARTS =
      List.of(
          Prefix.parse("205.251.192.0/24"),
          Prefix.parse("205.251.193.0/24"),
          Prefix.parse("205.251.195.0/24"),
          Prefix.parse("205.251.197.0/24"),
          Prefix.parse("205.251.199.0/24"));
  private static final List<Long> CUSTOMERS = List.of(60101L, 60102L, 60103L);
  private static final Instant END = Instant.parse("2018-04-24T12:55:00Z"); // (u)

  @Override
  public Instant begin() {
    return Instant.parse("2018-04-24T11:05:00Z"); // (u)
  }

  @Override
  public void links(Topology topology) {
    topology.buys(ACCEPTED_BY, 1299); // (u)
    topology.buys(HIJACKER, 3356); // (u)
    topology.peer(HIJACKER, ACCEPTED_BY);
    topology.buys(OWNER, 2914, 1299, 3356); // (u)
    CUSTOMERS.forEach(each -> topology.buys(each, ACCEPTED_BY));
  }

  @Override
  public Map<Prefix, Long> prefixes() {
    Map<Prefix, Long> prefixes = new LinkedHashMap<>();
    for (int third = 192; third < 200; third += 2) {
      prefixes.put(Prefix.parse("205.251." + third + ".0/23"), OWNER); // (u)
    }
    return prefixes;
  }

  @Override
  public List<Long> vantages() {
    return List.of(ACCEPTED_BY, CUSTOMERS.get(0), CUSTOMERS.get(1), CUSTOMERS.get(2));
  }

  @Override
  public int networks() {
    return 1;
  }

  @Override
  public List<Long> members() {
    return List.of(OWNER);
  }

  @Override
  public double roas() {
    return 0.1;
  }

  /** A peer's routes go to customers alone: nobody else hears of it. */
  @Override
  public void play(Stage stage) {
    World world = stage.world;
    Stage.Reach customers =
        new Stage.Reach(begin(), speaker -> world.route(speaker, HIJACKER).has(ACCEPTED_BY));
    stage.announce(customers, stage.through(HIJACKER), PARTS);
    stage.withdraw(new Stage.Reach(END, customers.speakers()), PARTS);
    stage.happened(
        Kind.SUBPREFIX_HIJACK, Set.of(HIJACKER), List.of(begin(), END), Map.of(OWNER, PARTS));
  }
}
