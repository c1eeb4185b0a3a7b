package tenbin.proof.bench;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a benchmark found.
 *
 * @param bench its name
 * @param input what it ran over, in words
 * @param units how many units of work were timed
 * @param cpuSeconds processor time of the whole process for them, garbage collection included
 * @param wallSeconds time on the wall for them
 * @param peakMemoryBytes the most that the process ever held in memory, 0 where not known
 * @param ok whether the answer that was timed is right by another method
 * @param more whatever else it knows, in order: "peer", "tableBytes"; strings, numbers, booleans,
 *     maps and lists of them
 */
public record BenchResult(
    String bench,
    String input,
    long units,
    double cpuSeconds,
    double wallSeconds,
    long peakMemoryBytes,
    boolean ok,
    Map<String, Object> more) {
  public BenchResult {
    more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
  }

  /** What was done between two readings of the clock. */
  public static BenchResult of(
      String bench, String input, long units, CpuClock.Span span, boolean ok) {
    return new BenchResult(
        bench,
        input,
        units,
        span.cpuSeconds(),
        span.wallSeconds(),
        CpuClock.peakMemoryBytes(),
        ok,
        Map.of());
  }

  /** The same with one more figure. */
  public BenchResult with(String name, Object value) {
    Map<String, Object> all = new LinkedHashMap<>(more);
    all.put(name, value);
    return new BenchResult(bench, input, units, cpuSeconds, wallSeconds, peakMemoryBytes, ok, all);
  }

  public double unitsPerCpuSecond() {
    return cpuSeconds > 0 ? units / cpuSeconds : 0;
  }

  public double unitsPerSecond() {
    return wallSeconds > 0 ? units / wallSeconds : 0;
  }

  /** One line: the fields in DESIGN's order, then whatever else is known. */
  public String toJson() {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("bench", bench);
    all.put("input", input);
    all.put("units", units);
    all.put("cpuSeconds", rounded(cpuSeconds));
    all.put("wallSeconds", rounded(wallSeconds));
    all.put("unitsPerCpuSecond", Math.round(unitsPerCpuSecond()));
    all.put("unitsPerSecond", Math.round(unitsPerSecond()));
    all.put("peakMemoryBytes", peakMemoryBytes);
    all.put("ok", ok);
    all.putAll(more);
    return JsonMapper.shared().writeValueAsString(all);
  }

  private static double rounded(double seconds) {
    return Math.round(seconds * 1e4) / 1e4;
  }
}
