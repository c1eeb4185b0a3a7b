package tenbin.wire.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * One parser under mutants for so much processor time of the thread that reads them. It fails when
 * the parser breaks its contract, spends too long on one input or allocates too much for one; the
 * input then lies in {@code target/fuzz}. A loop without end is found from outside: the thread that
 * waits looks at the processor time of the one that reads.
 */
public final class Fuzz {
  /** Of one input of at most a quarter of a megabyte; the slowest readers need milliseconds. */
  private static final Duration MOST_CPU_EACH = Duration.ofSeconds(10);

  private static final int LOOK_MILLIS = 250;
  private static final int TWICE_ONE_IN = 16;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final Target target;
  private final Corpus corpus;
  private final RandomGenerator random;
  private final long seed;
  private volatile Input inHand = new Input("", "");
  private volatile Optional<Throwable> broken = Optional.empty();
  private volatile long begunAt;
  private long runs;
  private long slowestNanos;
  private long mostAllocated;

  private Fuzz(Target target, List<Input> seeds, long seed) {
    this.target = target;
    this.corpus = new Corpus(seeds);
    this.seed = seed;
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /**
   * What a run came to.
   *
   * @param runs inputs that were read
   * @param cpuSeconds of the reading thread
   * @param forms different forms of what the parser said
   * @param slowestMillis processor time of the slowest input
   * @param mostAllocatedBytes for one input
   */
  public record Came(
      String target,
      long seed,
      long runs,
      double cpuSeconds,
      int forms,
      long slowestMillis,
      long mostAllocatedBytes) {}

  /** Runs for so much processor time; the seed makes it begin alike. */
  public static Came run(Target target, List<Input> seeds, long seed, Duration cpu) {
    return new Fuzz(target, seeds, seed).watched(Long.MAX_VALUE, cpu.toNanos());
  }

  /** Runs so many mutants: the same seed, the same mutants. */
  public static Came run(Target target, List<Input> seeds, long seed, long runs) {
    return new Fuzz(target, seeds, seed).watched(runs, Long.MAX_VALUE);
  }

  private Came watched(long mostRuns, long mostNanos) {
    Thread reading =
        Thread.ofPlatform().name("fuzz").daemon().unstarted(() -> read(mostRuns, mostNanos));
    reading.start();
    try {
      while (!reading.join(Duration.ofMillis(LOOK_MILLIS))) {
        long spent = THREADS.getThreadCpuTime(reading.threadId()) - begunAt;
        if (reading.isAlive() && spent > MOST_CPU_EACH.toNanos()) {
          throw failure("does not come back", stack(reading));
        }
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    if (broken.isPresent()) {
      throw failure("broke", broken.get());
    }
    return new Came(
        target.name(),
        seed,
        runs,
        begunAt / 1e9,
        corpus.forms(),
        slowestNanos / 1_000_000,
        mostAllocated);
  }

  private static Throwable stack(Thread reading) {
    Throwable where = new IllegalStateException("more than " + MOST_CPU_EACH + " on one input");
    where.setStackTrace(reading.getStackTrace());
    return where;
  }

  private void read(long mostRuns, long mostNanos) {
    try {
      long from = THREADS.getCurrentThreadCpuTime();
      begunAt = from;
      while (runs < mostRuns && begunAt - from < mostNanos) {
        readOne();
        runs++;
      }
    } catch (IOException | RuntimeException | AssertionError | VirtualMachineError found) {
      broken = Optional.of(found);
    }
  }

  private void readOne() throws IOException {
    Input input = Mutants.of(corpus, random);
    inHand = input;
    long begun = THREADS.getCurrentThreadCpuTime();
    begunAt = begun;
    long allocated = THREADS.getCurrentThreadAllocatedBytes();
    List<String> told = target.read(input);
    allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
    long now = THREADS.getCurrentThreadCpuTime();
    slowestNanos = Math.max(slowestNanos, now - begun);
    mostAllocated = Math.max(mostAllocated, allocated);
    if (allocated > Target.USUAL_MOST_BYTES && allocated > target.mostAllocatedBytes(input)) {
      throw new AssertionError("it took " + allocated + " bytes of memory");
    }
    if (random.nextInt(TWICE_ONE_IN) == 0 && !target.read(input).equals(told)) {
      throw new AssertionError("it told something else the second time");
    }
    corpus.heard(input, told, random);
  }

  private AssertionError failure(String how, Throwable cause) {
    Input input = inHand;
    try {
      Path folder = Files.createDirectories(Path.of("target", "fuzz"));
      Path file =
          folder.resolve(target.name().replaceAll("[^a-z0-9-]+", "-") + "-" + seed + ".input");
      Files.write(file, input.bytes());
      return new AssertionError(
          "%s %s on %s after %d runs of seed %d; the input is in %s"
              .formatted(target.name(), how, input.name(), runs, seed, file),
          cause);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
