package tenbin.proof.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A benchmark that checks the answer it timed. */
public interface Bench {
  /** As the command line calls it: "lookup". */
  String name();

  /** Runs once; without an input it makes its own from the randomness. */
  BenchResult run(Optional<Path> input, RandomGenerator random) throws IOException;
}
