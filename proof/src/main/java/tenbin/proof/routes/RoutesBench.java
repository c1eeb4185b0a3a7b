package tenbin.proof.routes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import tenbin.desks.routes.incident.Incident;
import tenbin.desks.routes.incident.Kind;
import tenbin.desks.routes.watch.FileWatch;
import tenbin.desks.routes.watch.Pace;
import tenbin.proof.bench.Bench;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.bench.CpuClock;
import tenbin.wire.mrt.Unpacked;

/**
 * The watch with every monitor, over a folder of the seeded generator: the table is read, then the
 * updates are timed from packed file to incident. What was found is held against the truth.
 */
public final class RoutesBench implements Bench {
  private static final int RUNS = 5;
  private static final double LEAST_PRECISION = 0.95;
  private static final Duration FIRST_NOTICE = Duration.ofSeconds(60);

  @Override
  public String name() {
    return "routes";
  }

  @Override
  public BenchResult run(Optional<Path> input, RandomGenerator random) throws IOException {
    Path folder = input.isPresent() ? input.get() : Generated.folder(random.nextInt(1, 1 << 30));
    Truth truth = Truth.of(folder);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(once(folder, random.nextLong()));
    }
    List<Run> sorted = runs.stream().sorted(Comparator.comparingDouble(Run::wall)).toList();
    Run median = sorted.get(RUNS / 2);
    Truth.Score score = truth.score(median.caught());
    BenchResult result =
        BenchResult.of(
            name(), folder.toString(), median.routes(), median.span(), isGood(score, median));
    Map<String, String> found = new TreeMap<>();
    score.events().forEach((label, count) -> found.put(label, count[1] + " of " + count[0]));
    return result
        .with("firstRunWallSeconds", runs.getFirst().wall())
        .with("tableEntries", median.entries())
        .with("tableWallSeconds", median.table().wallSeconds())
        .with("tableCpuSeconds", median.table().cpuSeconds())
        .with("heapBytesAfterCollection", median.heap())
        .with("found", found)
        .with("missed", score.missed())
        .with("told", score.told())
        .with("precision", score.precision())
        .with("massIncidents", score.massIncidents())
        .with("massFirstNoticeSeconds", firstNotice(median.caught()));
  }

  private static boolean isGood(Truth.Score score, Run run) {
    return score.missed().isEmpty()
        && score.precision() >= LEAST_PRECISION
        && score.massIncidents() == 1
        && firstNotice(run.caught()) <= FIRST_NOTICE.toSeconds();
  }

  /** From the first route of the mass to the first notice of it. */
  private static double firstNotice(Caught caught) {
    Optional<Incident> mass =
        caught.incidents().stream()
            .filter(each -> each.cause().kind() == Kind.MASS_LEAK)
            .findFirst();
    if (mass.isEmpty() || caught.notices(mass.get()).isEmpty()) {
      return Double.MAX_VALUE;
    }
    Instant first = caught.times(mass.get()).getFirst();
    return Duration.between(mass.get().begin(), first).toMillis() / 1_000.0;
  }

  private record Run(
      Caught caught,
      long entries,
      long routes,
      CpuClock.Span table,
      CpuClock.Span span,
      long heap) {
    double wall() {
      return span.wallSeconds();
    }
  }

  /** What the watch finds in a folder. */
  static Caught caught(Path folder, long seed) throws IOException {
    return once(folder, seed).caught();
  }

  private static Run once(Path folder, long seed) throws IOException {
    FileWatch watch = new FileWatch(word -> {}, seed);
    Caught caught = new Caught(watch::now);
    watch.prefixes(folder.resolve("members.json"));
    try (InputStream vrps = Files.newInputStream(folder.resolve("vrps.json"));
        InputStream relations = Files.newInputStream(folder.resolve("as-rel.txt"))) {
      watch.vrps(vrps);
      watch.relations(relations);
    }
    watch.begin(Pace.USUAL, caught);
    CpuClock table = CpuClock.start();
    read(watch, folder.resolve("rib.mrt.gz"), FileWatch.As.TABLE);
    CpuClock.Span tableSpan = table.stop();
    long entries = watch.routes();
    System.gc();
    CpuClock clock = CpuClock.start();
    read(watch, folder.resolve("updates.mrt.gz"), FileWatch.As.UPDATES);
    watch.end();
    CpuClock.Span span = clock.stop();
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    long heap = runtime.totalMemory() - runtime.freeMemory();
    return new Run(caught, entries, watch.routes() - entries, tableSpan, span, heap);
  }

  private static void read(FileWatch watch, Path file, FileWatch.As as) throws IOException {
    try (InputStream in = Unpacked.of(Files.newInputStream(file))) {
      watch.read(in, as);
    }
  }
}
