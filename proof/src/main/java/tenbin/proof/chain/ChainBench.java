package tenbin.proof.chain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tenbin.proof.bench.Bench;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.bench.CpuClock;
import tenbin.spine.attribute.Attributor;
import tenbin.spine.attribute.TableAttributor;
import tenbin.spine.correlate.ShardedCorrelator;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.shadowserver.ShadowserverReader;
import tenbin.wire.shadowserver.ShadowserverTable;

/**
 * The abuse report chain over a Shadowserver file: parse, attribute over 1.2 M prefixes, fold,
 * correlate. Once in memory, once durably to the members' pulls; both answers are checked against a
 * slow count of the same file.
 */
public final class ChainBench implements Bench {
  private static final int ROWS = 1_000_000;
  private static final String PEER =
      "IntelMQ 473 rows per CPU-second (published figure, not run here)";

  private final Reader reader = new ShadowserverReader(ShadowserverTable.standard());

  @Override
  public String name() {
    return "chain";
  }

  @Override
  public BenchResult run(Optional<Path> input, RandomGenerator random) throws IOException {
    if (input.isPresent()) {
      return measure(input.get(), input.get().toString(), random);
    }
    Path made = Files.createTempFile("tenbin-bench", ".csv");
    try {
      SinkholeReport.write(made, ROWS, random);
      return measure(made, ROWS + " rows made here, a fifth of them repeats", random);
    } finally {
      Files.deleteIfExists(made);
    }
  }

  BenchResult measure(Path file, String words, RandomGenerator random) throws IOException {
    Attributor attributor = new TableAttributor(ChainCircle.circle(), ChainCircle.tables(random));
    Expected expected = Expected.of(file);
    // Once to have it compiled; a hub runs for months.
    inMemory(file, attributor);
    System.gc();
    CpuClock clock = CpuClock.start();
    MemoryChain memory = inMemory(file, attributor);
    CpuClock.Span span = clock.stop();
    long peak = CpuClock.peakMemoryBytes();
    DurableChain durable = new DurableChain();
    durable.run(reader, file, attributor, expected);
    return new BenchResult(
            name(),
            words,
            expected.lines,
            span.cpuSeconds(),
            span.wallSeconds(),
            peak,
            memory.matches(expected) && durable.right,
            java.util.Map.of())
        .with("distinctRows", expected.distinct)
        .with("durableRowsPerSecond", Math.round(expected.lines / durable.ingest.wallSeconds()))
        .with("durableHubCpuSeconds", durable.ingest.cpuSeconds())
        .with("pulledRowsPerSecond", Math.round(expected.distinct / durable.pulls.wallSeconds()))
        .with("peer", PEER);
  }

  private MemoryChain inMemory(Path file, Attributor attributor) throws IOException {
    MemoryChain chain = new MemoryChain(attributor, new ShardedCorrelator());
    try {
      chain.run(reader, file);
    } catch (Refused refused) {
      throw new IOException(refused);
    }
    return chain;
  }
}
