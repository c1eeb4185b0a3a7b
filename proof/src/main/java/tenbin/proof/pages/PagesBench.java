package tenbin.proof.pages;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tenbin.hub.demo.DemoClock;
import tenbin.hub.demo.DemoDay;
import tenbin.hub.demo.DemoLoad;
import tenbin.hub.run.HubStart;
import tenbin.hub.run.RunningHub;
import tenbin.proof.bench.Bench;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.bench.CpuClock;
import tenbin.spine.attribute.TableFiles;
import tenbin.spine.policy.PolicyFile;
import tenbin.spine.roster.CircleFile;
import tenbin.spine.storage.Folders;

/**
 * Fifty people at the pages of the demo circle with a day of its reports and ten million rows more:
 * each opens a page, looks at it for a while, opens the next. The server, its database and the
 * people share one machine. Numbers on pages are compared with what was put in.
 */
public final class PagesBench implements Bench {
  /** The issue's own promise for a page, 95 of 100. */
  private static final double PROMISED_MILLIS = 150;

  private static final Duration READING = Duration.ofMinutes(30);

  private final long rows = Long.getLong("tenbin.bench.rows", 10_000_000);
  private final int people = Integer.getInteger("tenbin.bench.people", 50);
  private final int seconds = Integer.getInteger("tenbin.bench.seconds", 120);

  /** How long somebody looks at a page before the next, in the mean. */
  private final int thinkMillis = Integer.getInteger("tenbin.bench.think-millis", 5_000);

  @Override
  public String name() {
    return "pages";
  }

  @Override
  public BenchResult run(Optional<Path> input, RandomGenerator random) throws IOException {
    Path data = Files.createTempDirectory("tenbin-bench");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    try {
      DemoClock clock = new DemoClock(Clock.systemUTC());
      try (RunningHub hub = RunningHub.start(how(data, clock))) {
        return measure(hub, clock, random);
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IOException(stopped);
    } finally {
      Folders.delete(data);
    }
  }

  private static HubStart how(Path data, DemoClock clock) throws IOException {
    Path circle = Files.writeString(data.resolve("circle.yaml"), CircleFile.demo());
    Path policy = Files.createDirectories(data.resolve("policy"));
    Files.writeString(policy.resolve(PolicyFile.demo().name()), PolicyFile.demo().text());
    return new HubStart(
            data, Optional.empty(), Optional.of(circle), "127.0.0.1", 0, true, false, clock)
        .withTables(TableFiles.demo())
        .withPolicy(Optional.of(policy));
  }

  private BenchResult measure(RunningHub hub, DemoClock clock, RandomGenerator random)
      throws IOException, InterruptedException {
    hub.organisation(clock).tell();
    LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(1);
    DemoLoad.into(
        hub.intake(),
        DemoDay.of(CircleFile.read(CircleFile.demo()).orThrow(), day, DemoDay.USUAL_SEED),
        clock,
        () -> hub.awaitCaughtUp(READING));
    try (HttpClient client = HttpClient.newHttpClient()) {
      List<Person> all = people(hub, client);
      Map<String, Long> before = totals(all);
      long began = System.nanoTime();
      ManyRows many = new ManyRows(random, clock.instant());
      many.into(hub.intake(), rows, () -> hub.awaitCaughtUp(READING));
      double loading = (System.nanoTime() - began) / 1e9;
      System.err.printf("%d rows came in within %.0f s%n", rows, loading);
      Map<String, Long> expected = new HashMap<>(many.byMember());
      before.forEach((member, had) -> expected.merge(member, had, Long::sum));
      PageTimes cold = new PageTimes();
      Walk first = new Walk(cold, expected, random.nextLong());
      all.stream().limit(ManyRows.members().size()).forEach(first::once);
      return timed(all, expected, random, cold).with("loadingSeconds", Math.round(loading));
    }
  }

  private List<Person> people(RunningHub hub, HttpClient client)
      throws IOException, InterruptedException {
    List<Person> all = new ArrayList<>();
    List<String> members = ManyRows.members();
    for (int i = 0; i < people; i++) {
      Person person = new Person(client, hub.address(), members.get(i % members.size()));
      person.sitDown();
      all.add(person);
    }
    return all;
  }

  /** What each member's page shows of the demo's own day. */
  private static Map<String, Long> totals(List<Person> all)
      throws IOException, InterruptedException {
    Map<String, Long> totals = new HashMap<>();
    for (Person each : all.subList(0, ManyRows.members().size())) {
      totals.put(each.member(), each.get(Walk.ALL_ROWS).total().orElse(0L));
    }
    return totals;
  }

  private BenchResult timed(
      List<Person> all, Map<String, Long> expected, RandomGenerator random, PageTimes cold)
      throws InterruptedException {
    PageTimes times = new PageTimes();
    CpuClock clock = CpuClock.start();
    long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
    List<Thread> threads = new ArrayList<>();
    for (Person each : all) {
      Walk walk = new Walk(times, expected, random.nextLong());
      SplittableRandom pauses = new SplittableRandom(random.nextLong());
      threads.add(Thread.ofVirtual().start(() -> walk.until(each, end, () -> think(pauses))));
    }
    for (Thread each : threads) {
      each.join();
    }
    CpuClock.Span span = clock.stop();
    long wrong = times.wrong() + cold.wrong();
    times.byPage().forEach((page, told) -> System.err.println(page + " " + told));
    cold.faults().forEach(System.err::println);
    times.faults().forEach(System.err::println);
    return BenchResult.of(
            name(),
            rows + " rows, " + people + " people, " + thinkMillis + " ms between pages",
            times.answers(),
            span,
            wrong == 0 && times.answers() > 0)
        .with("errors", wrong)
        .with("p95MillisOfTheSlowestPage", times.worst())
        .with("promiseKept", times.worst() < PROMISED_MILLIS)
        .with("p95MillisOfTheSlowestPageAtFirst", cold.worst())
        .with("pages", times.byPage());
  }

  /** Somebody looks at a page: now and then long, often briefly. */
  private void think(SplittableRandom random) throws InterruptedException {
    double millis = -Math.log(1 - random.nextDouble()) * thinkMillis;
    Thread.sleep(Duration.ofMillis((long) Math.min(millis, 6.0 * thinkMillis)));
  }
}
