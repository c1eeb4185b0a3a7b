package tenbin.proof.mrt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tenbin.proof.bench.CpuClock;

/**
 * Blocks of bzip2 on one core and on two, in turns, by the clock on the wall.
 *
 * @param one middle of the runs with one, in seconds
 * @param two the same with two
 */
record Bzip2Cores(double one, double two) {
  /** Odd, so that one is in the middle. */
  private static final int RUNS = 5;

  static Bzip2Cores measure(Path file) throws IOException {
    List<Double> one = new ArrayList<>();
    List<Double> two = new ArrayList<>();
    for (int i = 0; i < RUNS; i++) {
      one.add(seconds(file, 1));
      two.add(seconds(file, 2));
    }
    return new Bzip2Cores(middle(one), middle(two));
  }

  private static double seconds(Path file, int workers) throws IOException {
    CpuClock clock = CpuClock.start();
    MrtBench.decoded(file, workers);
    return clock.stop().wallSeconds();
  }

  private static double middle(List<Double> seconds) {
    return seconds.stream().sorted().skip(seconds.size() / 2).findFirst().orElseThrow();
  }

  Map<String, Object> told() {
    Map<String, Object> told = new LinkedHashMap<>();
    told.put("oneCoreWallSeconds", one);
    told.put("twoCoresWallSeconds", two);
    told.put("speedUp", Math.round(100 * one / two) / 100.0);
    return told;
  }
}
