package tenbin.wire.fuzz;

import java.io.IOException;
import java.util.List;

/** A parser under test. */
public interface Target {
  /** As the report of a run calls it. */
  String name();

  /**
   * Reads the input and holds the parser to its contract.
   *
   * @return everything that it told, in order, one text each
   * @throws RuntimeException or an Error: the parser broke its contract
   */
  List<String> read(Input input) throws IOException;

  /** What reading it may allocate; the usual limits allow a report a megabyte unpacked. */
  default long mostAllocatedBytes(Input input) {
    return 256L << 20;
  }
}
