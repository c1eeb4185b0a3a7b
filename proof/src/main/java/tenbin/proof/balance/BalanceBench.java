package tenbin.proof.balance;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tenbin.balance.plan.Roll;
import tenbin.balance.plan.RowPlan;
import tenbin.balance.weigh.Linkage;
import tenbin.balance.weigh.Matter;
import tenbin.balance.weigh.Part;
import tenbin.balance.weigh.Question;
import tenbin.balance.weigh.Weigher;
import tenbin.proof.bench.Bench;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.bench.CpuClock;

/**
 * Field decisions: rows of three linkage groups through compiled plans, on a million subjects with
 * opt-outs and 200 bases, one row of a hundred to be asked about. Beside it the interpreter on a
 * bundle of 200 fields that no plan knows, and what one more clause would release of a backlog.
 */
public final class BalanceBench implements Bench {
  private static final int SUBJECTS = 1_000_000;
  private static final int ROWS = 1_000_000;
  private static final int REPETITIONS = 5;
  private static final int SAMPLE = 2_000;
  private static final int BUNDLES = 2_000;

  /** Bundles before the first that is timed: a hub has decided before. */
  private static final int FIRST_BUNDLES = 500;

  private static final int BUNDLE_FIELDS = 200;

  @Override
  public String name() {
    return "balance";
  }

  @Override
  public BenchResult run(Optional<Path> input, RandomGenerator random) throws IOException {
    Provider provider = new Provider(SUBJECTS, random);
    Rows rows = new Rows(provider, ROWS, random);
    Question template = Provider.question(Provider.shape(false, List.of()));
    long planted = rows.plantedGroups(false);
    boolean ok = true;
    List<CpuClock.Span> spans = new ArrayList<>();
    CpuClock rollClock = CpuClock.start();
    Roll roll = new Roll(provider.policy(), provider.numbers());
    double rollSeconds = rollClock.stop().cpuSeconds();
    RowPlan plan = new RowPlan(roll, template);
    for (int i = 0; i < REPETITIONS; i++) {
      plan = new RowPlan(roll, template);
      CpuClock clock = CpuClock.start();
      Rows.Tally tally = rows.decide(plan);
      spans.add(clock.stop());
      ok &= tally.groupsPermitted == planted && tally.rowsAsking > 0;
    }
    ok &= rows.agree(plan, SAMPLE, random);
    CpuClock.Span median = median(spans);
    WhatIf whatIf = WhatIf.measure(provider, rows, roll, template);
    double[] bundles = bundles(provider);
    return new BenchResult(
            name(),
            SUBJECTS
                + " subjects, "
                + provider.policy().bases().size()
                + " bases, "
                + ROWS
                + " rows",
            ROWS,
            median.cpuSeconds(),
            median.wallSeconds(),
            CpuClock.peakMemoryBytes(),
            ok && whatIf.ok,
            Map.of())
        .with("medianOf", REPETITIONS)
        .with("kindsOfRow", plan.known())
        .with("rollSeconds", rollSeconds)
        .with("bundleFields", BUNDLE_FIELDS)
        .with("bundleMedianMillis", bundles[BUNDLES / 2])
        .with("bundleP99Millis", bundles[BUNDLES * 99 / 100])
        .with("whatIfSeconds", whatIf.seconds)
        .with("whatIfRowsReleased", whatIf.released);
  }

  private static CpuClock.Span median(List<CpuClock.Span> spans) {
    return spans.stream()
        .sorted(java.util.Comparator.comparingDouble(CpuClock.Span::cpuSeconds))
        .toList()
        .get(spans.size() / 2);
  }

  /** What a clause would release of the same rows: both policies over all of them. */
  private record WhatIf(double seconds, long released, boolean ok) {
    static WhatIf measure(Provider provider, Rows rows, Roll roll, Question template) {
      CpuClock clock = CpuClock.start();
      Rows.Tally now = rows.decide(new RowPlan(roll, template));
      Roll rollThen = new Roll(provider.withClause(), provider.numbers());
      Rows.Tally then = rows.decide(new RowPlan(rollThen, template));
      double seconds = clock.stop().cpuSeconds();
      long released = then.groupsPermitted - now.groupsPermitted;
      long planted = rows.plantedGroups(true) - rows.plantedGroups(false);
      return new WhatIf(seconds, released, released == planted && released > 0);
    }
  }

  /** Milliseconds of the processor for single decisions on bundles of many fields, in order. */
  private static double[] bundles(Provider provider) {
    Matter shape = Provider.shape(false, List.of());
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < BUNDLE_FIELDS; i++) {
      Part like = shape.parts().get(i % shape.parts().size());
      parts.add(Part.of("field-" + i, like.category(), like.group(), like.order()));
    }
    Weigher weigher = new Weigher(provider.policy());
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[] millis = new double[BUNDLES];
    for (int i = -FIRST_BUNDLES; i < BUNDLES; i++) {
      Optional<tenbin.nouns.consent.PartyId> subject =
          Optional.of(provider.subject(Math.floorMod(i, provider.customers())));
      List<Linkage> linkages =
          Provider.linkages(List.of(subject, subject, subject), Optional.of(Provider.RESPONSIBLE));
      Matter matter =
          new Matter(
              "bundle",
              shape.holder(),
              shape.source(),
              shape.marking(),
              shape.traits(),
              parts,
              linkages);
      long start = threads.getCurrentThreadCpuTime();
      weigher.weigh(Provider.question(matter));
      if (i >= 0) {
        millis[i] = (threads.getCurrentThreadCpuTime() - start) / 1e6;
      }
    }
    Arrays.sort(millis);
    return millis;
  }
}
