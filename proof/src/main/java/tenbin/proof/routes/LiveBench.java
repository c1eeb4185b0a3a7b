package tenbin.proof.routes;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import tenbin.desks.routes.RoutesDesk;
import tenbin.desks.routes.book.DeclarationBook;
import tenbin.desks.routes.book.IncidentBook;
import tenbin.desks.routes.declare.Declaration;
import tenbin.desks.routes.declare.file.DeclarationFile;
import tenbin.desks.routes.feed.ArchiveFeed;
import tenbin.desks.routes.incident.IncidentSink;
import tenbin.desks.routes.live.FeedLine;
import tenbin.desks.routes.live.KeptPlaces;
import tenbin.desks.routes.live.LiveSettings;
import tenbin.desks.routes.live.LiveTiming;
import tenbin.desks.routes.live.LiveWatch;
import tenbin.desks.routes.live.ReferencePlaces;
import tenbin.desks.routes.watch.Pace;
import tenbin.nouns.member.MemberId;
import tenbin.proof.bench.Bench;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.bench.CpuClock;
import tenbin.wire.mrt.Unpacked;

/**
 * The watch as a hub runs it, over a folder of the seeded generator: its table is there at the
 * start, the updates appear in its folder. Timed from the first word that the watch's thread takes
 * to the last, with the health of feeds, paths that are kept, the book of incidents, and the rounds
 * of the recording's own hour. What was found is held against the truth.
 */
public final class LiveBench implements Bench {
  private static final int RUNS = 5;
  private static final String FEED = "bench";
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /**
   * An hour passes in seconds: how things are is put up as often as in those, and a little more.
   */
  private static final LiveTiming TIMING =
      LiveTiming.USUAL.settling(Duration.ofSeconds(1)).looking(Duration.ofMinutes(10));

  @Override
  public String name() {
    return "live";
  }

  @Override
  public BenchResult run(Optional<Path> input, RandomGenerator random) throws IOException {
    Path folder = input.isPresent() ? input.get() : Generated.folder(random.nextInt(1, 1 << 30));
    Truth truth = Truth.of(folder);
    Heard table = heard(folder.resolve("rib.mrt.gz"), random);
    Heard updates = heard(folder.resolve("updates.mrt.gz"), random);
    List<Run> runs = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      runs.add(once(folder, table, updates));
    }
    List<Run> sorted =
        runs.stream().sorted(Comparator.comparingDouble(each -> each.span.wallSeconds())).toList();
    Run median = sorted.get(RUNS / 2);
    Truth.Score score = truth.score(median.caught);
    boolean good = score.missed().isEmpty() && score.massIncidents() == 1 && median.said.isEmpty();
    return BenchResult.of(name(), folder.toString(), updates.words(), median.span, good)
        .with("wallSecondsOfAll", runs.stream().map(each -> each.span.wallSeconds()).toList())
        .with("tableEntries", table.words())
        .with("waits", median.waits)
        .with("missed", score.missed())
        .with("told", score.told())
        .with("precision", score.precision())
        .with("massIncidents", score.massIncidents())
        .with("said", median.said);
  }

  /**
   * One watch.
   *
   * @param waits how often the feed had to wait for the watch
   * @param said what people would have to know of feeds
   */
  private record Run(Caught caught, CpuClock.Span span, long waits, List<String> said) {}

  private static Heard heard(Path file, RandomGenerator random) throws IOException {
    Heard heard = new Heard(random);
    try (InputStream in = Unpacked.of(Files.newInputStream(file))) {
      new ArchiveFeed(FEED, heard).read(in);
    }
    return heard;
  }

  private static Run once(Path folder, Heard table, Heard updates) throws IOException {
    Path place = Files.createTempDirectory("tenbin-live");
    List<String> said = new ArrayList<>();
    Pursuit pursuit = new Pursuit(Instant.EPOCH.plus(Duration.ofNanos(table.last() * 1_000)));
    Caught caught = new Caught(pursuit::instant);
    LiveSettings settings =
        new LiveSettings(
            List.of(
                new FeedLine.File("table", folder.resolve("rib.mrt.gz"), FEED),
                new FeedLine.Folder(FEED, place)),
            references(folder),
            KeptPlaces.NOWHERE,
            List.of(),
            TIMING,
            Pace.USUAL);
    long waits;
    try (LiveWatch watch =
        LiveWatch.start(desk(folder, caught), settings, pursuit, said::add, pursuit::before)) {
      await(watch::hasBegun);
      said.clear();
      System.gc();
      pursuit.expect(updates.words());
      Path beside = place.resolve(".updates");
      Files.createLink(beside, folder.resolve("updates.mrt.gz"));
      Files.move(beside, place.resolve("updates.mrt.gz"));
      await(pursuit::isOver);
      waits = watch.waits();
    }
    Files.delete(place.resolve("updates.mrt.gz"));
    Files.delete(place);
    return new Run(caught, pursuit.span(), waits, said);
  }

  private static ReferencePlaces references(Path folder) {
    return new ReferencePlaces(
        Optional.of(folder.resolve("vrps.json")),
        Optional.empty(),
        List.of(),
        Optional.of(folder.resolve("as-rel.txt")),
        Optional.empty());
  }

  /** A desk in memory whose book tells somebody else too. */
  private static RoutesDesk desk(Path folder, Caught caught) throws IOException {
    RoutesDesk plain = RoutesDesk.inMemory(LiveBench::nobodyLooks, "");
    DeclarationFile file =
        DeclarationFile.read(folder.resolve("members.json"), new MemberId("own"));
    for (Declaration each : file.table().all()) {
      plain.declarations().declare(each, new DeclarationBook.By(Instant.EPOCH, "bench", "file"));
    }
    IncidentBook book =
        (IncidentBook)
            Proxy.newProxyInstance(
                IncidentBook.class.getClassLoader(),
                new Class<?>[] {IncidentBook.class},
                (any, method, arguments) -> {
                  try {
                    if (method.getDeclaringClass() == IncidentSink.class) {
                      method.invoke(caught, arguments);
                    }
                    return method.invoke(plain.incidents(), arguments);
                  } catch (InvocationTargetException failed) {
                    throw failed.getCause();
                  }
                });
    return new RoutesDesk(book, plain.declarations(), plain.told(), plain.sight());
  }

  private static tenbin.nouns.member.Circle nobodyLooks() {
    throw new IllegalStateException("nobody looks at a page here");
  }

  private static void await(BooleanSupplier so) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IOException("not in time");
      }
      LockSupport.parkNanos(5_000_000);
    }
  }
}
