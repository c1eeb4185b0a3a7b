package tenbin.proof.mrt;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The peer: {@code bgpdump -m} on the same file, by itself in a process.
 *
 * @param text its lines
 * @param cpuSeconds its processor time
 */
record Bgpdump(Lines.Text text, double cpuSeconds) {
  /** Runs it once; empty where it is not installed or does not read that form. */
  static Optional<Bgpdump> run(Path file) throws IOException {
    Optional<Program> program = Program.find("bgpdump");
    if (program.isEmpty()) {
      return Optional.empty();
    }
    Lines lines = new Lines();
    double seconds = program.get().run("-m", file, lines);
    return Optional.of(new Bgpdump(lines.text(), seconds)).filter(any -> any.text().lines() > 0);
  }
}
