package tenbin.proof.lookup;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import tenbin.spine.attribute.PrefixTable;

/** One longest-prefix lookup over 1.2 M prefixes; the sum of the answers is checked every time. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx1g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LookupTwin {
  private static final int PROBES = 100_000;
  private static final long SEED = 42;
  private static final double V4_SHARE = 0.8;
  private static final double INSIDE_SHARE = 0.9;

  @SuppressWarnings("NullAway.Init")
  private PrefixTable table;

  @SuppressWarnings("NullAway.Init")
  private Probes probes;

  private long expected;

  /** Builds the table and asks everything once, in the opposite order. */
  @Setup(Level.Trial)
  public void build() {
    SplittableRandom random = new SplittableRandom(SEED);
    FlatTable flat = FlatTable.of(RoutingShape.usual(random));
    table = flat.build();
    probes = Probes.draw(flat, PROBES, V4_SHARE, INSIDE_SHARE, random);
    for (int i = PROBES - 1; i >= 0; i--) {
      expected += table.find(probes.high[i], probes.low[i]);
    }
  }

  /** All probes once. */
  @Benchmark
  @OperationsPerInvocation(PROBES)
  public long lookup() {
    long sum = 0;
    for (int i = 0; i < PROBES; i++) {
      sum += table.find(probes.high[i], probes.low[i]);
    }
    if (sum != expected) {
      throw new IllegalStateException("another answer: " + sum + ", not " + expected);
    }
    return sum;
  }
}
