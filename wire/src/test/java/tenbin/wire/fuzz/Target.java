package tenbin.wire.fuzz;

import java.io.IOException;
import java.util.List;

/** A parser under test. */
public interface Target {
  /** What most inputs may take. */
  long USUAL_MOST_BYTES = 512L << 20;

  /** As the report of a run calls it. */
  String name();

  /**
   * Reads the input and holds the parser to its contract.
   *
   * @return everything that it told, in order, one text each
   * @throws RuntimeException or an Error: the parser broke its contract
   */
  List<String> read(Input input) throws IOException;

  /**
   * What reading it may allocate: of its at most 10,000 rows, 32 KiB each for a parser, and more.
   */
  default long mostAllocatedBytes(Input input) {
    return USUAL_MOST_BYTES;
  }
}
