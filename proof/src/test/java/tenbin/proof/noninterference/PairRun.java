package tenbin.proof.noninterference;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
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
    List<Shot> one = look(first, pair.first(), pair, Optional.empty());
    List<Shot> other = look(second, pair.second(), pair, Optional.empty());
    checkRows(pair.first(), one);
    checkRows(pair.second(), other);
    return Leak.between(one, other);
  }

  /** Likewise with a leak planted on both sides. */
  List<Leak> run(Pair pair, PlantedLeak planted)
      throws IOException, SQLException, InterruptedException {
    return Leak.between(
        look(first, pair.first(), pair, Optional.of(planted)),
        look(second, pair.second(), pair, Optional.of(planted)));
  }

  private static List<Shot> look(Hub hub, World world, Pair pair, Optional<PlantedLeak> planted)
      throws IOException, SQLException, InterruptedException {
    Playing playing = hub.play(world);
    planted.ifPresent(
        leak -> hub.seeThrough(parts -> leak.through(parts, PlantedLeak.othersIn(world))));
    UnaryOperator<Shot> glass =
        planted.map(leak -> leak.glass(world)).orElse(UnaryOperator.identity());
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
