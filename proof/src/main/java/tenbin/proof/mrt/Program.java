package tenbin.proof.mrt;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A program of others that is installed here, and how much processor time it takes. */
record Program(Path place) {
  /** What the shell's "times" says: "0m1.250s", of itself and then of those that it started. */
  private static final Pattern TIME = Pattern.compile("([0-9]+)m([0-9.]+)s");

  /** The one of a name; empty where it is not installed. */
  static Optional<Program> find(String name) {
    return Stream.of("/usr/bin", "/usr/local/bin", "/bin")
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst()
        .map(Program::new);
  }

  /**
   * Runs it once by itself in a process.
   *
   * @param option its one option
   * @param file what it reads
   * @param out takes what it writes
   * @return its processor time in seconds, as its shell tells it
   */
  double run(String option, Path file, OutputStream out) throws IOException {
    Path told = Files.createTempFile("program", ".times");
    try {
      List<String> command =
          new ArrayList<>(
              List.of("sh", "-c", "\"$1\" \"$2\" \"$3\" 2>/dev/null; times >\"$4\"", "sh"));
      command.addAll(
          List.of(place.toString(), option, file.toAbsolutePath().toString(), told.toString()));
      Process process =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
      try (InputStream in = process.getInputStream()) {
        in.transferTo(out);
      }
      process.onExit().join();
      return seconds(Files.readString(told));
    } finally {
      Files.delete(told);
    }
  }

  private static double seconds(String times) {
    return TIME.matcher(times)
        .results()
        .skip(2)
        .mapToDouble(
            each -> 60 * Double.parseDouble(each.group(1)) + Double.parseDouble(each.group(2)))
        .sum();
  }
}
