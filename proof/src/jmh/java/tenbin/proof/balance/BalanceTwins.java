package tenbin.proof.balance;

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
import tenbin.balance.plan.Roll;
import tenbin.balance.plan.RowPlan;
import tenbin.balance.weigh.Effect;
import tenbin.balance.weigh.Linkage;
import tenbin.balance.weigh.Question;
import tenbin.balance.weigh.Weigher;
import tenbin.nouns.consent.PartyId;

/** One row of three linkage groups: through a compiled plan, and by the interpreter. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class BalanceTwins {
  private static final int CUSTOMERS = 200_000;
  private static final int ROWS = 200_000;
  private static final int BY_INTERPRETER = 200;
  private static final long SEED = 42;

  @SuppressWarnings("NullAway.Init")
  private Provider provider;

  @SuppressWarnings("NullAway.Init")
  private Rows rows;

  @SuppressWarnings("NullAway.Init")
  private Roll roll;

  private long planted;
  private long plantedOfFew;

  /** Makes rows whose answers are known from what was planted. */
  @Setup(Level.Trial)
  public void make() {
    SplittableRandom random = new SplittableRandom(SEED);
    provider = new Provider(CUSTOMERS, random);
    rows = new Rows(provider, ROWS, random);
    roll = new Roll(provider.policy(), provider.numbers());
    planted = rows.plantedGroups(false);
    for (int i = 0; i < BY_INTERPRETER; i++) {
      plantedOfFew += provider.hasOptedOut(i) ? 0 : 1;
    }
  }

  /** A plan made anew for the chunk, then every row by it. */
  @Benchmark
  @OperationsPerInvocation(ROWS)
  public long plan() {
    RowPlan plan = new RowPlan(roll, Provider.question(Provider.shape(false, List.of())));
    return checked(rows.decide(plan).groupsPermitted, planted);
  }

  /** The same decision without a plan. */
  @Benchmark
  @OperationsPerInvocation(BY_INTERPRETER)
  public long interpreter() {
    Weigher weigher = new Weigher(provider.policy());
    long permitted = 0;
    for (int i = 0; i < BY_INTERPRETER; i++) {
      Optional<PartyId> subject = Optional.of(provider.subject(i));
      List<Linkage> linkages =
          Provider.linkages(
              List.of(subject, subject, subject), Optional.of(Provider.RESPONSIBLE));
      Question question = Provider.question(Provider.shape(false, linkages));
      permitted += weigher.weigh(question).effect() == Effect.PERMIT ? 1 : 0;
    }
    return checked(permitted, plantedOfFew);
  }

  private static long checked(long answer, long expected) {
    if (answer != expected) {
      throw new IllegalStateException("another answer: " + answer + ", not " + expected);
    }
    return answer;
  }
}
