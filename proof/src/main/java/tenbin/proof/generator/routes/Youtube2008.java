package tenbin.proof.generator.routes;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tenbin.desks.routes.incident.Kind;
import tenbin.nouns.net.Prefix;

/**
 * AS17557 announces a part of AS36561's block by AS3491, 2008-02-24 (RIPE NCC's study). Unconfirmed
 * (u): the minutes of its begin and end, of the /25s and of the prepending; who carries AS36561.
 */
final class Youtube2008 implements Facts {
  private static final long HIJACKER = 17557;
  private static final long ACCEPTED_BY = 3491;
  private static final long OWNER = 36561;
  private static final Prefix BLOCK = Prefix.parse("208.65.152.0/22");
  private static final Prefix PART = Prefix.parse("208.65.153.0/24");
  private static final List<Prefix> HALVES =
      List.of(Prefix.parse("208.65.153.0/25"), Prefix.parse("208.65.153.128/25"));

  private static final Instant OWNER_ANSWERS = Instant.parse("2008-02-24T20:07:00Z");
  private static final Instant HALVES_COME = Instant.parse("2008-02-24T20:18:00Z"); // (u)
  private static final Instant PREPENDED = Instant.parse("2008-02-24T20:51:00Z"); // (u)
  private static final Instant END = Instant.parse("2008-02-24T21:01:00Z"); // (u)

  @Override
  public Instant begin() {
    return Instant.parse("2008-02-24T18:47:00Z"); // (u)
  }

  @Override
  public void links(Topology topology) {
    topology.buys(HIJACKER, ACCEPTED_BY);
    topology.buys(OWNER, 3356, 174); // (u)
  }

  @Override
  public Map<Prefix, Long> prefixes() {
    return Map.of(BLOCK, OWNER);
  }

  @Override
  public List<Long> vantages() {
    return List.of(ACCEPTED_BY, 3356L, 2914L);
  }

  @Override
  public int networks() {
    return 1;
  }

  @Override
  public List<Long> members() {
    return List.of(OWNER);
  }

  /** There were none. */
  @Override
  public double roas() {
    return 0;
  }

  @Override
  public void play(Stage stage) {
    List<Prefix> part = List.of(PART);
    World world = stage.world;
    Stage.Reach nearer =
        new Stage.Reach(
            OWNER_ANSWERS,
            speaker -> length(world, speaker, OWNER) <= length(world, speaker, HIJACKER));
    Stage.Reach farther = new Stage.Reach(PREPENDED, nearer.speakers().negate());
    stage.announce(Stage.Reach.all(begin()), stage.through(HIJACKER), part);
    stage.announce(nearer, stage.through(OWNER), part);
    stage.announce(Stage.Reach.all(HALVES_COME), stage.through(OWNER), HALVES);
    stage.announce(farther, stage.through(HIJACKER, HIJACKER), part);
    stage.announce(new Stage.Reach(END, farther.speakers()), stage.through(OWNER), part);
    HALVES.forEach(
        half -> stage.harmless("own-more-specific", OWNER, Stage.micros(HALVES_COME), half));
    stage.happened(
        Kind.SUBPREFIX_HIJACK, Set.of(HIJACKER), List.of(begin(), END), Map.of(OWNER, part));
  }

  private static int length(World world, int speaker, long asn) {
    return world.route(speaker, asn).hops().length;
  }
}
