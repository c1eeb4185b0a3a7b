package tenbin.proof.noninterference;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import tenbin.hub.wiring.HubParts;

/** Two hubs side by side, and pairs of worlds played on them. For one thread. */
final class PairRun implements AutoCloseable {
  private final Databases databases;
  private final Receiver receiver = new Receiver();
  private final Hub first;
  private final Hub second;
  private List<Shot> one = List.of();
  private List<Shot> other = List.of();

  PairRun(Path folder) throws IOException, SQLException {
    if (!Dice.rulesUuids()) {
      throw new AssertionError("the dice came too late: UUIDs are drawn from elsewhere");
    }
    databases = new Databases(folder.resolve("postgresql"));
    first = new Hub(folder.resolve("first"), databases, receiver);
    second = new Hub(folder.resolve("second"), databases, receiver);
  }

  /** What the recipient could tell the two worlds of a pair by: nothing, if all is well. */
  Seen run(Pair pair) throws IOException, SQLException, InterruptedException {
    one = look(first, first.play(pair.first()), pair);
    other = look(second, second.play(pair.second()), pair);
    checkRows(pair.first(), one);
    checkRows(pair.second(), other);
    return new Seen(one.size() + other.size(), Leak.between(one, other));
  }

  /**
   * What a pair gave.
   *
   * @param answers on both sides
   * @param leaks those in which they differ
   */
  record Seen(int answers, List<Leak> leaks) {}

  /** The worlds of the pair that was run last, with a leak planted on both sides. */
  List<Leak> again(Pair pair, Plant planted)
      throws IOException, SQLException, InterruptedException {
    boolean here = plant(first, planted);
    boolean there = plant(second, planted);
    boolean inside = here || there;
    try {
      List<Shot> ours = inside ? look(first, first.playing(), pair) : one;
      List<Shot> theirs = inside ? look(second, second.playing(), pair) : other;
      return Leak.between(
          ours.stream().map(planted.glass(pair.first())).toList(),
          theirs.stream().map(planted.glass(pair.second())).toList());
    } finally {
      first.seeThrough(parts -> parts);
      second.seeThrough(parts -> parts);
    }
  }

  /** Plants it; false when it changes nothing inside, so that what was seen is seen through it. */
  @SuppressWarnings("ReferenceEquality") // A proxy says that it equals what stands behind it.
  private static boolean plant(Hub hub, Plant planted) {
    int others = Plant.othersIn(hub.playing().world());
    boolean[] changed = {false};
    hub.seeThrough(parts -> {
      HubParts through = planted.through(parts, others);
      changed[0] = through != parts;
      return through;
    });
    return changed[0];
  }

  private static List<Shot> look(Hub hub, Playing playing, Pair pair)
      throws IOException, SQLException, InterruptedException {
    try {
      return Probes.all(new Probing(hub, playing, pair));
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
