package tenbin.proof.noninterference;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tenbin.hub.wiring.HubParts;

/**
 * Hubs side by side, one for each world of a family, so that all have lived through the same
 * requests; and families played on them. For one thread.
 */
final class PairRun implements AutoCloseable {
  private static final int SERVER_FAILED = 500;

  private final Path folder;
  private final Databases databases;
  private final Receiver receiver = new Receiver();
  private final Letterbox letters = new Letterbox();
  private final Hub first;
  private final List<Hub> others = new ArrayList<>();
  private List<Shot> one = List.of();
  private List<Shot> other = List.of();

  PairRun(Path folder) throws IOException, SQLException, InterruptedException {
    if (!Dice.rulesUuids()) {
      throw new AssertionError("the dice came too late: UUIDs are drawn from elsewhere");
    }
    this.folder = folder;
    databases = new Databases(folder.resolve("postgresql"));
    first = new Hub(folder.resolve("first"), databases, receiver, letters);
  }

  /** What the recipient could tell the worlds of each pair by: nothing, if all is well. */
  List<Seen> run(Family family) throws IOException, SQLException, InterruptedException {
    one = look(first, first.play(family.first()), family);
    List<Leak> amiss = amiss(family.first(), one);
    List<Seen> seen = new ArrayList<>();
    for (int i = 0; i < family.pairs().size(); i++) {
      Hub beside = beside(i);
      World second = family.pairs().get(i).second();
      other = look(beside, beside.play(second), family);
      List<Leak> leaks = new ArrayList<>(amiss);
      leaks.addAll(amiss(second, other));
      leaks.addAll(Leak.between(one, other));
      seen.add(new Seen(Math.min(one.size(), other.size()), leaks));
    }
    return seen;
  }

  /** One pair by itself. */
  Seen run(Pair pair) throws IOException, SQLException, InterruptedException {
    return run(Family.of(pair)).getFirst();
  }

  /** The hub beside the first that lives through the same as that one. */
  private Hub beside(int i) throws IOException {
    while (others.size() <= i) {
      others.add(new Hub(folder.resolve("beside" + others.size()), databases, receiver, letters));
    }
    return others.get(i);
  }

  /**
   * What a pair gave.
   *
   * @param answers of one world that were compared with those of the other
   * @param leaks those in which they differ
   */
  record Seen(int answers, List<Leak> leaks) {}

  /** The worlds of the pair that was run last, with a leak planted on both sides. */
  List<Leak> again(Pair pair, Plant planted)
      throws IOException, SQLException, InterruptedException {
    Hub second = beside(0);
    boolean here = plant(first, planted);
    boolean there = plant(second, planted);
    boolean inside = here || there;
    Family family = Family.of(pair, planted);
    try {
      List<Shot> ours = inside ? look(first, first.playing(), family) : one;
      List<Shot> theirs = inside ? look(second, second.playing(), family) : other;
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

  private static List<Shot> look(Hub hub, Playing playing, Family family)
      throws IOException, SQLException, InterruptedException {
    try {
      return Probes.all(new Probing(hub, playing, family));
    } finally {
      Dice.forget();
    }
  }

  /** The naive reference is worth something only as long as it knows what the hub really gives. */
  private static List<Leak> amiss(World world, List<Shot> shots) {
    String row = "(?m)^\\{\"id\":\"([^\"]+)\"";
    String incident = "\"id\":\"([^\"]+)\",\"facts\"";
    Stream<Leak> counts =
        Stream.of(
                amiss(Naive.rows(world), "/api/v1/rows", row, shots),
                amiss(NaivePortal.incidents(world), "/api/v1/incidents", incident, shots),
                amiss(
                    NaiveRoutes.incidents(world),
                    "/api/v1/routes",
                    "\"id\":\"([^\"]+)\",\"as\"",
                    shots))
            .flatMap(Optional::stream);
    return Stream.concat(failures(shots), counts).toList();
  }

  /** Two hubs that fail alike would look the same. */
  private static Stream<Leak> failures(List<Shot> shots) {
    return shots.stream()
        .filter(shot -> new Answer(shot.bytes()).status() >= SERVER_FAILED)
        .map(shot -> new Leak(shot.probe(), 0, "an answer", "a failure of the hub's"));
  }

  private static Optional<Leak> amiss(int expected, String path, String each, List<Shot> shots) {
    int got =
        shots.stream()
            .filter(shot -> shot.probe().endsWith("GET " + path))
            .map(shot -> new Answer(shot.bytes()))
            .filter(answer -> answer.status() == 200)
            .map(answer -> Probing.all(answer, each).size())
            .findFirst()
            .orElse(-1);
    return got == expected
        ? Optional.empty()
        : Optional.of(
            new Leak("what the naive reference expects at " + path, 0, "" + expected, "" + got));
  }

  @Override
  public void close() throws IOException {
    first.close();
    for (Hub each : others) {
      each.close();
    }
    receiver.close();
    letters.close();
    databases.close();
  }
}
