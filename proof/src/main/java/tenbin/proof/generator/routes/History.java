package tenbin.proof.generator.routes;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import tenbin.desks.routes.declare.Declaration;
import tenbin.nouns.net.Prefix;

/**
 * An incident of history in a made world: the table before it, messages, what was declared and
 * registered, and the truth. The same incident, size and seed give the same octets.
 */
public final class History {
  private static final Duration BEFORE = Duration.ofMinutes(10);
  private static final Duration TABLE_BEFORE = Duration.ofMinutes(15);

  private final HistoryIncident incident;
  private final World world;
  private final List<Message> messages;
  private final List<Truth> truths;
  private final List<Benign> benign;
  private final Registers registers;

  private History(HistoryIncident incident, World world, Stage stage) {
    this.incident = incident;
    this.world = world;
    messages = stage.messages();
    truths = stage.truths();
    benign = stage.benign();
    registers = new Registers(incident.facts(), world);
  }

  static History of(HistoryIncident incident, Size size, long seed) {
    Facts facts = incident.facts();
    World world = World.of(facts, size, seed);
    Stage stage = new Stage(world, size);
    facts.play(stage);
    TreeSet<Prefix> touched = new TreeSet<>(facts.prefixes().keySet());
    Instant last = facts.begin();
    for (Truth each : stage.truths()) {
      touched.addAll(each.all());
      last = each.end();
    }
    new Churn(stage, touched).play(facts.begin().minus(BEFORE), last.plus(BEFORE));
    return new History(incident, world, stage);
  }

  public HistoryIncident incident() {
    return incident;
  }

  /** When the table before it was written, UTC. */
  public Instant table() {
    return incident.facts().begin().minus(TABLE_BEFORE);
  }

  /** How many routers are listened to. */
  public int speakers() {
    return world.speakers.size();
  }

  /** How many prefixes the table before it has. */
  public int prefixes() {
    return world.origins.size();
  }

  /** How many UPDATEs there are. */
  public int messages() {
    return messages.size();
  }

  /** What happened. */
  public List<Truth> truths() {
    return truths;
  }

  /** What looks like something and is nothing. */
  public List<Benign> benign() {
    return benign;
  }

  /** What members declared. */
  public List<Declaration> declarations() {
    return registers.declarations();
  }

  /** ROAs as validators print them. */
  public String vrps() {
    return registers.vrps();
  }

  /** Route objects as registries keep them (RPSL). */
  public String irr() {
    return registers.irr();
  }

  /** Who buys from whom, as CAIDA writes it. */
  public String relations() {
    return world.topology.relations();
  }

  /** Networks of exchange points, with their names. */
  public Map<Prefix, String> exchanges() {
    return incident.facts().exchanges();
  }

  /** Writes the table as MRT. */
  public void rib(OutputStream out) throws IOException {
    MrtWriter writer = new MrtWriter(out, world.speakers);
    long seconds = table().getEpochSecond();
    writer.peers(seconds);
    int sequence = 0;
    for (Map.Entry<Prefix, Long> each : world.origins.entrySet()) {
      SortedMap<Integer, Route> routes = new TreeMap<>();
      for (int i = 0; i < world.speakers.size(); i++) {
        routes.put(i, world.route(i, each.getValue()));
      }
      long since = seconds - 86_400L * (1 + sequence % 30);
      writer.entries(new MrtWriter.Place(seconds, since, sequence++), each.getKey(), routes);
    }
  }

  /** Writes the messages as MRT with microseconds. */
  public void updates(OutputStream out) throws IOException {
    updates(out, MrtWriter.Clock.MICROSECONDS);
  }

  void updates(OutputStream out, MrtWriter.Clock clock) throws IOException {
    MrtWriter writer = new MrtWriter(out, world.speakers);
    for (Message each : messages) {
      writer.message(each, clock);
    }
  }
}
