package tenbin.proof.lookup;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import tenbin.nouns.net.Address;
import tenbin.proof.bench.Bench;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.bench.CpuClock;
import tenbin.spine.attribute.PrefixTable;

/**
 * Longest-prefix lookups on one core: random addresses, 80 % IPv4, most of them inside a prefix,
 * over 1 M + 200 k prefixes that all answer differently, or over a pfx2as file. The peer is the
 * JDK's sorted map.
 */
public final class LookupBench implements Bench {
  private static final int PROBES = 1 << 20;
  private static final int WARM_UP_PASSES = 3;
  private static final int PASSES = 20;

  /** Odd, so that one is in the middle: the machine's other work disturbs single ones. */
  private static final int REPETITIONS = 9;

  private static final double V4_SHARE = 0.8;
  private static final double INSIDE_SHARE = 0.95;
  private static final int CHECKED = 200_000;

  @Override
  public String name() {
    return "lookup";
  }

  @Override
  public BenchResult run(Optional<Path> input, RandomGenerator random) throws IOException {
    FlatTable table =
        input.isPresent() ? FlatTable.read(input.get()) : FlatTable.of(RoutingShape.usual(random));
    BenchResult lookups = run(table, PROBES, random);
    AttributionRate whole = AttributionRate.measure(table, random);
    return lookups
        .with("attributionsPerCpuSecond", Math.round(whole.perCpuSecond()))
        .with("attributionsToMembers", whole.memberShare());
  }

  static BenchResult run(FlatTable flat, int probeCount, RandomGenerator random) {
    CpuClock building = CpuClock.start();
    PrefixTable table = flat.build();
    double buildSeconds = building.stop().cpuSeconds();
    Probes probes = Probes.draw(flat, probeCount, V4_SHARE, INSIDE_SHARE, random);
    long expected = pass(table, probes);
    for (int i = 1; i < WARM_UP_PASSES; i++) {
      expected = pass(table, probes);
    }
    Timed timed = Timed.median(table, probes);
    CpuClock.Span span = timed.span;
    long peak = CpuClock.peakMemoryBytes();
    Probes v4 = Probes.draw(flat, probeCount, 1, INSIDE_SHARE, random);
    Probes v6 = Probes.draw(flat, probeCount, 0, INSIDE_SHARE, random);
    Peer peer = Peer.run(flat, table, probes, Math.min(CHECKED, probeCount));
    boolean ok = timed.sum == expected * PASSES * REPETITIONS && peer.same;
    long units = (long) PASSES * probeCount;
    double rate = units / span.cpuSeconds();
    return new BenchResult(
            "lookup",
            flat.v4Count() + " + " + flat.v6Count() + " prefixes, 80 % of addresses IPv4",
            units,
            span.cpuSeconds(),
            span.wallSeconds(),
            peak,
            ok,
            Map.of())
        .with("medianOf", REPETITIONS)
        .with("tableBytes", table.bytes())
        .with("buildCpuSeconds", buildSeconds)
        .with("hitShare", hits(table, probes) / (double) probeCount)
        .with("v4PerCpuSecond", rate(table, v4))
        .with("v6PerCpuSecond", rate(table, v6))
        .with("peer", peer.told(rate));
  }

  private static long pass(PrefixTable table, Probes probes) {
    long sum = 0;
    for (int i = 0; i < probes.size(); i++) {
      sum += table.find(probes.high[i], probes.low[i]);
    }
    return sum;
  }

  private static long rate(PrefixTable table, Probes probes) {
    double seconds = Timed.median(table, probes).span.cpuSeconds();
    return Math.round((double) PASSES * probes.size() / seconds);
  }

  /**
   * The middle one of several repetitions by its processor time, and the sum of all answers, which
   * keeps the work from being left out.
   */
  private record Timed(CpuClock.Span span, long sum) {
    static Timed median(PrefixTable table, Probes probes) {
      List<CpuClock.Span> spans = new ArrayList<>();
      long sum = 0;
      for (int repetition = 0; repetition < REPETITIONS; repetition++) {
        CpuClock clock = CpuClock.start();
        for (int i = 0; i < PASSES; i++) {
          sum += pass(table, probes);
        }
        spans.add(clock.stop());
      }
      spans.sort(Comparator.comparingDouble(CpuClock.Span::cpuSeconds));
      return new Timed(spans.get(REPETITIONS / 2), sum);
    }
  }

  private static long hits(PrefixTable table, Probes probes) {
    long found = 0;
    for (int i = 0; i < probes.size(); i++) {
      found += table.find(probes.high[i], probes.low[i]) == PrefixTable.NONE ? 0 : 1;
    }
    return found;
  }

  /** What the sorted map did with the first probes, and whether both agree on every one. */
  private record Peer(int lookups, double cpuSeconds, boolean same) {
    static Peer run(FlatTable flat, PrefixTable table, Probes probes, int count) {
      SortedMapPeer map = new SortedMapPeer(flat);
      Address[] addresses = new Address[count];
      for (int i = 0; i < count; i++) {
        addresses[i] = new Address(probes.high[i], probes.low[i]);
      }
      boolean same = true;
      for (Address address : addresses) {
        same &= map.find(address) == table.find(address);
      }
      CpuClock clock = CpuClock.start();
      long sum = 0;
      for (Address address : addresses) {
        sum += map.find(address);
      }
      double seconds = clock.stop().cpuSeconds();
      return new Peer(count, seconds, same && sum != 0);
    }

    Map<String, Object> told(double ourRate) {
      double rate = lookups / cpuSeconds;
      Map<String, Object> told = new LinkedHashMap<>();
      told.put("name", "java.util.TreeMap, floor walk");
      told.put("unitsPerCpuSecond", Math.round(rate));
      told.put("ratio", Math.round(10 * ourRate / rate) / 10.0);
      return told;
    }
  }

  /** Runs it with a seed: for measuring without the launcher. */
  public static void main(String[] args) throws IOException {
    long seed = args.length > 0 ? Long.parseLong(args[0]) : 1;
    BenchResult result = new LookupBench().run(Optional.empty(), new SplittableRandom(seed));
    System.out.println(result.toJson());
  }
}
