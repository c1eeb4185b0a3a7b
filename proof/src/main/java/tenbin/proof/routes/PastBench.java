package tenbin.proof.routes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tenbin.desks.routes.feed.ArchiveFeed;
import tenbin.desks.routes.feed.RouteSink;
import tenbin.desks.routes.past.PastAnswer;
import tenbin.desks.routes.past.PastQuestion;
import tenbin.desks.routes.past.PastRoutes;
import tenbin.desks.routes.past.PastSettings;
import tenbin.desks.routes.past.Scan;
import tenbin.proof.bench.Bench;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.bench.CpuClock;
import tenbin.wire.mrt.Unpacked;

/**
 * Routes of the past over a folder of the seeded generator: its table and its updates are kept,
 * then asked. The peer is a plain reading of the same files for each question; it gives every
 * answer too.
 */
public final class PastBench implements Bench {
  private static final int QUESTIONS = 24;
  private static final int ROUNDS = 5;
  private static final int MOST_WAITING = 50_000;
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "past";
  }

  @Override
  public BenchResult run(Optional<Path> input, RandomGenerator random) throws IOException {
    Path folder = input.isPresent() ? input.get() : Generated.folder(random.nextInt(1, 1 << 30));
    Path kept = Files.createTempDirectory("tenbin-past");
    try {
      return measured(folder, kept, random);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException("stopped", stopped);
    } finally {
      delete(kept);
    }
  }

  private BenchResult measured(Path folder, Path kept, RandomGenerator random)
      throws IOException, InterruptedException {
    Path table = folder.resolve("rib.mrt.gz");
    Path updates = folder.resolve("updates.mrt.gz");
    Heard heard = new Heard(random);
    read(heard, table, updates); // It warms up, too.
    CpuClock bare = CpuClock.start();
    read(new Heard(random), table, updates);
    CpuClock.Span reading = bare.stop();
    PastSettings settings =
        PastSettings.of(kept, PastSettings.USUAL_KEEP, PastSettings.USUAL_OCTETS);
    List<String> words = new ArrayList<>();
    try (PastRoutes past = PastRoutes.open(settings, Clock.systemUTC(), any -> true, words::add)) {
      CpuClock clock = CpuClock.start();
      read(slow(past, past.before(Heard.NOTHING)), table, updates);
      boolean quiet = past.awaitQuiet(PATIENCE) && past.awaitRolled(PATIENCE);
      CpuClock.Span writing = clock.stop();
      List<PastQuestion> questions = heard.questions(QUESTIONS);
      Asked asked = asked(past, questions);
      Map<PastQuestion, PastAnswer> plain = plain(questions, table, updates);
      CpuClock peer = CpuClock.start();
      plain(questions.subList(0, 1), table, updates);
      CpuClock.Span peerSpan = peer.stop();
      boolean same = same(asked.answers, plain);
      long octets = octets(kept);
      double net = Math.max(0, writing.cpuSeconds() - reading.cpuSeconds());
      return BenchResult.of(
              name(),
              folder.toString(),
              heard.words(),
              writing,
              same && quiet && past.left() == 0 && words.isEmpty())
          .with("cpuSecondsOfReadingAlone", reading.cpuSeconds())
          .with("cpuSecondsPerMillionKept", round(1e6 * net / heard.words()))
          .with("octets", octets)
          .with("octetsPerChange", round(past.octetsPerChange()))
          .with("octetsPerRouteOfBase", round(past.octetsPerRouteOfBase()))
          .with("leftOut", past.left())
          .with("questionMillis", asked.millis())
          .with("questionCpuMillis", round(1e3 * asked.cpu / (QUESTIONS * ROUNDS)))
          .with("answersAlike", same)
          .with("linesAnswered", asked.lines())
          .with("peer", peer(peerSpan));
    }
  }

  private static Map<String, Object> peer(CpuClock.Span span) {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("name", "reading both files once for one question");
    told.put("cpuSeconds", round(span.cpuSeconds()));
    told.put("wallSeconds", round(span.wallSeconds()));
    return told;
  }

  private static double round(double value) {
    return Math.round(1_000 * value) / 1_000.0;
  }

  private static void read(RouteSink sink, Path... files) throws IOException {
    ArchiveFeed feed = new ArchiveFeed("bench", sink);
    for (Path each : files) {
      try (InputStream in = Unpacked.of(Files.newInputStream(each))) {
        feed.read(in);
      }
    }
  }

  /** A file comes faster than any router: it waits where the watch would not. */
  private static RouteSink slow(PastRoutes past, RouteSink inner) {
    return new Counting(
        inner,
        count -> {
          while (count % 4_096 == 0 && past.waiting() > MOST_WAITING) {
            LockSupport.parkNanos(500_000);
          }
        });
  }

  private record Asked(Map<PastQuestion, PastAnswer> answers, List<Double> sorted, double cpu) {
    /** Of all questions: half are faster than the first, the last is the slowest. */
    List<Double> millis() {
      return List.of(sorted.get(sorted.size() / 2), sorted.getLast());
    }

    long lines() {
      return answers.values().stream()
          .mapToLong(each -> each.lines().size() + each.steps().size())
          .sum();
    }
  }

  private static Asked asked(PastRoutes past, List<PastQuestion> questions) throws IOException {
    Map<PastQuestion, PastAnswer> answers = new HashMap<>();
    List<Double> millis = new ArrayList<>();
    for (PastQuestion each : questions) {
      past.ask(each); // It warms up.
    }
    CpuClock clock = CpuClock.start();
    for (int round = 0; round < ROUNDS; round++) {
      for (PastQuestion each : questions) {
        long begin = System.nanoTime();
        answers.put(each, past.ask(each));
        millis.add(round((System.nanoTime() - begin) / 1e6));
      }
    }
    double cpu = clock.stop().cpuSeconds();
    millis.sort(Double::compare);
    return new Asked(answers, millis, cpu);
  }

  private static Map<PastQuestion, PastAnswer> plain(List<PastQuestion> questions, Path... files)
      throws IOException {
    Map<PastQuestion, Scan> scans = new LinkedHashMap<>();
    questions.forEach(each -> scans.put(each, new Scan(each)));
    read(new All(List.copyOf(scans.values())), files);
    Map<PastQuestion, PastAnswer> answers = new HashMap<>();
    scans.forEach((question, scan) -> answers.put(question, scan.answer()));
    return answers;
  }

  private static boolean same(
      Map<PastQuestion, PastAnswer> one, Map<PastQuestion, PastAnswer> other) {
    return one.entrySet().stream()
        .allMatch(each -> {
          PastAnswer plain = other.get(each.getKey());
          return plain != null
              && plain.lines().equals(each.getValue().lines())
              && plain.steps().equals(each.getValue().steps());
        });
  }

  private static long octets(Path folder) throws IOException {
    long octets = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        octets += Files.size(each);
      }
    }
    return octets;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }
}
