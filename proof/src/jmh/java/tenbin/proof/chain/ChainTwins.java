package tenbin.proof.chain;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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
import tenbin.balance.Balance;
import tenbin.balance.Decision;
import tenbin.balance.Item;
import tenbin.balance.Outlet;
import tenbin.balance.Plan;
import tenbin.balance.Policy;
import tenbin.balance.RecipientKey;
import tenbin.balance.Request;
import tenbin.nouns.attribution.Responsible;
import tenbin.nouns.casework.SeenBy;
import tenbin.nouns.consent.Purpose;
import tenbin.nouns.consent.Tlp;
import tenbin.nouns.observation.Fingerprint;
import tenbin.nouns.observation.Observation;
import tenbin.nouns.report.Warning;
import tenbin.spine.attribute.Attributor;
import tenbin.spine.attribute.TableAttributor;
import tenbin.spine.correlate.Sighted;
import tenbin.spine.correlate.ShardedCorrelator;
import tenbin.spine.storage.row.FingerprintTable;
import tenbin.wire.Limits;
import tenbin.wire.Reader;
import tenbin.wire.Refused;
import tenbin.wire.Report;
import tenbin.wire.Sink;
import tenbin.wire.shadowserver.ShadowserverReader;
import tenbin.wire.shadowserver.ShadowserverTable;

/**
 * One row at each station of the chain, the stations apart from each other. What each answers is
 * counted beforehand another way and checked every time.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ChainTwins {
  private static final int ROWS = 20_000;
  private static final long SEED = 42;
  private static final String NAME = "2026-03-24-event4_sinkhole-bench.csv";
  private static final Instant RECEIVED = Instant.parse("2026-03-25T06:00:00Z");

  private final Reader reader = new ShadowserverReader(ShadowserverTable.standard());
  private final List<Sighted> rows = new ArrayList<>();
  private final List<Item> items = new ArrayList<>();
  private byte[] bytes = {};
  private long distinct;
  private long own;

  @SuppressWarnings("NullAway.Init")
  private Balance balance;

  /** Makes the rows and what every station makes of them. */
  @Setup(Level.Trial)
  public void make() throws IOException, Refused {
    Path file = Files.createTempFile("tenbin-jmh", ".csv");
    SplittableRandom random = new SplittableRandom(SEED);
    SinkholeReport.write(file, ROWS, random);
    bytes = Files.readAllBytes(file);
    distinct = Expected.of(file).distinct;
    Files.delete(file);
    Attributor attributor = new TableAttributor(ChainCircle.circle(), ChainCircle.tables(random));
    balance = new Balance(Policy.of(ChainCircle.circle()));
    read(new Observations(attributor));
    own = rows.stream().filter(ChainTwins::isOwn).count();
  }

  private static boolean isOwn(Sighted row) {
    return row.attribution().responsible() instanceof Responsible.OfMember member
        && member.member().equals(ChainCircle.member(0));
  }

  private void read(Sink sink) throws IOException, Refused {
    reader.read(
        new Report(NAME, new ByteArrayInputStream(bytes), RECEIVED, Optional.empty(), Limits.USUAL),
        sink);
  }

  /** Bytes to an observation. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long parse() throws IOException, Refused {
    Counted counted = new Counted();
    read(counted);
    return checked(counted.rows, ROWS);
  }

  /** Identity, and whether it is there already. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long fold() {
    FingerprintTable known = new FingerprintTable();
    for (Sighted row : rows) {
      Fingerprint identity = Fingerprint.of(row.seen());
      if (known.get(identity.high(), identity.low()) == FingerprintTable.ABSENT) {
        known.put(identity.high(), identity.low(), 1);
      }
    }
    return checked(known.size(), distinct);
  }

  /** Who else saw it. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long correlate() {
    ShardedCorrelator correlator = new ShardedCorrelator();
    rows.forEach(correlator::take);
    return checked(correlator.position(), ROWS);
  }

  /** May the first member have it. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long decide() {
    Plan plan =
        balance.plan(
            new Request(
                ChainCircle.member(0), Purpose.NOTIFY_AFFECTED_CUSTOMER, Outlet.API, RECEIVED),
            new RecipientKey(new byte[32]));
    long released = 0;
    for (Item item : items) {
      released += plan.decide(item) instanceof Decision.Released ? 1 : 0;
    }
    return checked(released, own);
  }

  private static long checked(long answer, long expected) {
    if (answer != expected) {
      throw new IllegalStateException("another answer: " + answer + ", not " + expected);
    }
    return answer;
  }

  private final class Observations implements Sink {
    private final Attributor attributor;

    Observations(Attributor attributor) {
      this.attributor = attributor;
    }

    @Override
    public void observation(Observation seen) {
      Sighted row =
          new Sighted(
              rows.size() + 1,
              ChainCircle.reporter(),
              Fingerprint.of(seen),
              seen,
              attributor.attribute(seen),
              RECEIVED);
      rows.add(row);
      items.add(
          new Item.Sighting(
              seen, row.attribution(), ChainCircle.reporter(), Tlp.AMBER, SeenBy.ONLY_YOU, 1));
    }

    @Override
    public void warning(Warning warning) {
      throw new IllegalStateException(warning.toString());
    }
  }

  private static final class Counted implements Sink {
    private long rows;

    @Override
    public void observation(Observation seen) {
      rows++;
    }

    @Override
    public void warning(Warning warning) {}
  }
}
