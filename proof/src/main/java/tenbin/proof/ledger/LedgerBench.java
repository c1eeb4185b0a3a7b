package tenbin.proof.ledger;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tenbin.proof.bench.Bench;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.bench.CpuClock;
import tenbin.spine.storage.Database;
import tenbin.spine.storage.Folders;

/**
 * The ledger on the real database: lines that sixteen threads wait for until they are durable, then
 * one party's tree of ten million leaves and proofs out of it. Every proof is checked; the whole
 * ledger is verified, and again after each of some flipped bits.
 */
public final class LedgerBench implements Bench {
  private static final int LINES = 20_000;
  private static final int LEAVES = 10_000_000;
  private static final int PROOFS = 2_000;

  /** The promise: 60,000 delivered rows a second; a pull takes up to 1,000 in a batch. */
  private static final int ROWS_IN_A_BATCH = 1_000;

  @Override
  public String name() {
    return "ledger";
  }

  @Override
  public BenchResult run(Optional<Path> input, RandomGenerator random) throws IOException {
    return run(LINES, LEAVES, random);
  }

  BenchResult run(int lines, int leaves, RandomGenerator random) throws IOException {
    Path data = Files.createTempDirectory("tenbin-bench");
    Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwx--x--x"));
    try (Database database = Database.embedded(data.resolve("postgresql"))) {
      ManyLines many = new ManyLines(data, database);
      CpuClock.Span appended = many.append(lines);
      CpuClock clock = CpuClock.start();
      boolean whole = many.holds(lines);
      CpuClock.Span verified = clock.stop();
      int found = many.flip(random);
      LargeTree tree = new LargeTree(database);
      CpuClock.Span built = tree.build(leaves);
      LargeTree.Times proofs = tree.prove(PROOFS, random);
      boolean ok = whole && found == ManyLines.FLIPS && proofs.right();
      double lineRate = lines / appended.wallSeconds();
      return new BenchResult(
              name(),
              lines + " lines by 16 threads, then a tree of " + leaves + " leaves",
              lines,
              appended.cpuSeconds(),
              appended.wallSeconds(),
              CpuClock.peakMemoryBytes(),
              ok,
              Map.of())
          .with("deliveredRowsPerSecond", Math.round(lineRate * ROWS_IN_A_BATCH))
          .with("verifiedLinesPerSecond", Math.round(lines / verified.wallSeconds()))
          .with("flippedBitsFound", found + " of " + ManyLines.FLIPS)
          .with("builtLeavesPerSecond", Math.round(leaves / built.wallSeconds()))
          .with("buildCpuSeconds", built.cpuSeconds())
          .with("proofMedianMillis", proofs.median())
          .with("proofP99Millis", proofs.worst())
          .with("proofHashes", proofs.hashes());
    } finally {
      Folders.delete(data);
    }
  }
}
