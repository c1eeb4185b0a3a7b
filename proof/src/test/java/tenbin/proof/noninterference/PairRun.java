package tenbin.proof.noninterference;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.function.UnaryOperator;

/** Two hubs side by side, and pairs of worlds played on them. For one thread. */
final class PairRun implements AutoCloseable {
  private final Databases databases;
  private final Receiver receiver = new Receiver();
  private final Hub first;
  private final Hub second;

  PairRun(Path folder) throws IOException, SQLException {
    if (!Dice.rulesUuids()) {
      throw new AssertionError("the dice came too late: UUIDs are drawn from elsewhere");
    }
    databases = new Databases(folder.resolve("postgresql"));
    first = new Hub(folder.resolve("first"), databases, receiver);
    second = new Hub(folder.resolve("second"), databases, receiver);
  }

  /** What the recipient could tell the two worlds of a pair by: nothing, if all is well. */
  List<Leak> run(Pair pair) throws IOException, SQLException, InterruptedException {
    List<Shot> one = look(first, pair.first(), pair);
    List<Shot> other = look(second, pair.second(), pair);
    checkRows(pair.first(), one);
    checkRows(pair.second(), other);
    return Leak.between(one, other);
  }

  /** Looks again at the worlds of the pair that was run last, with a leak planted on both sides. */
  List<Leak> again(Pair pair, PlantedLeak planted)
      throws IOException, SQLException, InterruptedException {
    return Leak.between(look(first, pair, planted), look(second, pair, planted));
  }

  private static List<Shot> look(Hub hub, Pair pair, PlantedLeak planted)
      throws IOException, SQLException, InterruptedException {
    World world = hub.playing().world();
    hub.seeThrough(parts -> planted.through(parts, PlantedLeak.othersIn(world)));
    try {
      return look(hub, hub.playing(), pair, planted.glass(world));
    } finally {
      hub.seeThrough(parts -> parts);
    }
  }

  private static List<Shot> look(Hub hub, World world, Pair pair)
      throws IOException, SQLException, InterruptedException {
    return look(hub, hub.play(world), pair, UnaryOperator.identity());
  }

  private static List<Shot> look(Hub hub, Playing playing, Pair pair, UnaryOperator<Shot> glass)
      throws IOException, SQLException, InterruptedException {
    try {
      return Probes.all(new Probing(hub, playing, pair, glass));
    } finally {
      Dice.forget();
    }
  }

  /** The naive reference is worth something only as long as it knows what the hub really gives. */
  private static void checkRows(World world, List<Shot> shots) {
    long got =
        shots.stream()
            .filter(shot -> shot.probe().endsWith("GET /api/v1/rows"))
            .map(shot -> new Answer(shot.bytes()))
            .filter(answer -> answer.status() == 200)
            .mapToLong(answer -> Probing.all(answer, "(?m)^\\{\"id\":\"([^\"]+)\"").size())
            .findFirst()
            .orElse(-1);
    long expected = Naive.rows(world);
    if (got != expected) {
      throw new AssertionError(
          "the naive reference expects " + expected + " rows, the hub gave " + got);
    }
  }

  @Override
  public void close() throws IOException {
    first.close();
    second.close();
    receiver.close();
    databases.close();
  }
}
