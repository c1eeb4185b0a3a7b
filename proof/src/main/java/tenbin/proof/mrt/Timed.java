package tenbin.proof.mrt;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tenbin.proof.bench.CpuClock;

/**
 * The middle one of several runs by its processor time; one before them warms up and does not
 * count.
 *
 * @param span of it, for one pass
 * @param answer of the first
 * @param isSame whether every run answered alike
 */
record Timed<T>(CpuClock.Span span, T answer, boolean isSame) {
  /** Odd, so that one is in the middle. */
  private static final int RUNS = 5;

  /** Of long ones fewer do: what disturbs them evens out. */
  private static final int LONG_RUNS = 3;

  private static final double LONG_SECONDS = 10;

  /** The system counts processor time in hundredths: short work is done again and again. */
  private static final double LEAST_SECONDS = 1;

  private static final int MOST_PASSES = 40;

  /** What is timed. */
  interface Work<T> {
    T run() throws IOException;
  }

  static <T> Timed<T> median(Work<T> work) throws IOException {
    CpuClock warm = CpuClock.start();
    T answer = work.run();
    double seconds = warm.stop().cpuSeconds();
    int passes = (int) Math.clamp(LEAST_SECONDS / Math.max(seconds, 1e-3), 1, MOST_PASSES);
    int runs = seconds > LONG_SECONDS ? LONG_RUNS : RUNS;
    List<CpuClock.Span> spans = new ArrayList<>();
    boolean same = true;
    for (int i = 0; i < runs; i++) {
      CpuClock clock = CpuClock.start();
      for (int pass = 0; pass < passes; pass++) {
        same &= work.run().equals(answer);
      }
      CpuClock.Span span = clock.stop();
      spans.add(new CpuClock.Span(span.cpuSeconds() / passes, span.wallSeconds() / passes));
    }
    spans.sort(Comparator.comparingDouble(CpuClock.Span::cpuSeconds));
    return new Timed<>(spans.get(runs / 2), answer, same);
  }
}
