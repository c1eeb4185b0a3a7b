package tenbin.proof;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The act {@code bench NAME [FILE]}: runs one benchmark; its last line is one JSON object. */
public final class BenchAct {
  /** A benchmark: gets what follows its name and returns the exit code. */
  interface Bench {
    int run(List<String> arguments) throws Exception;
  }

  private static final Map<String, Bench> BENCHES = new TreeMap<>();

  private BenchAct() {}

  /** Ends with 0, with 1 when the benchmark found its own answer wrong, with 2 on wrong usage. */
  public static void main(String[] args) throws Exception {
    Bench bench = args.length == 0 ? null : BENCHES.get(args[0]);
    if (bench == null) {
      System.err.println("usage: tenbin bench " + String.join("|", BENCHES.keySet()) + " [FILE]");
      System.exit(2);
      return;
    }
    System.exit(bench.run(List.of(args).subList(1, args.length)));
  }
}
