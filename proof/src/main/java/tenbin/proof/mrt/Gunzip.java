package tenbin.proof.mrt;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What {@code gunzip -c} needs for the same file: the program that people unpack with, slower than
 * the decoder that is the floor.
 *
 * @param octets how many it wrote
 * @param cpuSeconds its processor time, the middle of several runs
 */
record Gunzip(long octets, double cpuSeconds) {
  /** Odd, so that one is in the middle. */
  private static final int RUNS = 3;

  /** Runs it; empty where it is not installed, or the file is not packed that way. */
  static Optional<Gunzip> run(Path file) throws IOException {
    Optional<Program> program = Program.find("gunzip");
    if (program.isEmpty() || !PlainUnpacking.isGzip(file)) {
      return Optional.empty();
    }
    List<Double> seconds = new ArrayList<>();
    Counter counter = new Counter();
    for (int i = 0; i < RUNS; i++) {
      counter.octets = 0;
      seconds.add(program.get().run("-c", file, counter));
    }
    seconds.sort(null);
    return Optional.of(new Gunzip(counter.octets, seconds.get(RUNS / 2)));
  }

  private static final class Counter extends OutputStream {
    private long octets;

    @Override
    public void write(int octet) {
      octets++;
    }

    @Override
    public void write(byte[] some, int from, int length) {
      octets += length;
    }
  }
}
