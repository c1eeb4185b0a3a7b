package tenbin.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import tenbin.proof.balance.BalanceBench;
import tenbin.proof.bench.Bench;
import tenbin.proof.bench.BenchResult;
import tenbin.proof.casework.CaseBench;
import tenbin.proof.chain.ChainBench;
import tenbin.proof.correlate.CorrelateBench;
import tenbin.proof.ledger.LedgerBench;
import tenbin.proof.lookup.LookupBench;
import tenbin.proof.mrt.MrtBench;
import tenbin.proof.notice.NoticeBench;
import tenbin.proof.pages.PagesBench;
import tenbin.proof.routes.LiveBench;
import tenbin.proof.routes.PastBench;
import tenbin.proof.routes.RoutesBench;

/**
 * The act {@code bench NAME [FILE] [--seed N]}: runs one benchmark; its last line is one JSON
 * object.
 */
public final class BenchAct {
  /** Any number does; the same one gives the same input. */
  private static final long USUAL_SEED = 42;

  private static final int WRONG = 1;
  private static final int WRONG_USAGE = 2;

  /** Every benchmark, one line each. */
  private static final List<Bench> ALL =
      List.of(
          new ChainBench(),
          new LookupBench(),
          new RoutesBench(),
          new LiveBench(),
          new PastBench(),
          new CorrelateBench(),
          new NoticeBench(),
          new BalanceBench(),
          new LedgerBench(),
          new CaseBench(),
          new PagesBench(),
          new MrtBench());

  private BenchAct() {}

  /** Ends with 0, with 1 when the benchmark found its own answer wrong, with 2 on wrong usage. */
  public static void main(String[] args) throws IOException {
    System.exit(run(List.of(args)));
  }

  private static int run(List<String> arguments) throws IOException {
    Optional<Bench> bench =
        ALL.stream().filter(each -> arguments.indexOf(each.name()) == 0).findFirst();
    if (bench.isEmpty()) {
      System.err.println("usage: tenbin bench " + names() + " [FILE] [--seed N]");
      return WRONG_USAGE;
    }
    long seed = USUAL_SEED;
    Optional<Path> input = Optional.empty();
    for (int i = 1; i < arguments.size(); i++) {
      if (arguments.get(i).equals("--seed") && i + 1 < arguments.size()) {
        seed = Long.parseLong(arguments.get(++i));
      } else {
        input = Optional.of(Path.of(arguments.get(i)));
      }
    }
    if (input.isPresent() && !Files.isReadable(input.get())) {
      System.err.println("tenbin: cannot read " + input.get());
      return WRONG_USAGE;
    }
    System.err.println("seed " + seed);
    BenchResult result = bench.get().run(input, new SplittableRandom(seed));
    System.out.println(result.toJson());
    return result.ok() ? 0 : WRONG;
  }

  private static String names() {
    return ALL.stream().map(Bench::name).collect(Collectors.joining("|"));
  }
}
